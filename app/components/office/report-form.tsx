import { Form, useNavigation } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { ReportFormValues } from "~/reports/read-report-form";
import { REMARK_LENGTH, REMARK_NAMES, type RemarkPlace } from "~/reports/remark-places";
import { DateField } from "./date-field";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";
import type { Unsaved } from "./use-unsaved";

/** The id of the form: buttons elsewhere on the page send it too. */
export const REPORT_FORM = "report-form";

const HINTS: Partial<Record<RemarkPlace, Phrase>> = {
  grounds: "Thay cho các câu căn cứ còn để trống số văn bản. Mỗi văn bản một dòng.",
  comments: "Không ghi tên, số điện thoại, số giấy tờ của ai.",
};

/** What officers write into a report: judgement, then number, place, day, signer and recipients. */
export function ReportForm({
  values,
  places,
  seen,
  problems,
  unsaved,
}: {
  values: ReportFormValues;
  /** The places that this report has. */
  places: readonly RemarkPlace[];
  seen: string;
  problems: readonly FieldProblem[];
  unsaved: Unsaved;
}) {
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  const translated = problems.map(({ field, message }) => ({ field, message: told(message) }));
  const { head, remarks } = values;
  const area = (name: string, label: Phrase, value: string, rows: number, hint?: Phrase) => (
    <FieldFrame key={name} name={name} label={t(label)} hint={hint && t(hint)} problems={translated}>
      {(control) => <textarea {...control} rows={rows} maxLength={REMARK_LENGTH} defaultValue={value} />}
    </FieldFrame>
  );
  return (
    <Form
      id={REPORT_FORM}
      method="post"
      className="form-stack plan-form"
      noValidate
      onInput={unsaved.onInput}
      onSubmit={unsaved.onSubmit}
    >
      <input type="hidden" name="seen" value={seen} />
      <ProblemSummary problems={translated} />
      {places.map((place) =>
        area(
          place,
          REMARK_NAMES[place],
          remarks[place] ?? "",
          place === "assessment" || place === "recommendations" ? 8 : 5,
          HINTS[place] ?? "Mỗi đoạn một dòng.",
        ),
      )}
      <details className="step-panel" open={head.number !== "" || problems.length > 0}>
        <summary>{t("Số, ngày, người ký, nơi nhận")}</summary>
        <div className="field-row">
          <TextField
            name="number"
            label={t("Số, ký hiệu")}
            hint={t("Ví dụ 123/BC-SYT; để trống khi chưa lấy số.")}
            value={head.number}
            problems={translated}
          />
          <TextField
            name="place"
            label={t("Địa danh")}
            hint={t("Để trống: tên tỉnh.")}
            value={head.place}
            problems={translated}
          />
          <DateField name="day" label={t("Ngày của báo cáo")} value={head.day} problems={translated} />
        </div>
        <div className="field-row">
          {area("signerTitle", "Quyền hạn, chức vụ người ký", head.signer.title, 2)}
          <TextField name="signerName" label={t("Họ và tên người ký")} value={head.signer.name} problems={translated} />
        </div>
        {area("recipients", "Nơi nhận", head.recipients.join("\n"), 4, "Mỗi nơi một dòng.")}
      </details>
      <div className="actions">
        <button type="submit" name="change" value="save" className="button" disabled={busy}>
          {busy ? t("Đang lưu…") : t("Lưu báo cáo")}
        </button>
      </div>
    </Form>
  );
}
