import type { SurveyResults } from "~/indices/survey-results";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item } from "~/questionnaires/questionnaire-schema";
import { countsAsGiven } from "../content/distribution-rows";
import { column, type DataColumn, type StreamedTable, streamedTable } from "./data-table";
import { eachMeasureLine, type MeasureLine, STATE_COLUMNS, UNIT_COLUMNS } from "./measure-columns";

/** One answer of a closed question in one unit. */
interface DistributionLine extends MeasureLine {
  value: number | "missing";
  label: string;
  excluded: boolean;
  count: number | null;
}

/**
 * Sheet "Phân bố": every value of every closed question by unit, in long form, a line when it is asked for. Texts of
 * questions stand in the codebook: a thousand units make a quarter of a million lines.
 */
export function streamedDistribution(results: SurveyResults): StreamedTable {
  return streamedTable("Phân bố", COLUMNS, eachDistributionLine(results));
}

function* eachDistributionLine(results: SurveyResults): Generator<DistributionLine> {
  const items = new Map(results.questionnaire.items.map((item) => [item.code, item]));
  for (const line of eachMeasureLine(results)) {
    const item = line.row.level === "item" ? items.get(line.row.code) : undefined;
    if (item) yield* distributionLines(line, item);
  }
}

function distributionLines(line: MeasureLine, item: Item): DistributionLine[] {
  if (item.type === "text" || item.type === "number") return [];
  const { row, results } = line;
  const values = item.type === "scale" ? scaleOf(results.questionnaire, item).levels : item.options;
  const counts =
    item.type === "scale" ? countsAsGiven(row, scaleOf(results.questionnaire, item).levels) : (row.levels ?? {});
  const masked = row.suppressed !== null;
  return [
    ...values.map(({ value, label, excluded }) => ({
      ...line,
      value,
      label: label.vi,
      excluded,
      count: masked ? null : (counts[String(value)] ?? 0),
    })),
    {
      ...line,
      value: "missing" as const,
      label: "Không trả lời",
      excluded: true,
      count: masked ? null : row.n_missing,
    },
  ];
}

const COLUMNS: readonly DataColumn<DistributionLine>[] = [
  ...UNIT_COLUMNS,
  column("code", "Mã câu hỏi", "text", 10, "Mã câu hỏi.", ({ row }) => row.code),
  column("value", "Giá trị", "text", 9, "Giá trị của mức hoặc phương án; missing: để trống.", ({ value }) => value, {
    missing: "để trống",
  }),
  column("label", "Nhãn", "text", 36, "Nhãn của mức hoặc phương án.", ({ label }) => label),
  column(
    "excluded",
    "Ngoài mẫu số",
    "text",
    13,
    "excluded: không tính vào mẫu số của share.",
    ({ excluded }) => (excluded ? "excluded" : null),
    { excluded: "ngoài mẫu số" },
  ),
  column(
    "count",
    "Số câu trả lời",
    "count",
    10,
    "Số câu trả lời như đã chọn, không trọng số; câu hỏi chọn nhiều: số người chọn phương án.",
    ({ count }) => count,
  ),
  column(
    "share",
    "Tỷ lệ",
    "share",
    10,
    "count chia cho số câu trả lời hợp lệ (câu hỏi chọn nhiều: số người trả lời).",
    shareOf,
  ),
  ...STATE_COLUMNS,
];

function shareOf({ excluded, count, row }: DistributionLine): number | null {
  return excluded || count === null || !row.n_valid ? null : count / row.n_valid;
}
