import { type ScoredItem, scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Interval } from "~/statistics/interval";
import { NORMAL_QUANTILE_975 } from "~/statistics/normal-quantile";
import { rankIntervals, ranksOf } from "~/statistics/rank-intervals";
import { byName } from "~/units/tree-order";
import { stateOf } from "./figures";
import type { HeatRow } from "./heat-table";
import type { MeasureRow } from "./result";
import type { ResultUnit, SurveyResults } from "./survey-results";

/** By what units are ranked: the overall index, a factor or a scored item. */
export interface RankBy {
  level: "overall" | "factor" | "item";
  code: string;
}

const BY_OVERALL: RankBy = { level: "overall", code: "*" };

/** A unit in a ranking, with the ranks that it may as well have. */
export interface RankedUnit {
  unit: Pick<ResultUnit, "key" | "name" | "code" | "place">;
  row: MeasureRow;
  rank: number;
  interval: Interval;
}

export interface UnitRanking {
  ranked: RankedUnit[];
  /** Units whose figures are not published, by name: they have no rank, so that a rank tells nothing of them. */
  masked: Pick<ResultUnit, "key" | "name" | "place">[];
  /** Units without answers, or without an index. */
  empty: Pick<ResultUnit, "key" | "name" | "place">[];
}

/** What may be said of who stands at an end of a ranking. */
export interface RankEnd {
  /** Those with the highest rate, or with the lowest: several where they share a rank. */
  units: string[];
  row: MeasureRow;
  /** Others whose interval of ranks reaches that end: while there are any, nobody is sure to stand there. */
  rivals: string[];
}

/** `?by=f.B` or `?by=i.B6`: a factor or an item with a rate; anything else is the overall index, and is told where it is unknown. */
export function readRankBy(address: URLSearchParams, questionnaire: Questionnaire): { by: RankBy; unknown: boolean } {
  const asked = address.get("by") ?? "";
  const choice = rankChoices(questionnaire).find((one) => rankText(one) === asked);
  return { by: choice ?? BY_OVERALL, unknown: asked !== "" && !choice };
}

/** What units of a survey can be ranked by, besides the overall index. */
export function rankChoices(questionnaire: Questionnaire): (RankBy & { title: string })[] {
  const hasRate = (item: ScoredItem) => scaleOf(questionnaire, item).levels.some(({ satisfied }) => satisfied);
  const items = scoredItems(questionnaire).filter(hasRate);
  return [
    ...questionnaire.factors
      .filter(({ code }) => items.some(({ factor }) => factor === code))
      .map(({ code, title }) => ({ level: "factor" as const, code, title: title.vi })),
    ...items.map(({ code, text }) => ({ level: "item" as const, code, title: text.vi })),
  ];
}

/** As it stands in an address; empty for the overall index. */
export function rankText({ level, code }: RankBy): string {
  return level === "overall" ? "" : `${level === "factor" ? "f" : "i"}.${code}`;
}

/** Of very many units fewer draws do: the ranks are then so many that a hundredth of them is no news. */
const MANY_UNITS = 200;
const DRAWS_OF_MANY = 1000;

/**
 * Ranks the surveyed units by the rate of an index or an item, among published ones only: the rank of a unit counts those above it in this list
 * and would be the same whatever a withheld unit has. A filter within units ranks by the figures that it leaves. Intervals come from the Wilson interval of each rate, by simulation
 * from a seed that the survey gives, so that the same figures always have the same ranks.
 */
export function rankUnits(
  { survey }: Pick<SurveyResults, "survey">,
  rows: readonly HeatRow[],
  by: RankBy = BY_OVERALL,
): UnitRanking {
  const figureOf = ({ overall, factors, item }: HeatRow) =>
    ({ overall, factor: factors.find((row) => row?.code === by.code), item })[by.level];
  const units = rows.filter(({ unit }) => unit.surveyed).sort((one, other) => byName(one.unit, other.unit));
  const published = units.flatMap((one) => {
    const row = figureOf(one);
    return row && stateOf(row) === "published" && row.rate != null && row.rate_ci
      ? [{ unit: one.unit, row, ci: row.rate_ci }]
      : [];
  });
  const isPublished = new Set(published.map(({ unit }) => unit.key));
  const isMasked = (one: HeatRow) => one.persons === null || figureOf(one)?.suppressed === "masked";
  const left = units.filter(({ unit }) => !isPublished.has(unit.key));
  const ranks = rankIntervals(
    published.map(({ ci: [lower, upper] }) => ({
      estimate: (lower + upper) / 2,
      standardError: (upper - lower) / 2 / NORMAL_QUANTILE_975,
    })),
    {
      seed: [survey.id, survey.id, 1],
      ...(published.length > MANY_UNITS ? { draws: DRAWS_OF_MANY } : {}),
    },
  );
  const byRate = ranksOf(published.map(({ row }) => row.rate ?? 0));
  const ranked = published.map(({ unit, row }, at) => {
    const rank = byRate[at] ?? 0;
    const [best, worst] = ranks[at]?.interval ?? [rank, rank];
    // The centre of a Wilson interval lies nearer the middle than the rate, which can move a small unit by a rank.
    return { unit, row, rank, interval: [Math.min(best, rank), Math.max(worst, rank)] as const };
  });
  return {
    ranked: ranked.sort((one, other) => one.rank - other.rank || byName(one.unit, other.unit)),
    masked: left.filter(isMasked).map(({ unit }) => unit),
    empty: left.filter((row) => !isMasked(row)).map(({ unit }) => unit),
  };
}

/** Who stands at the top and at the bottom of a ranking of two or more, and whether that is sure. */
export function endsOfRanking(ranked: readonly RankedUnit[]): { top: RankEnd; bottom: RankEnd } | null {
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last || first.rank === last.rank) return null;
  const lowest = ranked.length;
  const end = (of: RankedUnit, reaches: (interval: Interval) => boolean): RankEnd => ({
    units: ranked.filter(({ rank }) => rank === of.rank).map(({ unit }) => unit.name),
    row: of.row,
    rivals: ranked.filter(({ rank, interval }) => rank !== of.rank && reaches(interval)).map(({ unit }) => unit.name),
  });
  return { top: end(first, ([best]) => best <= 1), bottom: end(last, ([, worst]) => worst >= lowest) };
}
