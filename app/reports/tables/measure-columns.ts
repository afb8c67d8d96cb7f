import { BASIS_NAMES, MODEL_INTERVAL_SENTENCE, SIMULATED_MARK } from "~/i18n/names";
import type { SizeStanding } from "~/indices/by-size";
import { MASKED } from "~/indices/figures";
import { allSatisfiedName, itemText, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { MeasureIndex, type ResultUnit, type SurveyResults } from "~/indices/survey-results";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { isProbabilityBasis } from "~/surveys/survey";
import { type CellValue, column, type DataColumn, type DataKind } from "./data-table";
import { SIZE_COLUMNS } from "./size-columns";

/** A result row with the unit it is about; `unit` null stands for all units together. */
export interface MeasureLine {
  results: SurveyResults;
  unit: ResultUnit | null;
  row: MeasureRow;
  /** The same index theo quy mô, of a branch or of all units. */
  sized: MeasureRow | undefined;
  standing: SizeStanding | undefined;
}

export const ALL_UNITS = "*";
/** Heading of the column of keys, which name a unit through changes of name and code. */
export const STABLE_CODE = "Mã ổn định của đơn vị";
export const ALL_UNITS_NAME = "Toàn bộ mẫu";

/** Lines in the order of the results, which is that of the tree. */
export function* eachMeasureLine(results: SurveyResults): Generator<MeasureLine> {
  const units = new Map(results.units.map((unit) => [unit.key, unit]));
  const sized = new MeasureIndex(results.bySize.rows);
  const standings = new Map(results.bySize.standings.map((standing) => [standing.unit, standing]));
  for (const row of results.measures)
    yield {
      ...{ results, row, unit: units.get(row.unit) ?? null },
      ...{ sized: sized.find(row.unit, row.level, row.code), standing: standings.get(row.unit) },
    };
}

export function measureLabel(questionnaire: Questionnaire, { level, code }: MeasureRow): string {
  switch (level) {
    case "item": {
      const item = questionnaire.items.find((candidate) => candidate.code === code);
      return item ? itemText(item) : code;
    }
    case "factor":
      return questionnaire.factors.find((factor) => factor.code === code)?.title.vi ?? code;
    case "domain":
      return questionnaire.domains.find((domain) => domain.code === code)?.title.vi ?? code;
    case "overall":
      return OVERALL_RATE_NAME;
    case "all-satisfied":
      return allSatisfiedName(questionnaire.sector);
  }
}

type Line = MeasureLine;

const ALL_UNITS_WORDS = { [ALL_UNITS]: "Tất cả đơn vị" };

export const UNIT_COLUMNS: readonly DataColumn<Line>[] = [
  column(
    "unit_key",
    STABLE_CODE,
    "text",
    16,
    "Mã không đổi của đơn vị qua các lần đổi tên; * là tất cả đơn vị.",
    ({ row }) => row.unit,
    ALL_UNITS_WORDS,
  ),
  column(
    "unit_code",
    "Mã đơn vị",
    "text",
    14,
    "Mã của đơn vị; * là tất cả đơn vị. Mã có thể được dùng lại.",
    ({ row, unit }) => (row.unit === ALL_UNITS ? ALL_UNITS : (unit?.code ?? "")),
    ALL_UNITS_WORDS,
  ),
  column("unit_name", "Tên đơn vị", "text", 40, "Tên của đơn vị.", ({ row, unit }) =>
    row.unit === ALL_UNITS ? ALL_UNITS_NAME : (unit?.name ?? ""),
  ),
];

const ROW_COLUMNS: readonly DataColumn<Line>[] = [
  column("level", "Cấp", "text", 12, "item, factor, domain, overall hoặc all-satisfied.", ({ row }) => row.level),
  column(
    "code",
    "Mã",
    "text",
    10,
    "Mã câu hỏi, yếu tố hoặc nội dung; * ở overall và all-satisfied.",
    ({ row }) => row.code,
  ),
  column("label", "Tên", "text", 50, "Tên của câu hỏi, yếu tố, nội dung hoặc chỉ số.", ({ results, row }) =>
    measureLabel(results.questionnaire, row),
  ),
  column("rule", "Quy tắc", "text", 16, "Quy tắc tính chỉ số; trống ở câu hỏi.", ({ row }) => row.rule ?? null),
  column(
    "reversed",
    "Đảo chiều",
    "text",
    10,
    "reversed: tiêu chí đổi ngược mức trước khi tính rate và mean.",
    ({ row }) => (row.reversed ? "reversed" : null),
    { reversed: "đảo chiều" },
  ),
];

const BASE_COLUMNS: readonly DataColumn<Line>[] = [
  column("k", "Số thành phần", "count", 12, "Số thành phần của chỉ số.", ({ row }) => row.k ?? null),
  figure("k_used", "Thành phần có dữ liệu", "count", "Số thành phần có câu trả lời hợp lệ.", ({ k_used }) => k_used),
  figure(
    "n_asked",
    "Số câu được hỏi",
    "count",
    "Số câu trả lời lẽ ra có: người được hỏi × tiêu chí.",
    ({ n_asked }) => n_asked,
  ),
  figure("n_valid", "Số câu hợp lệ", "count", "Số câu trả lời hợp lệ.", ({ n_valid }) => n_valid),
  figure(
    "n_excluded",
    "Số câu ngoài thang đo",
    "count",
    "Số câu trả lời ngoài thang đo (không sử dụng, không muốn trả lời).",
    ({ n_excluded }) => n_excluded,
  ),
  figure("n_missing", "Số câu để trống", "count", "Số câu để trống.", ({ n_missing }) => n_missing),
  figure(
    "n_persons",
    "Số người (n)",
    "count",
    "Số người có ít nhất một câu trả lời hợp lệ: cỡ mẫu n.",
    ({ n_persons }) => n_persons,
  ),
];

const ESTIMATE_COLUMNS: readonly DataColumn<Line>[] = [
  figure("rate", "Tỷ lệ hài lòng", "share", "Tỷ lệ hài lòng, 0–1.", ({ rate }) => rate),
  figure("rate_se", "Sai số chuẩn của tỷ lệ", "error", "Sai số chuẩn của rate, 0–1.", ({ rate_se }) => rate_se),
  figure(
    "rate_low",
    "Cận dưới 95% của tỷ lệ",
    "share",
    "Cận dưới của khoảng 95% của rate.",
    ({ rate_ci }) => rate_ci?.[0],
  ),
  figure(
    "rate_high",
    "Cận trên 95% của tỷ lệ",
    "share",
    "Cận trên của khoảng 95% của rate.",
    ({ rate_ci }) => rate_ci?.[1],
  ),
  figure("mean", "Điểm trung bình", "decimal", "Trung bình cộng mức của các câu trả lời hợp lệ.", ({ mean }) => mean),
  figure("mean_se", "Sai số chuẩn của điểm", "error", "Sai số chuẩn của mean.", ({ mean_se }) => mean_se),
  figure(
    "mean_low",
    "Cận dưới 95% của điểm",
    "decimal",
    "Cận dưới của khoảng 95% của mean.",
    ({ mean_ci }) => mean_ci?.[0],
  ),
  figure(
    "mean_high",
    "Cận trên 95% của điểm",
    "decimal",
    "Cận trên của khoảng 95% của mean.",
    ({ mean_ci }) => mean_ci?.[1],
  ),
];

/** What has to stand on every line that leaves the system. */
export const STATE_COLUMNS: readonly DataColumn<Line>[] = [
  column(
    "suppressed",
    "Không công bố",
    "text",
    14,
    "masked: không công bố; các số của dòng để trống.",
    ({ row }) => row.suppressed,
    { masked: MASKED },
  ),
  column(
    "basis",
    "Cơ sở của mẫu",
    "text",
    22,
    "probability, census, quota hoặc voluntary.",
    ({ results }) => results.survey.basis,
    BASIS_NAMES,
  ),
  column(
    "interval",
    "Khoảng 95%",
    "text",
    22,
    `confidence: khoảng tin cậy; model: ${MODEL_INTERVAL_SENTENCE}. Khoảng và sai số của dòng phải hiểu theo cột này.`,
    ({ results }) => (isProbabilityBasis(results.survey.basis) ? "confidence" : "model"),
    { confidence: "khoảng tin cậy", model: "theo mô hình" },
  ),
  column("simulated", "Mô phỏng", "text", 20, `${SIMULATED_MARK}: không phải kết quả khảo sát thật.`, ({ results }) =>
    results.survey.simulated ? SIMULATED_MARK : null,
  ),
  column(
    "as_of",
    "Số liệu đến ngày",
    "text",
    12,
    "Ngày (giờ của tỉnh) mà số liệu của dòng tính đến.",
    ({ results }) => results.asOf,
  ),
  column(
    "updates",
    "Cập nhật",
    "text",
    10,
    "batches: số liệu còn thay đổi, phiếu trong ngày vào theo từng lượt 10 phiếu của một đơn vị; final: đã chốt.",
    ({ results }) => (results.survey.status === "finalised" ? "final" : "batches"),
    { batches: "theo từng lượt", final: "đã chốt" },
  ),
];

/** One line per result row, the columns of contracts, section 3, with the names of unit and measure beside the codes. */
export const MEASURE_COLUMNS: readonly DataColumn<Line>[] = [
  ...UNIT_COLUMNS,
  ...ROW_COLUMNS,
  ...BASE_COLUMNS,
  ...ESTIMATE_COLUMNS,
  ...SIZE_COLUMNS,
  ...STATE_COLUMNS,
];

/** The same columns for the sheet of questions, with the counts of levels between the bases and the estimates. */
export function itemColumns(levels: readonly DataColumn<Line>[]): DataColumn<Line>[] {
  const ofIndex = new Set(["level", "rule", "k", "k_used"]);
  const columns = [...UNIT_COLUMNS, ...ROW_COLUMNS, ...BASE_COLUMNS, ...levels, ...ESTIMATE_COLUMNS, ...STATE_COLUMNS];
  return columns.filter(({ key }) => !ofIndex.has(key));
}

function figure(
  key: string,
  title: string,
  kind: DataKind,
  meaning: string,
  value: (row: MeasureRow) => number | null | undefined,
): DataColumn<Line> {
  return column(key, title, kind, 12, meaning, ({ row }): CellValue => (row.suppressed ? null : (value(row) ?? null)));
}
