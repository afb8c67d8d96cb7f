import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { EMPTY_TASK, type PlanFields } from "~/reports/reform-plan-form";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { ReformTaskFields } from "./reform-task-fields";
import { TextField } from "./text-field";

/** The whole plan of a year as a form: the plan's own lines, then each task, then room for another. */
export function ReformPlanForm({ fields, problems }: { fields: PlanFields; problems: readonly FieldProblem[] }) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  const { tasks } = fields;
  return (
    <Form method="post" className="form-stack" noValidate>
      <ProblemSummary problems={problems} />
      <TextField name="year" label={t("Năm")} value={fields.year} problems={problems} />
      <TextField name="title" label={t("Tên phụ lục")} value={fields.title} problems={problems} />
      <TextField name="source" label={t("Nguồn")} value={fields.source} problems={problems} />
      <FieldFrame name="note" label={t("Ghi chú của kế hoạch")} problems={problems}>
        {(control) => <textarea {...control} rows={3} defaultValue={fields.note} />}
      </FieldFrame>
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a task of the form has no name but its place
        <ReformTaskFields key={index} index={index} task={task} problems={problems} added={false} />
      ))}
      <ReformTaskFields key="new" index={tasks.length} task={EMPTY_TASK} problems={problems} added />
      <div className="actions">
        <button type="submit" name="change" value="check" className="button" disabled={busy}>
          {busy ? t("Đang kiểm tra…") : t("Xem trước kế hoạch")}
        </button>
      </div>
    </Form>
  );
}
