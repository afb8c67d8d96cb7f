import { Form, Link, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { PlanDocument } from "~/surveys/plan-document";
import { DateField } from "./date-field";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";

/** Rows left open below those that are filled in, also for a form without scripts. */
const SPARE_ROWS = 2;

/** What officers write into the plan of a survey; units, sizes and the window come from the survey. */
export function PlanForm({
  document,
  target,
  seen,
  problems,
  cancelTo,
}: {
  document: PlanDocument;
  /** The target that it sets, as typed; null: it changes no more. */
  target: string | null;
  seen: string;
  problems: readonly FieldProblem[];
  cancelTo: string;
}) {
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  const translated = problems.map(({ field, message }) => ({ field, message: told(message) }));
  const area = (name: string, label: Phrase, value: string, rows: number, hint?: Phrase) => (
    <FieldFrame name={name} label={t(label)} hint={hint && t(hint)} problems={translated}>
      {(control) => <textarea {...control} rows={rows} defaultValue={value} />}
    </FieldFrame>
  );
  return (
    <Form method="post" className="form-stack plan-form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <ProblemSummary problems={translated} />
      <div className="field-row">
        <TextField
          name="number"
          label={t("Số, ký hiệu")}
          hint={t("Ví dụ 123/KH-SYT; để trống khi chưa lấy số.")}
          value={document.number}
          problems={translated}
        />
        <TextField
          name="place"
          label={t("Địa danh")}
          hint={t("Để trống: tên tỉnh.")}
          value={document.place}
          problems={translated}
        />
      </div>
      {area("grounds", "Căn cứ", document.grounds, 6, "Mỗi văn bản một dòng; điền nốt chỗ ……")}
      {area("purpose", "Mục đích", document.purpose, 4, "Nhiều dòng thì mỗi dòng thành một gạch đầu dòng.")}
      {area("requirements", "Yêu cầu", document.requirements, 5)}
      {target !== null && (
        <TextField
          name="targetRate"
          label={t("Mục tiêu tỷ lệ hài lòng chung (%)")}
          hint={t("Theo kế hoạch, ví dụ 90; để trống khi kế hoạch không đặt.")}
          value={target}
          problems={translated}
        />
      )}
      {area("respondents", "Đối tượng khảo sát", document.respondents, 3)}
      {area(
        "method",
        "Phương pháp thu phiếu",
        document.method,
        4,
        "Cách chọn mẫu, công thức và bảng cỡ mẫu được thêm tự động.",
      )}
      <ScheduleRows rows={document.schedule} problems={translated} />
      <ResponsibilityRows rows={document.responsibilities} problems={translated} />
      {area("budget", "Kinh phí", document.budget, 2)}
      <div className="field-row">
        {area("signerTitle", "Quyền hạn, chức vụ người ký", document.signer.title, 2)}
        <TextField
          name="signerName"
          label={t("Họ và tên người ký")}
          value={document.signer.name}
          problems={translated}
        />
      </div>
      {area("recipients", "Nơi nhận", document.recipients.join("\n"), 5, "Mỗi nơi một dòng.")}
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {busy ? t("Đang lưu…") : t("Lưu kế hoạch")}
        </button>
        <Link to={cancelTo}>{t("Bỏ thay đổi")}</Link>
      </div>
    </Form>
  );
}

function problemNote(problems: readonly FieldProblem[], field: string) {
  const problem = problems.find((one) => one.field === field);
  return problem && <p className="problem">{problem.message}</p>;
}

function ScheduleRows({ rows, problems }: { rows: PlanDocument["schedule"]; problems: readonly FieldProblem[] }) {
  const t = useWords();
  const [spare, setSpare] = useState(SPARE_ROWS);
  const all = [...rows, ...Array.from({ length: spare }, () => ({ from: "", to: "", work: "" }))];
  return (
    <fieldset className="field plan-rows">
      <legend>{t("Tiến độ")}</legend>
      <p className="hint">{t("Dòng để trống thì bỏ qua; xóa hết chữ và ngày của một dòng để bỏ dòng đó.")}</p>
      {all.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={index} className="plan-row plan-row-schedule">
          <DateField name={`from-${index}`} label={t("Từ ngày")} value={row.from} problems={problems} />
          <DateField name={`to-${index}`} label={t("Đến ngày")} value={row.to} problems={problems} />
          <div className="plan-row-text">
            <label htmlFor={`work-${index}`}>{t("Công việc {n}", { n: index + 1 })}</label>
            <textarea id={`work-${index}`} name={`work-${index}`} rows={2} defaultValue={row.work} />
            {problemNote(problems, `work-${index}`)}
          </div>
        </div>
      ))}
      <button type="button" className="button button-quiet needs-script" onClick={() => setSpare(spare + 1)}>
        {t("Thêm dòng tiến độ")}
      </button>
    </fieldset>
  );
}

function ResponsibilityRows({
  rows,
  problems,
}: {
  rows: PlanDocument["responsibilities"];
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const [spare, setSpare] = useState(1);
  const all = [...rows, ...Array.from({ length: spare }, () => ({ body: "", work: "" }))];
  return (
    <fieldset className="field plan-rows">
      <legend>{t("Tổ chức thực hiện")}</legend>
      {all.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={index} className="plan-row">
          <div>
            <label htmlFor={`body-${index}`}>{t("Cơ quan {n}", { n: index + 1 })}</label>
            <textarea className="short" id={`body-${index}`} name={`body-${index}`} rows={3} defaultValue={row.body} />
            {problemNote(problems, `body-${index}`)}
          </div>
          <div className="plan-row-text">
            <label htmlFor={`duty-${index}`}>{t("Việc được giao {n}", { n: index + 1 })}</label>
            <textarea id={`duty-${index}`} name={`duty-${index}`} rows={3} defaultValue={row.work} />
            {problemNote(problems, `duty-${index}`)}
          </div>
        </div>
      ))}
      <button type="button" className="button button-quiet needs-script" onClick={() => setSpare(spare + 1)}>
        {t("Thêm cơ quan")}
      </button>
    </fieldset>
  );
}
