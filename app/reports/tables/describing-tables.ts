import { formatDay } from "~/i18n/dates";
import { CHANNEL_NAMES, PARTIAL_SCOPE_SENTENCE, RULE_NAMES, SECTOR_NAMES, SIMULATED_MARK } from "~/i18n/names";
import { MASKED } from "~/indices/figures";
import { BATCHES_NOTE } from "~/indices/published-batches";
import { sizeView, standingText } from "~/indices/size-view";
import type { SurveyResults } from "~/indices/survey-results";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item } from "~/questionnaires/questionnaire-schema";
import {
  DIFFERENCING_CAUTION,
  hasMaskedGroup,
  intervalMethodText,
  maskingText,
  measureDefinitions,
  rollUpText,
  sampleBasisText,
  verificationText,
} from "../content/method-section";
import { choiceItems } from "../content/scales";
import { type FiguresSource, sourceText } from "../figures-source";
import { type CellValue, column, type DataColumn, type DataHeading, type DataTable, dataTable } from "./data-table";
import { indexNotes } from "./result-tables";

interface SampleLine {
  part: string;
  entry: string;
  count: CellValue;
  share: CellValue;
}

const SAMPLE_COLUMNS: readonly DataColumn<SampleLine>[] = [
  column("part", "Đặc điểm", "text", 44, "Đặc điểm", ({ part }) => part),
  column("entry", "Giá trị", "text", 44, "Giá trị", ({ entry }) => entry),
  column("count", "Số người", "count", 14, "Số người", ({ count }) => count),
  column("share", "Tỷ lệ", "share", 14, "Tỷ lệ trên số người trả lời hợp lệ", ({ share }) => share),
];

/** Sheet "Mẫu": responses by channel and respondents by profile question. */
export function sampleTable(results: SurveyResults): DataTable {
  const channels = results.channels.map(({ channel, responses }) => ({
    part: "Kênh thu nhận",
    entry: CHANNEL_NAMES[channel],
    count: responses ?? MASKED,
    share: responses === null || results.responses === null ? MASKED : responses / results.responses || 0,
  }));
  const all = { part: "Tổng số phiếu", entry: "", count: results.responses ?? MASKED, share: null };
  return dataTable("Mẫu", SAMPLE_COLUMNS, [all, ...channels, ...profileLines(results)]);
}

function profileLines(results: SurveyResults): SampleLine[] {
  const rows = new Map(
    results.measures.filter(({ unit, level }) => unit === "*" && level === "item").map((row) => [row.code, row]),
  );
  return choiceItems(results.questionnaire, true).flatMap((item) => {
    const row = rows.get(item.code);
    const line = (entry: string, count: number, base: number): SampleLine => ({
      part: item.text.vi,
      entry,
      count: row?.suppressed ? MASKED : count,
      share: row?.suppressed ? MASKED : base === 0 ? null : count / base,
    });
    return [
      ...item.options.map(({ value, label, excluded }) =>
        line(label.vi, row?.levels?.[String(value)] ?? 0, excluded ? 0 : (row?.n_valid ?? 0)),
      ),
      line("Không trả lời", row?.n_missing ?? 0, 0),
    ];
  });
}

/** Sheet "Phương pháp": what a reader needs to judge the figures, in the report's own sentences. */
export function methodTable(source: FiguresSource): DataTable {
  const { results } = source;
  const { survey, version, questionnaire, minimums } = results;
  const taken = sourceText(source);
  const lines: [string, CellValue][] = [
    ...(survey.simulated ? [["Tính chất số liệu", SIMULATED_MARK] satisfies [string, CellValue]] : []),
    ["Tỉnh", results.province],
    ["Đợt khảo sát", survey.title],
    ["Cơ quan thực hiện", survey.owner.name],
    ["Thời gian", `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
    ["Số liệu tính đến ngày", formatDay(results.asOf)],
    ...(taken === null ? [] : [["Nguồn số liệu", taken] satisfies [string, CellValue]]),
    ...(survey.status === "finalised" ? [] : [["Cập nhật số liệu", BATCHES_NOTE] satisfies [string, CellValue]]),
    ...(results.scope === "part" ? [["Phạm vi", PARTIAL_SCOPE_SENTENCE] satisfies [string, CellValue]] : []),
    ["Số phiếu đưa vào tính toán", results.responses ?? MASKED],
    ["Lĩnh vực", SECTOR_NAMES[questionnaire.sector]],
    ["Phiếu khảo sát", questionnaire.title.vi],
    ["Mã phiếu", questionnaire.code],
    ["Phiên bản", version.number],
    ["Mã kiểm tra (SHA-256)", version.checksum],
    ["Đối chiếu bản gốc", verificationText(version.verification, questionnaire.source)],
    ["Nguồn của phiếu", questionnaire.source],
    ["Quy tắc tính chỉ số", `${RULE_NAMES[questionnaire.index.rule]} (${questionnaire.index.rule})`],
    ...Object.entries(questionnaire.index.weights ?? {}).map(([domain, weight]): [string, CellValue] => [
      `Trọng số của nội dung ${domain}`,
      weight,
    ]),
    ...measureDefinitions(questionnaire).map((text): [string, CellValue] => ["Cách tính", text]),
    ["Gộp theo cây đơn vị", rollUpText(results)],
    ...sizeLines(results),
    ["Cơ sở của mẫu", sampleBasisText({ results })],
    ["Độ chính xác", intervalMethodText({ results })],
    ...indexNotes(results).map((text): [string, CellValue] => ["Dấu ở cột Ghi chú của bảng Chỉ số", text]),
    ["Số người ít nhất của một nhóm", minimums.cell],
    ["Số người ít nhất để công bố chỉ số của đơn vị", minimums.unit],
    ["Bảo vệ danh tính", maskingText({ results })],
    ...(results.respondents === undefined
      ? [["Chỉ số theo đặc điểm người trả lời", RESPONDENTS_ABSENT] satisfies [string, CellValue]]
      : []),
    ...(hasMaskedGroup({ results })
      ? [["Việc còn lại của người công bố", `${DIFFERENCING_CAUTION}.`] satisfies [string, CellValue]]
      : []),
  ];
  return dataTable("Phương pháp", METHOD_COLUMNS, lines);
}

const RESPONDENTS_ABSENT =
  "Không tính trong số liệu này: chỉ có trong tệp lấy từ bản số liệu lập từ khi hệ thống có phần này.";

function sizeLines({ bySize }: SurveyResults): [string, CellValue][] {
  const { standing } = sizeView(bySize, "*");
  return standing ? [["Theo quy mô, toàn bộ mẫu", standingText(standing)]] : [];
}

const METHOD_COLUMNS: readonly DataColumn<[string, CellValue]>[] = [
  column("entry", "Nội dung", "text", 44, "Nội dung", ([entry]) => entry),
  column("value", "Giá trị", "text", 110, "Giá trị", ([, value]) => value),
];

interface CodeLine {
  part: string;
  code: string;
  value: CellValue;
  meaning: string;
  note: string | null;
}

const CODE_COLUMNS: readonly DataColumn<CodeLine>[] = [
  column("part", "Loại", "text", 14, "Loại mã", ({ part }) => part),
  column("code", "Mã", "text", 22, "Mã", ({ code }) => code),
  column("value", "Giá trị", "text", 10, "Giá trị", ({ value }) => value),
  column("meaning", "Ý nghĩa", "text", 90, "Ý nghĩa", ({ meaning }) => meaning),
  column("note", "Ghi chú", "text", 40, "Ghi chú", ({ note }) => note),
];

const OPENING_CSV =
  "Tệp CSV dành cho phần mềm; người đọc nên dùng tệp Excel. Mở CSV bằng Excel: Dữ liệu (Data), Từ văn bản/CSV (From Text/CSV), mã 65001: Unicode (UTF-8), dấu tách là dấu phẩy. Số viết dấu chấm thập phân: trong Chuyển đổi dữ liệu (Transform Data), đặt kiểu cột theo vùng English (United States).";

/**
 * Sheet "Từ điển mã": every code that stands in the files, those of the form first, then the columns: the heading that
 * the CSV files carry, the heading of the sheets, and what the column holds.
 */
export function codebookTable(
  source: FiguresSource,
  tables: readonly { name: string; columns: readonly DataHeading[] }[],
): DataTable {
  const { results } = source;
  const { questionnaire } = results;
  const taken = sourceText(source);
  const lines: CodeLine[] = [
    codeLine("cách mở", "CSV", OPENING_CSV),
    codeLine("mẫu phiếu", questionnaire.code, questionnaire.title.vi, `SHA-256 ${results.version.checksum}`),
    ...(results.survey.simulated ? [codeLine("số liệu", "simulated", SIMULATED_MARK)] : []),
    ...(taken === null ? [] : [codeLine("số liệu", "snapshot", taken)]),
    ...questionnaire.domains.map(({ code, title }) => codeLine("nội dung", code, title.vi)),
    ...questionnaire.factors.map(({ code, title, domain }) =>
      codeLine("yếu tố", code, title.vi, domain ? `nội dung ${domain}` : null),
    ),
    ...questionnaire.scales.flatMap((scale) =>
      scale.levels.map(({ value, label, satisfied, excluded }) => ({
        ...codeLine("mức", scale.code, label.vi, satisfied ? "mức hài lòng" : excluded ? "ngoài mẫu số" : null),
        value,
      })),
    ),
    ...questionnaire.items.flatMap((item) => itemCodes(results, item)),
    ...tables.flatMap(({ name, columns }) =>
      columns.map(({ key, title, meaning }) =>
        codeLine("cột", key, meaning === title ? title : `${title}: ${meaning}`, `bảng ${name}`),
      ),
    ),
    ...wordLines(tables.flatMap(({ columns }) => columns)),
  ];
  return dataTable("Từ điển mã", CODE_COLUMNS, lines);
}

/** The workbook says some codes in words; here each code of the CSV files stands beside its words, once. */
function wordLines(columns: readonly DataHeading[]): CodeLine[] {
  const explained = new Map(columns.flatMap(({ key, words }) => (words ? [[key, words] as const] : [])));
  return [...explained].flatMap(([key, words]) =>
    Object.entries(words).map(([code, meaning]) => ({
      ...codeLine("mã", key, meaning, "chữ trong tệp Excel"),
      value: code,
    })),
  );
}

function itemCodes(results: SurveyResults, item: Item): CodeLine[] {
  const { questionnaire } = results;
  if (item.type === "scale") {
    const factor = item.factor === undefined ? "ngoài chỉ số" : `yếu tố ${item.factor}`;
    const note = `thang ${scaleOf(questionnaire, item).code}; ${factor}${item.reverse ? "; đảo chiều" : ""}`;
    return [codeLine("câu hỏi", item.code, item.text.vi, note)];
  }
  const own = codeLine("câu hỏi", item.code, item.text.vi, item.profile ? "về người trả lời" : null);
  if (item.type === "number" || item.type === "text") return [own];
  const options = item.options.map(({ value, label, excluded, counts_as_return }) => ({
    ...codeLine(
      "phương án",
      item.code,
      label.vi,
      excluded ? "ngoài mẫu số" : counts_as_return ? "tính là quay lại" : null,
    ),
    value,
  }));
  return [own, ...options];
}

function codeLine(part: string, code: string, meaning: string, note: string | null = null): CodeLine {
  return { part, code, value: null, meaning, note };
}
