import { stringify } from "csv-stringify/sync";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { ExampleRow } from "./import-example";
import { exampleCells, importQuestions } from "./import-questions";

/** Columns of a responses file (contracts, section 2) for a questionnaire, each with what the example row says there. */
export function templateCells(
  questionnaire: Questionnaire,
  { responseId, unitCode, submittedAt }: ExampleRow,
): [column: string, value: string][] {
  return [
    ["response_id", responseId],
    ["unit_code", unitCode],
    ["channel", "paper"],
    ["submitted_at", submittedAt],
    ...exampleCells(importQuestions(questionnaire)),
  ];
}

/** A responses file with its header and one row as an example, as CSV: UTF-8 with byte order mark. */
export function importTemplate(questionnaire: Questionnaire, example: ExampleRow): string {
  const cells = templateCells(questionnaire, example);
  const rows = [cells.map(([name]) => name), cells.map(([, value]) => value)];
  return stringify(rows, { bom: true, record_delimiter: "\r\n" });
}
