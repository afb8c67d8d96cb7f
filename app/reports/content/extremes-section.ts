import { intervalName } from "~/i18n/names";
import { formatShare } from "~/i18n/numbers";
import { stateOf } from "~/indices/figures";
import { itemText } from "~/indices/measure-names";
import type { Interval, MeasureRow } from "~/indices/result";
import { type ScoredItem, scoredItems } from "~/questionnaires/questionnaire";
import { type Block, heading, list, paragraph } from "../report-document";
import type { ReportContext } from "./report-context";

/** How many criteria are named at either end. */
const NAMED = 3;

interface RatedItem {
  item: ScoredItem;
  rate: number;
  interval: Interval | null;
}

/**
 * The criteria with the highest and the lowest rates in words. Where intervals overlap the text says that a difference
 * is not established; where they do not, it says only that they are apart (overlap is no test: statistics,
 * "Uncertainty").
 */
export function extremesSection(context: ReportContext): Block[] {
  if (!context.hasIndex) return [];
  const rated = ratedItems(context);
  const title = heading(2, "Tiêu chí có tỷ lệ hài lòng cao nhất, thấp nhất");
  if (rated.length < 2) return [title, paragraph("Chưa đủ số liệu được công bố để so sánh các tiêu chí.")];
  const named = Math.min(NAMED, Math.floor(rated.length / 2));
  const highest = rated.slice(0, named);
  const lowest = rated.slice(-named).reverse();
  return [
    title,
    paragraph("Các tiêu chí có tỷ lệ hài lòng cao nhất trong mẫu:"),
    list(highest.map((rating) => ratedText(context, rating))),
    paragraph(edgeText(context, highest, rated[named], "cao nhất")),
    paragraph("Các tiêu chí có tỷ lệ hài lòng thấp nhất trong mẫu:"),
    list(lowest.map((rating) => ratedText(context, rating))),
    paragraph(edgeText(context, lowest, rated[rated.length - named - 1], "thấp nhất")),
    paragraph(endsText(context, rated)),
  ];
}

function ratedItems({ results, measures, unit }: ReportContext): RatedItem[] {
  const rated = scoredItems(results.questionnaire).flatMap((item) => {
    const row: MeasureRow | undefined = measures.find(unit, "item", item.code);
    if (stateOf(row) !== "published" || row?.rate == null) return [];
    return [{ item, rate: row.rate, interval: row.rate_ci ?? null }];
  });
  return rated.sort((a, b) => b.rate - a.rate);
}

function ratedText({ results }: ReportContext, { item, rate, interval }: RatedItem): string {
  const range = interval
    ? ` (${intervalName(results.survey.basis)}: từ ${formatShare(interval[0])} đến ${formatShare(interval[1])})`
    : "";
  return `${item.code} – ${itemText(item).replace(/\.$/u, "")}: ${formatShare(rate)}${range}.`;
}

/** Which of the named criteria and the next one are not told apart from their neighbour: the pairs, by code. */
function edgeText(
  context: ReportContext,
  named: readonly RatedItem[],
  next: RatedItem | undefined,
  end: string,
): string {
  const chain = next && !named.includes(next) ? [...named, next] : named;
  const pairs = chain.flatMap((rating, index) => {
    const following = chain[index + 1];
    return following && overlaps(rating.interval, following.interval)
      ? [`${rating.item.code} và ${following.item.code}`]
      : [];
  });
  const name = intervalName(context.results.survey.basis);
  return pairs.length > 0
    ? `Trong các tiêu chí ${end} nêu trên và tiêu chí kế tiếp, ${pairs.join("; ")} có ${name} chồng lên nhau, chưa đủ căn cứ để kết luận có chênh lệch; thứ tự chỉ có ý nghĩa trong mẫu.`
    : `Các tiêu chí ${end} nêu trên và tiêu chí kế tiếp có ${name} tách rời nhau.`;
}

function endsText({ results }: ReportContext, rated: readonly RatedItem[]): string {
  const first = rated[0];
  const last = rated.at(-1);
  const name = intervalName(results.survey.basis);
  if (!first || !last || overlaps(first.interval, last.interval)) {
    return `Tiêu chí cao nhất và thấp nhất có ${name} chồng lên nhau, chưa đủ căn cứ để kết luận có chênh lệch.`;
  }
  return `Tiêu chí cao nhất (${first.item.code}) và thấp nhất (${last.item.code}) có ${name} tách rời nhau.`;
}

/** Without an interval nothing is known to be apart. */
export function overlaps(a: Interval | null, b: Interval | null): boolean {
  return a === null || b === null || (a[0] <= b[1] && b[0] <= a[1]);
}
