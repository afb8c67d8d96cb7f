import { otherField } from "~/questionnaires/answers";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** What a question's columns of a responses file (contracts, section 2) hold, for whoever codes a sheet by hand. */
export interface ImportQuestion {
  code: string;
  text: string;
  type: Item["type"];
  /** What may be written and what it means; of a question with several ticks, its columns and what each stands for. */
  choices: readonly { written: string; label: string }[];
  /** Column for the words behind an option such as “other”. */
  otherColumn: string | null;
  min: number | null;
  max: number | null;
  /** Asked of some persons only. */
  conditional: boolean;
}

export function importQuestions(questionnaire: Questionnaire): ImportQuestion[] {
  return questionnaire.items.map((item) => ({
    ...{ code: item.code, text: item.text.vi, type: item.type, choices: choicesOf(questionnaire, item) },
    otherColumn: "options" in item && item.options.some(({ other }) => other) ? otherField(item.code) : null,
    min: item.type === "number" ? (item.min ?? null) : null,
    max: item.type === "number" ? (item.max ?? null) : null,
    conditional: item.show_if !== undefined,
  }));
}

function choicesOf(questionnaire: Questionnaire, item: Item): ImportQuestion["choices"] {
  if (item.type === "number" || item.type === "text") return [];
  const entries = item.type === "scale" ? scaleOf(questionnaire, item).levels : item.options;
  return entries.map(({ value, label }) => ({
    written: item.type === "multiple" ? `${item.code}.${value}` : String(value),
    label: label.vi,
  }));
}

/** Columns of the questions with what a filled row may say in each. */
export function exampleCells(questions: readonly ImportQuestion[]): [column: string, value: string][] {
  return questions.flatMap(({ code, type, choices, otherColumn, min, max, conditional }) => {
    // A question that is asked of some persons only is left open in the example.
    const filled = (value: string | undefined) => (conditional ? "" : (value ?? ""));
    const other: [string, string][] = otherColumn === null ? [] : [[otherColumn, ""]];
    if (type === "text") return [[code, ""]];
    if (type === "number") return [[code, filled(String(min ?? Math.min(1, max ?? 1)))]];
    if (type !== "multiple") return [[code, filled(choices[0]?.written)], ...other];
    return [...choices.map(({ written }, at): [string, string] => [written, filled(at === 0 ? "1" : "0")]), ...other];
  });
}
