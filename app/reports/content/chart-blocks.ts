import { intervalName } from "~/i18n/names";
import { formatCount, formatShare } from "~/i18n/numbers";
import { stateOf } from "~/indices/figures";
import type { Interval, MeasureRow } from "~/indices/result";
import { targetText } from "~/indices/target-verdict";
import type { ScoredItem } from "~/questionnaires/questionnaire";
import type { Block, ChartDrawing, RangeRow } from "../report-document";
import { countsAsGiven } from "./distribution-rows";
import type { ReportContext } from "./report-context";
import { type ItemsOnScale, validLevels } from "./scales";

export interface ChartLine {
  label: string;
  row: MeasureRow | undefined;
  strong: boolean;
}

/** Rows whose figures are named one by one in a chart's words; of more, the ends are. */
const NAMED_ROWS = 14;

/** Rates with their intervals as bars, or as points where the place counts; nothing where none is published. */
export function rangesChart(
  { results }: ReportContext,
  { caption, style, lines }: { caption: string; style: "bars" | "points"; lines: readonly ChartLine[] },
): Block[] {
  const rows = lines.flatMap(({ label, row, strong }): RangeRow[] => {
    if (stateOf(row) !== "published" || row?.rate == null) return [];
    return [{ label, value: row.rate, interval: row.rate_ci ?? null, text: formatShare(row.rate), strong }];
  });
  if (rows.length < 2) return [];
  const { targetRate, basis } = results.survey;
  const target = targetRate == null ? null : { value: targetRate, text: `Mục tiêu ${targetText(targetRate)}` };
  const left = lines.length - rows.length;
  const alternative = [
    `${style === "bars" ? "Biểu đồ thanh" : "Biểu đồ điểm"}, mỗi dòng một tỷ lệ kèm ${intervalName(basis)}.`,
    target ? `Đường đứt nét: ${target.text.toLocaleLowerCase("vi")}.` : "",
    wordsOf(rows),
    left > 0 ? `${formatCount(left)} dòng không có số công bố không vẽ.` : "",
  ];
  return [chart(caption, alternative, { kind: "ranges", style, rows, target })];
}

function wordsOf(rows: readonly RangeRow[]): string {
  if (rows.length <= NAMED_ROWS) return `${rows.map(rowText).join("; ")}.`;
  const sorted = [...rows].sort((one, other) => other.value - one.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last ? `${rows.length} dòng; cao nhất: ${rowText(first)}; thấp nhất: ${rowText(last)}.` : "";
}

function rowText({ label, text, interval }: RangeRow): string {
  return interval ? `${label}: ${text} (${rangeText(interval)})` : `${label}: ${text}`;
}

function rangeText([lower, upper]: Interval | readonly [number, number]): string {
  return `từ ${formatShare(lower)} đến ${formatShare(upper)}`;
}

/** Bars of one chart of shares: with labels in full, two such charts stand on a page. */
const MOST_BARS = 10;

/** Shares of the levels among valid answers, one bar a question, a chart for each factor; nothing where none is published. */
export function distributionChart(context: ReportContext, { scale, items }: ItemsOnScale<ScoredItem>): Block[] {
  const levels = validLevels(scale);
  const rows = items.flatMap((item) => {
    const row = context.measures.find(context.unit, "item", item.code);
    if (stateOf(row) !== "published" || !row) return [];
    const counts = levels.map(({ value }) => countsAsGiven(row, scale.levels)[String(value)] ?? 0);
    const valid = counts.reduce((sum, count) => sum + count, 0);
    if (valid === 0) return [];
    const shares = counts.map((count) => count / valid);
    return [{ item, label: labelOf(item), shares, texts: shares.map((share) => formatShare(share, 0)) }];
  });
  if (rows.length < 2) return [];
  const names = levels.map(({ label }) => label.vi);
  const { factors } = context.results.questionnaire;
  const asked = factors.filter(({ code }) => items.some(({ factor }) => factor === code));
  return asked.flatMap(({ code, title }) => {
    const own = rows.filter(({ item }) => item.factor === code);
    const left = items.filter(({ factor }) => factor === code).length - own.length;
    const alternative = [
      `Biểu đồ thanh chồng, mỗi dòng một tiêu chí, chia theo các mức ${names.map((name) => `“${name}”`).join(", ")}, tính trên câu trả lời hợp lệ.`,
      "Số câu trả lời và tỷ lệ của từng mức ghi trong bảng phân bố ở phụ lục.",
      left > 0 ? `${formatCount(left)} tiêu chí không có số công bố không vẽ.` : "",
    ];
    const parts = evenParts(own, MOST_BARS);
    return parts.map((part) => {
      const of = asked.length > 1 ? `: ${code}. ${title.vi}` : "";
      const ends = parts.length > 1 ? ` (${part[0]?.item.code}–${part.at(-1)?.item.code})` : "";
      const drawn = part.map(({ label, shares, texts }) => ({ label, shares, texts }));
      const caption = `Phân bố câu trả lời hợp lệ theo tiêu chí${of}${ends}`;
      return chart(caption, alternative, { kind: "shares", levels: names, rows: drawn });
    });
  });
}

/** A criterion's code and words, without the examples in brackets at its end: the table has them. */
function labelOf({ code, text }: ScoredItem): string {
  return `${code}. ${text.vi.replace(/[\s.]*\([^()]*\)[\s.]*$/u, "")}`;
}

/** The rows in order, in as few parts of about the same length as hold at most so many each. */
function evenParts<Row>(rows: readonly Row[], most: number): Row[][] {
  const parts = Math.ceil(rows.length / most);
  return Array.from({ length: parts }, (_, part) =>
    rows.slice(Math.round((part * rows.length) / parts), Math.round(((part + 1) * rows.length) / parts)),
  );
}

function chart(caption: string, sentences: readonly string[], drawing: ChartDrawing): Block {
  return { kind: "chart", chart: { caption, alternative: sentences.filter(Boolean).join(" "), drawing } };
}
