import type { Interval } from "~/statistics/interval";
import { NORMAL_QUANTILE_975 } from "~/statistics/normal-quantile";
import { rankIntervals, ranksOf } from "~/statistics/rank-intervals";
import { byName } from "~/units/tree-order";
import { unitsOfFilter } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { stateOf } from "./figures";
import type { MeasureRow } from "./result";
import { MeasureIndex, type ResultUnit, type SurveyResults } from "./survey-results";

/** A unit in a ranking, with the ranks that it may as well have. */
export interface RankedUnit {
  unit: Pick<ResultUnit, "key" | "name" | "code" | "place">;
  overall: MeasureRow;
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

/** Of very many units fewer draws do: the ranks are then so many that a hundredth of them is no news. */
const MANY_UNITS = 200;
const DRAWS_OF_MANY = 1000;

/**
 * Ranks the surveyed units by overall rate, among published ones only: the rank of a unit counts those above it in this list
 * and would be the same whatever a withheld unit has. Intervals come from the Wilson interval of each rate, by simulation
 * from a seed that the survey gives, so that the same figures always have the same ranks.
 */
export function rankUnits(results: SurveyResults, filter: Pick<AnalysisFilter, "unit" | "kind">): UnitRanking {
  const index = new MeasureIndex(results.measures);
  const units = unitsOfFilter(results, filter).sort(byName);
  const rowOf = (unit: ResultUnit) => index.find(unit.key, "overall");
  const published = units.flatMap((unit) => {
    const overall = rowOf(unit);
    return overall && stateOf(overall) === "published" && overall.rate != null && overall.rate_ci
      ? [{ unit, overall, ci: overall.rate_ci }]
      : [];
  });
  const isPublished = new Set(published.map(({ unit }) => unit.key));
  const isMasked = (unit: ResultUnit) => unit.responses === null || rowOf(unit)?.suppressed === "masked";
  const left = units.filter(({ key }) => !isPublished.has(key));
  const ranks = rankIntervals(
    published.map(({ ci: [lower, upper] }) => ({
      estimate: (lower + upper) / 2,
      standardError: (upper - lower) / 2 / NORMAL_QUANTILE_975,
    })),
    {
      seed: [results.survey.id, results.survey.id, 1],
      ...(published.length > MANY_UNITS ? { draws: DRAWS_OF_MANY } : {}),
    },
  );
  const byRate = ranksOf(published.map(({ overall }) => overall.rate ?? 0));
  const ranked = published.map(({ unit, overall }, at) => {
    const rank = byRate[at] ?? 0;
    const [best, worst] = ranks[at]?.interval ?? [rank, rank];
    // The centre of a Wilson interval lies nearer the middle than the rate, which can move a small unit by a rank.
    return { unit, overall, rank, interval: [Math.min(best, rank), Math.max(worst, rank)] as const };
  });
  return {
    ranked: ranked.sort((one, other) => one.rank - other.rank || byName(one.unit, other.unit)),
    masked: left.filter(isMasked),
    empty: left.filter((unit) => !isMasked(unit)),
  };
}
