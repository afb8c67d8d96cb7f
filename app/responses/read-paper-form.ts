import type { Answers } from "~/questionnaires/answers";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { numbersOf } from "~/questionnaires/sections";
import { answerField } from "./form-fields";
import { INVALID_REASONS, REASON_LENGTH } from "./paper-batch";
import { type Problem, parseSubmission } from "./parse-submission";

/** A form as it was keyed: its answers, or why it has none that count. */
export type KeyedAnswers =
  | { valid: true; answers: Answers; texts: Readonly<Record<string, string>> }
  | { valid: false; reason: string };

export type ReadPaperForm = { ok: true; keyed: KeyedAnswers } | { ok: false; problems: FormProblem[] };

export interface FormProblem {
  field: string;
  message: string;
}

const onPaper = new WeakMap<Questionnaire, Questionnaire>();

/** The version as it is keyed: nobody can be asked again for what a person with a pen left out. */
export function withoutRequired(questionnaire: Questionnaire): Questionnaire {
  let keyed = onPaper.get(questionnaire);
  if (!keyed) {
    keyed = { ...questionnaire, items: questionnaire.items.map((item) => ({ ...item, required: false })) };
    onPaper.set(questionnaire, keyed);
  }
  return keyed;
}

/** Fields of the entry form beside the answers. */
const OWN_FIELDS = new Set(["paper.number", "paper.pass", "paper.invalid", "paper.reason", "paper.intent"]);

/**
 * Reads a keyed form. Questions with several ticks come as one field with their numbers apart from each other, as they
 * are typed without script, or as a field for each.
 */
export function readPaperForm(
  questionnaire: Questionnaire,
  fields: readonly (readonly [string, string])[],
): ReadPaperForm {
  const own = new Map(fields.filter(([name]) => OWN_FIELDS.has(name)));
  if (own.get("paper.intent") === "invalid") {
    const typed = (own.get("paper.reason") ?? "").trim();
    if (typed.length > REASON_LENGTH)
      return { ok: false, problems: [{ field: "paper.reason", message: "Lý do dài quá 200 ký tự" }] };
    const reason = typed || INVALID_REASONS[Number(own.get("paper.invalid")) - 1];
    if (reason) return { ok: true, keyed: { valid: false, reason } };
    return { ok: false, problems: [{ field: "paper.invalid", message: "Chọn hoặc ghi lý do phiếu không hợp lệ" }] };
  }
  const multiple = new Set(
    questionnaire.items.filter(({ type }) => type === "multiple").map(({ code }) => answerField(code)),
  );
  const answers = fields.flatMap(([name, value]): [string, string][] => {
    if (OWN_FIELDS.has(name)) return [];
    return multiple.has(name) ? value.split(/[\s,;]+/u).map((one) => [name, one]) : [[name, value.trim()]];
  });
  const parsed = parseSubmission(withoutRequired(questionnaire), answers);
  if (parsed.ok) return { ok: true, keyed: { valid: true, answers: parsed.answers, texts: parsed.texts } };
  return { ok: false, problems: parsed.problems.map((problem) => tellProblem(questionnaire, problem)) };
}

function tellProblem(questionnaire: Questionnaire, { kind, field, itemCode, message }: Problem): FormProblem {
  if (kind === "empty") return { field: "paper.number", message: EMPTY };
  const number = numbersOf(questionnaire).get(itemCode ?? "");
  return { field: field ?? "paper.number", message: number ? `Câu ${number}: ${message.vi}` : message.vi };
}

const EMPTY = "Phiếu chưa có câu trả lời nào. Nếu tờ phiếu để trống, đánh dấu phiếu không hợp lệ.";
