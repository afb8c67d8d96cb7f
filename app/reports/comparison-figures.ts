import type { Break } from "~/indices/break-markers";
import { differenceOf, type JudgedDifference, judgeTogether } from "~/indices/compare-rows";
import type { MeasureRow } from "~/indices/result";
import { MeasureIndex, measureIndexOf, type SurveyResults } from "~/indices/survey-results";
import type { LinkedItem } from "~/questionnaires/linked-items";
import { type ScoredItem, scoredItems } from "~/questionnaires/questionnaire";

/** How two surveys hang together: the items that are the same in both, and what else changed between them. */
export interface YearLink {
  /** Null where nobody linked the two versions of the form. */
  links: readonly LinkedItem[] | null;
  breaks: readonly Break[];
}

/** A figure of both years, and what may be said of the difference; null where either is withheld or absent. */
export interface ComparedRow {
  before: MeasureRow | undefined;
  after: MeasureRow | undefined;
  change: JudgedDifference | null;
}

export interface YearComparison {
  /** Why the overall figures may not be set against each other; null: they may. */
  obstacle: string | null;
  /** Overall, pooled, with the obstacle's difference left out. */
  overall: ComparedRow;
  /** The same theo quy mô; a row is absent in a year that has no such figure, and null stands for neither year having one. */
  sized: ComparedRow | null;
  items: (ComparedRow & { item: ScoredItem; from: string; reworded: boolean })[];
  /** Scored items of this year without a counterpart, and of last year. */
  unlinked: { after: ScoredItem[]; before: ScoredItem[] };
  units: (ComparedRow & { key: string })[];
  breaks: readonly Break[];
}

/**
 * Two snapshots of linked forms beside each other. Differences are reckoned from the published figures alone, so that
 * nothing follows from them that the two reports do not say; overall and units only where both indices are made from the same
 * items by the same rule. Items are judged as one family (Holm), units as another.
 */
export function compareYears(before: SurveyResults, after: SurveyResults, { links, breaks }: YearLink): YearComparison {
  const [old, now] = [measureIndexOf(before), measureIndexOf(after)];
  const scored = { before: scoredItems(before.questionnaire), after: scoredItems(after.questionnaire) };
  const pairs = scored.after.flatMap((item) => {
    const link = (links ?? []).find(
      ({ from, to }) => to === item.code && scored.before.some(({ code }) => code === from),
    );
    return link ? [{ item, ...link }] : [];
  });
  const obstacle = obstacleOf(before, after, { links, pairs, scored });
  const rows = pairs.map(({ item, from, reworded }) => ({
    ...{ item, from, reworded },
    ...{ before: old.find("*", "item", from), after: now.find("*", "item", item.code) },
  }));
  const shared = after.units.filter(({ key, surveyed }) => surveyed && before.units.some((unit) => unit.key === key));
  const units = shared.map(({ key }) => ({ key, before: old.find(key, "overall"), after: now.find(key, "overall") }));
  const overall = { before: old.find("*", "overall"), after: now.find("*", "overall") };
  return {
    obstacle,
    overall: judged([overall], obstacle !== null)[0] as ComparedRow,
    sized: judgedSized(before, after, obstacle !== null),
    items: judged(rows, after.survey.simulated !== before.survey.simulated),
    unlinked: {
      after: scored.after.filter(({ code }) => !pairs.some(({ item }) => item.code === code)),
      before: scored.before.filter(({ code }) => !pairs.some(({ from }) => from === code)),
    },
    units: obstacle === null ? judged(units, false) : [],
    breaks,
  };
}

function judgedSized(before: SurveyResults, after: SurveyResults, withheld: boolean): ComparedRow | null {
  const overallOf = ({ bySize }: SurveyResults) => {
    const row = new MeasureIndex(bySize.rows).find("*", "overall");
    return row?.suppressed === null ? row : undefined;
  };
  const row = { before: overallOf(before), after: overallOf(after) };
  if (row.before === undefined && row.after === undefined) return null;
  return judged([row], withheld)[0] ?? null;
}

function judged<Row extends Pick<ComparedRow, "before" | "after">>(
  rows: readonly Row[],
  withheld: boolean,
): (Row & { change: JudgedDifference | null })[] {
  const changes = judgeTogether(rows.map((row) => (withheld ? null : differenceOf(row.after, row.before, "rate"))));
  return rows.map((row, at) => ({ ...row, change: changes[at] ?? null }));
}

interface Pairs {
  links: readonly LinkedItem[] | null;
  pairs: readonly { item: ScoredItem; from: string }[];
  scored: Readonly<Record<"before" | "after", readonly ScoredItem[]>>;
}

function obstacleOf(before: SurveyResults, after: SurveyResults, { links, pairs, scored }: Pairs): string | null {
  if (before.survey.simulated !== after.survey.simulated) return "một trong hai đợt là số liệu mô phỏng";
  if (links === null) return "mẫu phiếu hai năm chưa được nối với nhau nên không biết câu nào ứng với câu nào";
  if (pairs.length === 0) return "không tiêu chí nào của năm nay có ở mẫu phiếu năm trước";
  if (pairs.length < scored.after.length || pairs.length < scored.before.length) {
    return `chỉ ${pairs.length} tiêu chí có ở cả hai năm (năm trước ${scored.before.length}, năm nay ${scored.after.length} tiêu chí)`;
  }
  const sameRule = JSON.stringify(before.questionnaire.index) === JSON.stringify(after.questionnaire.index);
  if (!sameRule || !sameGroups(pairs, scored.before)) return "cách tính chỉ số của hai năm khác nhau";
  return null;
}

/** Whether items of one factor were of one factor, which rules by factors rest on. */
function sameGroups(pairs: Pairs["pairs"], earlier: readonly ScoredItem[]): boolean {
  const factors = new Map(earlier.map(({ code, factor }) => [code, factor]));
  const became = new Map<string, string>();
  return pairs.every(({ item, from }) => {
    const factor = factors.get(from) ?? "";
    const known = became.get(factor);
    if (known !== undefined) return known === item.factor;
    if ([...became.values()].includes(item.factor)) return false;
    became.set(factor, item.factor);
    return true;
  });
}
