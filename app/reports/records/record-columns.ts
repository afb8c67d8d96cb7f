import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Option, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type AnonymisedRecord, type AnonymisedRecords, NUMBER_STEP } from "./anonymised-records";

/** A column of answers in a file of single records: as CSV and SAV both write it. */
export interface AnswerColumn {
  /** The code of the question; of an option among several, `C2.1` (contracts, section 2). */
  name: string;
  label: string;
  measure: "nominal" | "ordinal" | "scale";
  /** What the values mean; none for plain numbers. */
  values: readonly { value: number; label: string; excluded: boolean }[];
  read: (record: AnonymisedRecord) => number | null;
}

/** Columns of the closed questions in the order of the form. Words that people wrote are never among them. */
export function answerColumns({ questionnaire, findings }: AnonymisedRecords): AnswerColumn[] {
  const dropped = new Set(findings.dropped);
  const stepped = new Set(findings.stepped);
  return questionnaire.items
    .filter(({ code }) => !dropped.has(code))
    .flatMap((item) => columnsOf(questionnaire, item, stepped.has(item.code)));
}

function columnsOf(questionnaire: Questionnaire, item: Item, stepped: boolean): AnswerColumn[] {
  const single = ({ answers }: AnonymisedRecord) => {
    const answer = answers[item.code];
    return typeof answer === "number" ? answer : null;
  };
  const common = { name: item.code, label: item.text.vi, read: single };
  switch (item.type) {
    case "text":
      return [];
    case "scale":
      return [{ ...common, measure: "ordinal", values: valuesOf(scaleOf(questionnaire, item).levels) }];
    case "single":
      return [{ ...common, measure: "nominal", values: valuesOf(item.options) }];
    case "number": {
      const unit = item.unit === undefined ? "" : ` (${item.unit})`;
      const label = `${item.text.vi}${unit}${stepped ? ` – từ số này đến dưới ${NUMBER_STEP} đơn vị nữa` : ""}`;
      return [{ ...common, label, measure: "scale", values: [] }];
    }
    case "multiple":
      return item.options.map(({ value, label }) => ({
        name: `${item.code}.${value}`,
        label: `${item.text.vi} – ${label.vi}`,
        measure: "nominal" as const,
        values: [
          { value: 0, label: "Không chọn", excluded: false },
          { value: 1, label: "Chọn", excluded: false },
        ],
        read: ({ answers }: AnonymisedRecord) => {
          const ticked = answers[item.code];
          return Array.isArray(ticked) ? Number(ticked.includes(value)) : null;
        },
      }));
  }
}

function valuesOf(options: readonly Pick<Option, "value" | "label" | "excluded">[]): AnswerColumn["values"] {
  return options.map(({ value, label, excluded }) => ({ value, label: label.vi, excluded }));
}
