import { Form, Link, useNavigation } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { IMPROVEMENT_LENGTH, type ImprovementText } from "~/snapshots/improvement";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";

const FIELDS: readonly { name: keyof ImprovementText; label: Phrase; hint: Phrase }[] = [
  {
    name: "said",
    label: "Điều người dân nêu",
    hint: "Tóm tắt bằng lời của đơn vị. Không ghi tên, số điện thoại, số giấy tờ của ai.",
  },
  { name: "answer", label: "Tiếp thu, giải trình", hint: "Đơn vị nhận điều gì, giải thích điều gì." },
  { name: "done", label: "Kết quả cải thiện", hint: "Đã làm gì, từ ngày nào. Để trống khi chưa có kết quả." },
];

/** Writes what was said about a unit, what it answers, and what it has done. */
export function ImprovementForm({
  entry,
  units,
  typed,
  problems,
  here,
}: {
  /** Null: a new one. */
  entry: (ImprovementText & { id: number; unitName: string; publishedAt: string | null }) | null;
  units: readonly { id: number; name: string }[];
  /** What was refused, as it was typed. */
  typed: { text: ImprovementText; unitId: number | null } | null;
  problems: readonly FieldProblem[];
  here: string;
}) {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const told = problems.map(({ field, message }) => ({ field, message: tell(message) }));
  const values = typed?.text ?? entry ?? { said: "", answer: "", done: "" };
  const only = units.length === 1 ? units[0] : undefined;
  return (
    <Form method="post" action={here} className="card form-stack plan-form" noValidate>
      <h2>{entry ? entry.unitName : t("Viết mục mới")}</h2>
      <ProblemSummary problems={told} />
      <input type="hidden" name="id" value={entry?.id ?? ""} />
      {!entry && (
        <SelectField
          name="unit"
          label={t("Đơn vị")}
          value={String(typed?.unitId ?? only?.id ?? "")}
          options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
          problems={told}
        />
      )}
      {FIELDS.map(({ name, label, hint }) => (
        <FieldFrame key={name} name={name} label={t(label)} hint={t(hint)} problems={told}>
          {(control) => <textarea {...control} rows={4} maxLength={IMPROVEMENT_LENGTH} defaultValue={values[name]} />}
        </FieldFrame>
      ))}
      {entry?.publishedAt && (
        <p className="notice notice-caution">{t("Mục này đang công bố: lưu xong người dân đọc ngay bản mới.")}</p>
      )}
      <div className="actions">
        <button type="submit" name="change" value="save" className="button" disabled={busy}>
          {entry?.publishedAt ? t("Lưu và cập nhật trang công bố") : t("Lưu bản nháp tiếp thu")}
        </button>
        <Link to={here}>{t("Bỏ thay đổi")}</Link>
      </div>
    </Form>
  );
}
