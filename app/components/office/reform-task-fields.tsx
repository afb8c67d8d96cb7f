import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { SECTORS } from "~/questionnaires/questionnaire";
import type { TaskFields } from "~/reports/reform-plan-form";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

type TextName = Exclude<keyof TaskFields, "requires_plan" | "citizen" | "organisation">;

/** The fields of one task of a plan, folded until it is wanted or something is wrong with it. */
export function ReformTaskFields({
  index,
  task,
  problems,
  added,
}: {
  index: number;
  task: TaskFields;
  problems: readonly FieldProblem[];
  /** Room for a new task. */
  added: boolean;
}) {
  const t = useWords();
  const prefix = `t${index}.`;
  const wrong = problems.some(({ field }) => field.startsWith(prefix));
  const field = (name: TextName, label: Phrase) => (
    <TextField name={prefix + name} label={t(label)} value={task[name]} problems={problems} />
  );
  const area = (name: TextName, label: Phrase, rows: number, hint?: Phrase) => (
    <FieldFrame name={prefix + name} label={t(label)} hint={hint && t(hint)} problems={problems}>
      {(control) => <textarea {...control} rows={rows} defaultValue={task[name]} />}
    </FieldFrame>
  );
  const tick = (name: "requires_plan" | "citizen" | "organisation" | "drop", label: string) => (
    <label className="check">
      <input
        type="checkbox"
        id={prefix + name}
        name={prefix + name}
        value="yes"
        defaultChecked={name === "drop" ? false : task[name]}
      />
      {label}
    </label>
  );
  return (
    <details className="step-panel" open={wrong}>
      <summary>
        {added
          ? t("Nhiệm vụ mới (để trống nếu không thêm)")
          : `${t("Nhiệm vụ {number}", { number: task.number })}: ${task.content}`}
      </summary>
      <div className="form-stack">
        {field("number", "Số thứ tự")}
        {area("content", "Nội dung", 3)}
        {area("products", "Sản phẩm, mỗi dòng một sản phẩm", 3)}
        {area("lead", "Cơ quan chủ trì, mỗi dòng một cơ quan", 3)}
        {area("coordinating", "Cơ quan phối hợp, mỗi dòng một cơ quan", 3)}
        <div className="field-row">
          <DeadlineField name={`${prefix}deadline`} value={task.deadline} problems={problems} />
          {field("month", "Tháng")}
          {field("year", "Năm của thời hạn")}
        </div>
        {field("deadline_text", "Thời hạn, nguyên văn")}
        {area(
          "compiled",
          "Các ngày tổng hợp, mỗi dòng: ngày/tháng cơ quan",
          2,
          "Ví dụ 20/11 Sở Nội vụ nghĩa là trước ngày 20/11.",
        )}
        <SectorField name={`${prefix}sector`} value={task.sector} problems={problems} />
        {tick("requires_plan", t("Phải có kế hoạch thực hiện"))}
        {tick("citizen", t("Hỏi người dân"))}
        {tick("organisation", t("Hỏi tổ chức"))}
        {area("note", "Ghi chú", 2)}
        {!added && tick("drop", t("Bỏ nhiệm vụ này khỏi kế hoạch"))}
      </div>
    </details>
  );
}

interface Chosen {
  name: string;
  value: string;
  problems: readonly FieldProblem[];
}

const DEADLINES: readonly (readonly [value: string, label: Phrase])[] = [
  ["month", "Tháng của một năm"],
  ["every-year", "Tháng hằng năm"],
  ["continuous", "Thường xuyên"],
];

function DeadlineField(chosen: Chosen) {
  const t = useWords();
  return (
    <SelectField
      {...chosen}
      label={t("Loại thời hạn")}
      options={DEADLINES.map(([value, label]) => ({ value, label: t(label) }))}
    />
  );
}

function SectorField(chosen: Chosen) {
  const t = useWords();
  const names = useNames();
  return (
    <SelectField
      {...chosen}
      label={t("Lĩnh vực khảo sát (để trống nếu không phải nhiệm vụ khảo sát)")}
      placeholder={t("Không khảo sát")}
      options={SECTORS.map((sector) => ({ value: sector, label: names.sectors[sector] }))}
    />
  );
}
