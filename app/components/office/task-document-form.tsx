import { Form, Link, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { IssuedDocument } from "~/reports/reform-plan";
import { DateField } from "./date-field";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** Enters a document that was issued for a task, or corrects one. */
export function TaskDocumentForm({
  products,
  edited,
  values,
  problems,
}: {
  products: readonly string[];
  /** The document that is corrected; null: a new one. */
  edited: IssuedDocument | null;
  /** As typed before it was refused. */
  values: IssuedDocument | null;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  const shown = values ?? edited;
  return (
    <section className="card" aria-labelledby="document-heading">
      <h2 id="document-heading">
        {edited ? t("Sửa văn bản số {number}", { number: edited.number }) : t("Ghi văn bản đã ban hành")}
      </h2>
      <Form method="post" className="form-stack" noValidate>
        <ProblemSummary problems={problems} />
        <SelectField
          name="product"
          label={t("Sản phẩm của nhiệm vụ")}
          value={shown?.product ?? (products.length === 1 ? products[0] : undefined)}
          options={products.map((product) => ({ value: product, label: product }))}
          problems={problems}
        />
        <div className="field-row">
          <TextField
            name="number"
            label={t("Số, ký hiệu")}
            hint={t("Ví dụ 123/BC-SYT.")}
            value={shown?.number}
            problems={problems}
          />
          <DateField name="issuedOn" label={t("Ngày ban hành")} value={shown?.issuedOn ?? ""} problems={problems} />
        </div>
        <TextField name="note" label={t("Ghi chú (không bắt buộc)")} value={shown?.note} problems={problems} />
        <div className="actions">
          <button type="submit" name="change" value="save" className="button" disabled={busy}>
            {busy ? t("Đang lưu…") : t("Ghi văn bản")}
          </button>
          {edited && <Link to="?">{t("Thôi, không sửa")}</Link>}
        </div>
      </Form>
    </section>
  );
}
