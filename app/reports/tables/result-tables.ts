import { intervalName, KIND_NAMES, ROLL_UP_NAME, SIZE_NAME } from "~/i18n/names";
import type { SizeStanding } from "~/indices/by-size";
import {
  CAUTION_MARK,
  isPartial,
  MASKED,
  markNotes,
  NO_DATA,
  needsCaution,
  PARTIAL_MARK,
  stateOf,
} from "~/indices/figures";
import { allSatisfiedName, OVERALL_MEAN_NAME, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureLevel, MeasureRow, ReliabilityRow } from "~/indices/result";
import { MeasureIndex, measureIndexOf, type ResultUnit, type SurveyResults } from "~/indices/survey-results";
import { isScored } from "~/questionnaires/questionnaire";
import { countsAsGiven } from "../content/distribution-rows";
import { unitPersons } from "../content/unit-persons";
import {
  type CellValue,
  column,
  type DataColumn,
  type DataTable,
  dataTable,
  type StreamedTable,
  streamedTable,
} from "./data-table";
import {
  ALL_UNITS,
  ALL_UNITS_NAME,
  eachMeasureLine,
  itemColumns,
  MEASURE_COLUMNS,
  type MeasureLine,
  STABLE_CODE,
} from "./measure-columns";

/** Every result row, one line each, the file "Chỉ số (CSV)": the sheets split them by what they are about. */
export function measureTable(results: SurveyResults): StreamedTable {
  return { ...streamedTable("Chỉ số (CSV)", MEASURE_COLUMNS, eachMeasureLine(results)), repeats: WHO_AND_WHAT };
}

/** Sheet "Tiêu chí": units × questions on a scale, with the counts of the levels. */
export function itemTable(results: SurveyResults): StreamedTable {
  const scaleItems = new Set(
    results.questionnaire.items.filter(({ type }) => type === "scale").map(({ code }) => code),
  );
  const lines = linesOf(results, ({ row }) => row.level === "item" && scaleItems.has(row.code));
  return { ...streamedTable("Tiêu chí", itemColumns(levelColumns(results)), lines), repeats: WHO_AND_WHAT };
}

/** Sheet "Yếu tố": units × factors, domains and the indices over them, with their errors and intervals. */
export function factorTable(results: SurveyResults): StreamedTable {
  const lines = linesOf(results, ({ row }) => row.level !== "item");
  return { ...streamedTable("Yếu tố", MEASURE_COLUMNS, lines), repeats: WHO_AND_WHAT };
}

/** What a line of these sheets is about: its unit and its measure. */
const WHO_AND_WHAT = ["unit_name", "label"] as const;

function* linesOf(results: SurveyResults, wanted: (line: MeasureLine) => boolean): Generator<MeasureLine> {
  for (const line of eachMeasureLine(results)) if (wanted(line)) yield line;
}

/** A column for each value of any scale of the form, counts as the answers were given. */
function levelColumns({ questionnaire }: SurveyResults): DataColumn<MeasureLine>[] {
  const levels = questionnaire.scales.flatMap((scale) => scale.levels);
  const values = [...new Set(levels.map(({ value }) => value))].sort((a, b) => a - b);
  const levelsOf = new Map(
    questionnaire.items.flatMap((item) =>
      item.type === "scale"
        ? [[item.code, questionnaire.scales.find(({ code }) => code === item.scale)?.levels ?? []] as const]
        : [],
    ),
  );
  return values.map((value) =>
    column(
      `level_${value}`,
      `Mức ${value}`,
      "count",
      9,
      `Số câu trả lời ở mức ${value} như người trả lời đã chọn, không trọng số; nhãn của mức theo thang đo của câu hỏi.`,
      ({ row }) => {
        const own = levelsOf.get(row.code) ?? [];
        if (row.suppressed || !own.some((level) => level.value === value)) return null;
        return countsAsGiven(row, own)[String(value)] ?? 0;
      },
    ),
  );
}

interface IndexRow {
  unit: ResultUnit | null;
  /** Theo quy mô; undefined for a single unit. */
  sized: MeasureRow | undefined;
  standing: SizeStanding | undefined;
  find: (level: MeasureLevel, code: string) => MeasureRow | undefined;
}

/** Sheet "Chỉ số": one line per unit, for readers; what is not published or absent says so in words. */
export function indexTable(results: SurveyResults): DataTable {
  const measures = measureIndexOf(results);
  const sized = new MeasureIndex(results.bySize.rows);
  const standings = new Map(results.bySize.standings.map((standing) => [standing.unit, standing]));
  const row = (unit: ResultUnit | null): IndexRow => ({
    unit,
    sized: sized.find(unit?.key ?? ALL_UNITS, "overall"),
    standing: standings.get(unit?.key ?? ALL_UNITS),
    find: (level, code) => measures.find(unit?.key ?? ALL_UNITS, level, code),
  });
  return dataTable("Chỉ số", indexColumns(results), [row(null), ...results.units.map(row)]);
}

const PERSONS_MEANING =
  "Cỡ mẫu n của chỉ số chung; ở đơn vị không công bố chỉ số: số phiếu đã nhận, nếu đủ số người ít nhất của một nhóm.";

const CAUTION_WORDS = `${CAUTION_MARK} Cần thận trọng`;
const PARTIAL_WORDS = `${PARTIAL_MARK} Thiếu tiêu chí`;
const NOTE_MEANING = `${CAUTION_WORDS}, ${PARTIAL_WORDS}: nghĩa của dấu ở bảng Phương pháp; trống: không có dấu nào.`;

/** The report's marks of a unit's overall rate, in words short enough to filter by. */
function cautions(row: MeasureRow | undefined): string | null {
  if (stateOf(row) !== "published") return null;
  const words = [...(needsCaution(row) ? [CAUTION_WORDS] : []), ...(isPartial(row) ? [PARTIAL_WORDS] : [])];
  return words.length === 0 ? null : words.join("; ");
}

/** What the marks of the sheet "Chỉ số" mean, those alone that occur in it. */
export function indexNotes(results: SurveyResults): string[] {
  return markNotes(results.measures.filter(({ level }) => level === "overall"));
}

/** The headline of branches, where sizes are known; single units have one figure, which stands in the pooled columns. */
function sizeColumns({ bySize, survey }: SurveyResults): DataColumn<IndexRow>[] {
  if (bySize.rows.length === 0) return [];
  const figure = (
    key: string,
    title: string,
    kind: "share" | "decimal",
    value: (row: MeasureRow) => number | null | undefined,
  ) => column<IndexRow>(key, title, kind, 13, title, ({ sized }) => (sized ? inWords(sized, value) : null));
  const interval = intervalName(survey.basis);
  return [
    figure("size_rate", `${OVERALL_RATE_NAME} (${SIZE_NAME})`, "share", ({ rate }) => rate),
    figure("size_rate_low", `Cận dưới của ${interval} (${SIZE_NAME})`, "share", ({ rate_ci }) => rate_ci?.[0]),
    figure("size_rate_high", `Cận trên của ${interval} (${SIZE_NAME})`, "share", ({ rate_ci }) => rate_ci?.[1]),
    figure("size_mean", `${OVERALL_MEAN_NAME} (${SIZE_NAME})`, "decimal", ({ mean }) => mean),
    column(
      "size_share",
      "Phần quy mô được đại diện",
      "share",
      12,
      "Phần của tổng quy mô được đại diện",
      ({ sized, standing }) => (sized?.suppressed === null ? (standing?.share ?? null) : null),
    ),
  ];
}

function indexColumns(results: SurveyResults): DataColumn<IndexRow>[] {
  const { questionnaire, survey, bySize } = results;
  const used = new Set(questionnaire.items.filter(isScored).map(({ factor }) => factor));
  const factors = questionnaire.factors.filter(({ code }) => used.has(code));
  const pooled = bySize.rows.length > 0 ? ` (nhóm đơn vị: ${ROLL_UP_NAME})` : "";
  const domains = questionnaire.domains.filter(({ code }) => factors.some(({ domain }) => domain === code));
  const rate = (level: MeasureLevel, code: string, title: string): DataColumn<IndexRow> =>
    column(`rate_${level}_${code}`, title, "share", 12, title, ({ find }) =>
      inWords(find(level, code), ({ rate }) => rate),
    );
  const interval = intervalName(survey.basis);
  return [
    column("unit_code", "Mã đơn vị", "text", 11, "Mã đơn vị", ({ unit }) => unit?.code ?? null),
    column("unit_name", "Đơn vị", "text", 38, "Tên đơn vị", ({ unit }) => unit?.name ?? ALL_UNITS_NAME),
    column("place", "Thuộc", "text", 18, "Xã, phường hoặc sở cấp trên gần nhất", ({ unit }) => unit?.place ?? null),
    column("kind", "Loại đơn vị", "text", 18, "Loại đơn vị", ({ unit }) => (unit ? KIND_NAMES[unit.kind] : null)),
    column("n_persons", "Số người (n)", "count", 11, PERSONS_MEANING, ({ unit, find }) => {
      const persons = unitPersons(unit ?? undefined, find("overall", "*"));
      return persons ?? MASKED;
    }),
    ...sizeColumns(results),
    rate("overall", "*", OVERALL_RATE_NAME + pooled),
    column("rate_low", `Cận dưới của ${interval}`, "share", 12, "Cận dưới", ({ find }) =>
      inWords(find("overall", "*"), ({ rate_ci }) => rate_ci?.[0]),
    ),
    column("rate_high", `Cận trên của ${interval}`, "share", 12, "Cận trên", ({ find }) =>
      inWords(find("overall", "*"), ({ rate_ci }) => rate_ci?.[1]),
    ),
    column("mean", OVERALL_MEAN_NAME + pooled, "decimal", 12, "Điểm trung bình", ({ find }) =>
      inWords(find("overall", "*"), ({ mean }) => mean),
    ),
    column("note", "Ghi chú", "text", 17, NOTE_MEANING, ({ find }) => cautions(find("overall", "*"))),
    rate("all-satisfied", "*", allSatisfiedName(questionnaire.sector)),
    ...domains.map(({ code, title }) => rate("domain", code, `Nội dung ${code}: ${title.vi}`)),
    ...factors.map(({ code, title }) => rate("factor", code, `Yếu tố ${code}: ${title.vi}`)),
  ];
}

function inWords(row: MeasureRow | undefined, figure: (row: MeasureRow) => number | null | undefined): CellValue {
  const state = stateOf(row);
  if (state === "masked") return MASKED;
  return (row && figure(row)) ?? (state === "empty" ? NO_DATA : null);
}

/** Sheet "Độ tin cậy": Cronbach's alpha of each factor over complete cases. */
export function reliabilityTable(results: SurveyResults): DataTable {
  const names = new Map(results.units.map((unit) => [unit.key, unit]));
  const columns: DataColumn<ReliabilityRow>[] = [
    column("unit_key", STABLE_CODE, "text", 20, "Mã không đổi của đơn vị.", ({ unit }) => unit, {
      [ALL_UNITS]: "Tất cả đơn vị",
    }),
    column("unit_name", "Tên đơn vị", "text", 40, "Tên của đơn vị.", ({ unit }) =>
      unit === ALL_UNITS ? ALL_UNITS_NAME : (names.get(unit)?.name ?? ""),
    ),
    column("factor", "Yếu tố", "text", 10, "Mã yếu tố.", ({ factor }) => factor),
    column("k", "Số tiêu chí", "count", 10, "Số tiêu chí của yếu tố (k).", ({ k }) => k),
    column("n", "Số người", "count", 10, "Số người trả lời đủ các tiêu chí của yếu tố.", ({ n }) => n),
    column(
      "alpha",
      "Alpha",
      "error",
      10,
      "Hệ số alpha của Cronbach; trống: không xác định hoặc không công bố.",
      ({ alpha }) => alpha,
    ),
  ];
  return dataTable("Độ tin cậy", columns, results.reliability);
}
