import type { Interval } from "~/statistics/interval";
import { NORMAL_QUANTILE_975 } from "~/statistics/normal-quantile";
import { rankIntervals, ranksOf } from "~/statistics/rank-intervals";
import { byName } from "~/units/tree-order";
import { stateOf } from "./figures";
import type { HeatRow } from "./heat-table";
import type { MeasureRow } from "./result";
import type { ResultUnit, SurveyResults } from "./survey-results";

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
 * and would be the same whatever a withheld unit has. A filter within units ranks by the figures that it leaves. Intervals come from the Wilson interval of each rate, by simulation
 * from a seed that the survey gives, so that the same figures always have the same ranks.
 */
export function rankUnits({ survey }: Pick<SurveyResults, "survey">, rows: readonly HeatRow[]): UnitRanking {
  const units = rows.filter(({ unit }) => unit.surveyed).sort((one, other) => byName(one.unit, other.unit));
  const published = units.flatMap(({ unit, overall }) => {
    return overall && stateOf(overall) === "published" && overall.rate != null && overall.rate_ci
      ? [{ unit, overall, ci: overall.rate_ci }]
      : [];
  });
  const isPublished = new Set(published.map(({ unit }) => unit.key));
  const isMasked = ({ persons, overall }: HeatRow) => persons === null || overall?.suppressed === "masked";
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
  const byRate = ranksOf(published.map(({ overall }) => overall.rate ?? 0));
  const ranked = published.map(({ unit, overall }, at) => {
    const rank = byRate[at] ?? 0;
    const [best, worst] = ranks[at]?.interval ?? [rank, rank];
    // The centre of a Wilson interval lies nearer the middle than the rate, which can move a small unit by a rank.
    return { unit, overall, rank, interval: [Math.min(best, rank), Math.max(worst, rank)] as const };
  });
  return {
    ranked: ranked.sort((one, other) => one.rank - other.rank || byName(one.unit, other.unit)),
    masked: left.filter(isMasked).map(({ unit }) => unit),
    empty: left.filter((row) => !isMasked(row)).map(({ unit }) => unit),
  };
}
