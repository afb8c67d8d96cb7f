import { Form, useNavigation } from "@remix-run/react";
import { API_SCOPES, type ApiScope } from "~/access/api-scopes";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { ChoicesField } from "./choices-field";
import { DateField } from "./date-field";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** What a key may do, in an officer's words. */
export const SCOPE_NAMES: Readonly<Record<ApiScope, Phrase>> = {
  read: "Đọc đơn vị, đợt khảo sát, số liệu đã che",
  submit: "Gửi phiếu vào một đợt khảo sát",
  responses: "Lấy phiếu ẩn danh của các đợt đã chốt",
};

/** A new key: its name, where and what it may do, until when. */
export function KeyForm({
  token,
  units,
  surveys,
  until,
  values,
  scopes,
  problems,
}: {
  /** Of this opening of the form. */
  token: string;
  /** The lines of the suggestions. */
  units: readonly string[];
  surveys: readonly { id: number; title: string }[];
  /** Day that is offered as the last. */
  until: string;
  values: Readonly<Record<string, string>>;
  scopes: readonly string[];
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <section aria-labelledby="new-key">
      <h2 id="new-key">{t("Tạo khóa mới")}</h2>
      <Form method="post" className="form-stack" noValidate>
        <input type="hidden" name="token" value={token} />
        <ProblemSummary problems={problems} />
        <TextField
          name="name"
          label={t("Tên khóa")}
          hint={t("Ghi rõ hệ thống nào dùng, ví dụ: Cổng dữ liệu của tỉnh, Ki-ốt Bệnh viện A")}
          value={values.name}
          problems={problems}
          autoComplete="off"
        />
        <TextField
          name="unit"
          label={t("Đơn vị")}
          hint={t("Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý. Khóa chỉ thấy đơn vị này và đơn vị trực thuộc.")}
          value={values.unit}
          problems={problems}
          autoComplete="off"
          suggestions={units}
        />
        <ChoicesField
          name="scopes"
          label={t("Khóa được làm gì")}
          type="checkbox"
          options={API_SCOPES.map((scope) => ({ value: scope, label: t(SCOPE_NAMES[scope]) }))}
          chosen={scopes}
          problems={problems}
        />
        <SelectField
          name="surveyId"
          label={t("Đợt nhận phiếu")}
          hint={t("Chỉ cần cho khóa gửi phiếu. Mỗi khóa gửi vào một đợt.")}
          value={values.surveyId}
          problems={problems}
          placeholder={t("Không gửi phiếu")}
          options={surveys.map(({ id, title }) => ({ value: String(id), label: title }))}
        />
        <DateField
          name="expiresOn"
          label={t("Ngày cuối dùng được")}
          value={values.expiresOn ?? until}
          problems={problems}
        />
        <button type="submit" name="change" value="create" className="button" disabled={busy}>
          {busy ? t("Đang tạo…") : t("Tạo khóa")}
        </button>
      </Form>
    </section>
  );
}
