import { z } from "zod";
import type { FormProblem } from "~/surveys/read-survey-form";
import { IMPROVEMENT_FIELDS, IMPROVEMENT_LENGTH, type ImprovementText } from "./improvement";

/** What can be done with an entry; `save` with none yet makes one. */
const IMPROVEMENT_STEPS = ["save", "publish", "withdraw", "delete"] as const;
export type ImprovementStep = (typeof IMPROVEMENT_STEPS)[number];

const formSchema = z.object({
  change: z.enum(IMPROVEMENT_STEPS),
  id: z.union([z.literal(""), z.coerce.number().int().positive()]).default(""),
  unit: z.coerce.number().int().positive().optional(),
  confirmed: z.string().optional(),
});

export interface ImprovementForm {
  step: ImprovementStep;
  /** Of the entry; null for a new one. */
  id: number | null;
  /** Unit of a new entry. */
  unitId: number | null;
  text: ImprovementText;
}

/** Reads a form of the page of improvements; what was typed comes back as it was. */
export function readImprovementForm(form: FormData): {
  form: ImprovementForm | null;
  text: ImprovementText;
  problems: FormProblem[];
} {
  const [said = "", answer = "", done = ""] = IMPROVEMENT_FIELDS.map((field) =>
    String(form.get(field) ?? "")
      .replace(/\r\n?/gu, "\n")
      .trim(),
  );
  const text = { said, answer, done };
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0] === "unit" ? "unit" : "change";
    return {
      form: null,
      text,
      problems: [{ field, message: field === "unit" ? "Chọn đơn vị" : "Không rõ việc cần làm." }],
    };
  }
  const { change: step, id, unit = null, confirmed } = parsed.data;
  const read = { step, id: id === "" ? null : id, unitId: unit, text };
  const problems = step === "save" ? problemsOf(read) : unconfirmed(step, confirmed);
  if (step !== "save" && read.id === null) problems.push({ field: "change", message: "Không rõ việc cần làm." });
  return { form: read, text, problems };
}

function problemsOf({ id, unitId, text }: ImprovementForm): FormProblem[] {
  const problems: FormProblem[] = [];
  if (id === null && unitId === null) problems.push({ field: "unit", message: "Chọn đơn vị" });
  if (text.said === "") problems.push({ field: "said", message: "Ghi điều người dân nêu" });
  if (text.answer === "") problems.push({ field: "answer", message: "Ghi phần tiếp thu, giải trình" });
  for (const field of IMPROVEMENT_FIELDS) {
    if (text[field].length > IMPROVEMENT_LENGTH) {
      problems.push({ field, message: "Nội dung dài quá mức cho phép" });
    }
  }
  return problems;
}

/** Whatever the public sees of it needs a tick. */
function unconfirmed(step: ImprovementStep, confirmed: string | undefined): FormProblem[] {
  return confirmed === "yes" ? [] : [{ field: step, message: "Đánh dấu vào ô xác nhận rồi bấm nút." }];
}
