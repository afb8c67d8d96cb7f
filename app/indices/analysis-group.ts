import { type Analysis, rowsOfUnits, splitOfFilter, splitPersons, unitsOfFilter, withheldUnits } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { maskSmallCells } from "./mask-small-cells";
import { ALL_UNITS, type GroupMeasures, measureGroup } from "./measure-groups";
import type { MeasureRow } from "./result";
import { measuresOf, type SurveyResults } from "./survey-results";

/** The group of persons that a filter chooses, with its masked measures. */
export interface AnalysisGroup {
  /** Rows of the frame, whether or not anything of them may be told: for measures that are withheld by `told`. */
  rows: Int32Array;
  measures: MeasureRow[];
  /** Persons, null where the group is withheld. */
  persons: number | null;
  /** False: every figure of the group is withheld. */
  told: boolean;
  /** Units that are withheld and that a group of the analyst's own choosing therefore leaves out. */
  leftOut: number;
}

/**
 * Measures the group of a filter. A unit, a node of the tree and the whole survey have the figures of the results page,
 * with the masks they have there. A kind of units stands nowhere else: it is pooled from units that are published only, so
 * that no subtraction from it reaches a withheld one.
 */
export function analysisGroup(analysis: Analysis, filter: AnalysisFilter): AnalysisGroup {
  const { results, frame } = analysis;
  const chosen = unitsOfFilter(results, filter);
  const split = splitOfFilter(filter);
  const node = filter.unit ?? ALL_UNITS;
  if (filter.kind === null && split === null) {
    const rows = rowsOfUnits(frame, filter.unit === null ? null : keysOf(chosen));
    return { rows, ...publishedGroup(results, filter.unit), leftOut: 0 };
  }
  const persons = split && splitPersons(analysis, split.by);
  const hides = (unit: string) => (split && persons?.isHidden(unit, split.value)) ?? false;
  const keeps = (row: number) => split === null || persons?.valueAt(row) === split.value;
  if (filter.kind === null) {
    const rows = rowsOfUnits(frame, filter.unit === null ? null : keysOf(chosen)).filter(keeps);
    return { rows, ...masked(measureGroup({ frame, unit: node, rows }), results, !hides(node)), leftOut: 0 };
  }
  const withheld = withheldUnits(results);
  const kept = chosen.filter(({ key }) => !withheld.has(key) && !hides(key));
  const rows = rowsOfUnits(frame, keysOf(kept)).filter(keeps);
  const group = measureGroup({ frame, unit: node, rows });
  return { rows, ...masked(group, results, true), leftOut: chosen.length - kept.length };
}

/** A unit, or all together, as the results page has it. */
function publishedGroup(
  results: SurveyResults,
  unit: string | null,
): Pick<AnalysisGroup, "measures" | "persons" | "told"> {
  const measures = measuresOf(results.measures, unit ?? ALL_UNITS);
  const overall = measures.find(({ level }) => level === "overall") ?? measures[0];
  const persons =
    unit === null ? results.responses : (results.units.find(({ key }) => key === unit)?.responses ?? null);
  const told = persons !== null && overall?.suppressed === null;
  return { measures, persons: told ? persons : null, told };
}

/** Masks a group of its own; one that must not be told is masked as a whole. */
export function masked(
  group: GroupMeasures,
  { questionnaire, minimums }: Pick<SurveyResults, "questionnaire" | "minimums">,
  mayBeTold: boolean,
): Pick<AnalysisGroup, "measures" | "persons" | "told"> {
  const minUnit = mayBeTold ? minimums.unit : Number.POSITIVE_INFINITY;
  const [result] = maskSmallCells({
    ...{ questionnaire, groups: [group], minCell: minimums.cell, minUnit, minSame: minimums.same },
  });
  const persons = result?.persons ?? null;
  return { measures: result?.measures ?? [], persons, told: persons !== null };
}

function keysOf(units: readonly { key: string }[]): Set<string> {
  return new Set(units.map(({ key }) => key));
}
