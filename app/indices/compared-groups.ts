import { type Analysis, rowsOfUnits, subtreeOf, unitsOfFilter } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { analysisGroup, masked } from "./analysis-group";
import { measureGroup } from "./measure-groups";
import type { MeasureRow } from "./result";
import { cutsOfFilter, isKept } from "./split-persons";
import type { ResultUnit } from "./survey-results";

/** Stands in the address for everybody outside the first unit. */
export const REST = "rest";

/** What the address asks to be compared: `?a=<unit>&b=<unit>` or `&b=rest`; null: nothing yet, or nothing known. */
export interface ComparedPair {
  first: string | null;
  second: string | null;
}

/** Why two groups are not compared. */
export type NotCompared = "same" | "inside" | "masked" | "empty" | "no-rest";

export type Comparison =
  | { state: "compared"; first: ComparedGroup; second: ComparedGroup }
  | { state: "refused"; reason: NotCompared };

export interface ComparedGroup {
  persons: number;
  measures: MeasureRow[];
}

export function readComparedPair(
  address: URLSearchParams,
  units: readonly Pick<ResultUnit, "key">[],
): { pair: ComparedPair; unknown: boolean } {
  const [a, b] = [address.get("a") ?? "", address.get("b") ?? ""];
  const isUnit = (key: string) => units.some((unit) => unit.key === key);
  const pair = { first: isUnit(a) ? a : null, second: b === REST || isUnit(b) ? b : null };
  return { pair, unknown: (a !== "" && pair.first === null) || (b !== "" && pair.second === null) };
}

/**
 * Two groups of different persons: two units of which neither holds the other, or a unit and the rest of the survey, never a
 * whole with the unit inside. The rest is told only where the unit and the whole are: it is what they leave.
 */
export function comparedGroups(
  analysis: Analysis,
  pair: { first: string; second: string },
  filter: AnalysisFilter,
): Comparison {
  const { units } = analysis.results;
  if (pair.first === pair.second) return { state: "refused", reason: "same" };
  const holds = (outer: string, inner: string) => subtreeOf(units, outer).has(inner);
  if (pair.second !== REST && (holds(pair.first, pair.second) || holds(pair.second, pair.first)))
    return { state: "refused", reason: "inside" };
  const groupOf = (unit: string | null) => analysisGroup(analysis, { ...filter, unit, kind: null });
  const first = groupOf(pair.first);
  if (pair.second !== REST) return comparison(first, groupOf(pair.second));
  const whole = groupOf(null);
  if (!first.told || !whole.told) return { state: "refused", reason: "masked" };
  return comparison(first, restOf(analysis, pair.first, filter), "no-rest");
}

function comparison(
  first: { persons: number | null; measures: MeasureRow[] },
  second: { persons: number | null; measures: MeasureRow[] },
  without: NotCompared = "empty",
): Comparison {
  if (first.persons === null || second.persons === null) return { state: "refused", reason: "masked" };
  if (first.persons === 0) return { state: "refused", reason: "empty" };
  if (second.persons === 0) return { state: "refused", reason: without };
  return {
    state: "compared",
    first: { persons: first.persons, measures: first.measures },
    second: { persons: second.persons, measures: second.measures },
  };
}

/** Everybody outside a unit whom the filter keeps. */
function restOf(analysis: Analysis, unit: string, filter: AnalysisFilter) {
  const { results, frame } = analysis;
  const inside = new Set(unitsOfFilter(results, { unit, kind: null }).map(({ key }) => key));
  const outside = new Set(frame.unitKeys.filter((key) => !inside.has(key)));
  const cuts = cutsOfFilter(analysis, filter);
  const rows = rowsOfUnits(frame, outside).filter((row) => isKept(cuts, row));
  return masked(measureGroup({ frame, unit: REST, rows }), results, true);
}
