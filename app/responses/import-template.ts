import { stringify } from "csv-stringify/sync";
import { otherField } from "~/questionnaires/answers";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/**
 * A responses file (contracts, section 2) for a questionnaire with its header and one row as an example, for spreadsheet
 * programs: UTF-8 with byte order mark.
 */
export function importTemplate(questionnaire: Questionnaire, example: { unitCode: string; day: string }): string {
  const origin: [string, string][] = [
    ["response_id", "VIDU-0001"],
    ["unit_code", example.unitCode],
    ["channel", "paper"],
    ["submitted_at", `${example.day}T08:30`],
  ];
  const cells = [...origin, ...questionnaire.items.flatMap((item) => cellsOf(questionnaire, item))];
  const rows = [cells.map(([name]) => name), cells.map(([, value]) => value)];
  return stringify(rows, { bom: true, record_delimiter: "\r\n" });
}

function cellsOf(questionnaire: Questionnaire, item: Item): [string, string][] {
  // A question that is asked of some persons only is left open in the example.
  const filled = item.show_if === undefined;
  const other: [string, string][] =
    "options" in item && item.options.some((option) => option.other) ? [[otherField(item.code), ""]] : [];
  switch (item.type) {
    case "scale":
      return [[item.code, filled ? String(scaleOf(questionnaire, item).levels[0]?.value ?? "") : ""]];
    case "single":
      return [[item.code, filled ? String(item.options[0]?.value ?? "") : ""], ...other];
    case "multiple":
      return [
        ...item.options.map(({ value }, at): [string, string] => [
          `${item.code}.${value}`,
          filled ? (at === 0 ? "1" : "0") : "",
        ]),
        ...other,
      ];
    case "number":
      return [[item.code, filled ? String(item.min ?? 1) : ""]];
    case "text":
      return [[item.code, ""]];
  }
}
