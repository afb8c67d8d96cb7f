import { type Analysis, personsOfFilter, rowsOfUnits, unitsOfFilter, withheldUnits } from "./analysis";
import { type AnalysisFilter, splitsUnits } from "./analysis-filter";
import { maskSmallCells } from "./mask-small-cells";
import { type GroupMeasures, measureGroup } from "./measure-groups";
import type { MeasureRow } from "./result";
import { measuresOf } from "./survey-results";

/** The group of persons that a filter chooses, with its masked measures. */
export interface AnalysisGroup {
  /** Rows of the frame, whether or not anything of them may be told: for measures that are masked by `told`. */
  rows: Int32Array;
  measures: MeasureRow[];
  /** Persons, null where the group is withheld. */
  persons: number | null;
  /** False: every figure of the group is withheld. */
  told: boolean;
  /** Units whose results are withheld and that a group of the analyst's own choosing therefore leaves out. */
  leftOut: number;
}

/**
 * Measures the group of a filter. A unit, a node of the tree and the whole survey have the figures of the results page, with
 * the masks they have there. A group that stands nowhere else, by kind, channel or answer, is pooled from units whose results
 * are published only, so that no subtraction from it reaches a withheld one.
 */
export function analysisGroup(analysis: Analysis, filter: AnalysisFilter): AnalysisGroup {
  const { results, frame } = analysis;
  const { questionnaire, minimums } = results;
  if (filter.kind === null && !splitsUnits(filter)) {
    const key = filter.unit ?? "*";
    const measures = measuresOf(results.measures, key);
    const members = filter.unit === null ? null : new Set(unitsOfFilter(results, filter).map(({ key }) => key));
    const overall = measures.find(({ level }) => level === "overall") ?? measures[0];
    const rows = rowsOfUnits(frame, members);
    const persons =
      filter.unit === null ? rows.length : (results.units.find((unit) => unit.key === key)?.responses ?? null);
    const told = persons !== null && overall?.suppressed === null;
    return { rows, measures, persons: told ? persons : null, told, leftOut: 0 };
  }
  const withheld = withheldUnits(results);
  const chosen = unitsOfFilter(results, filter);
  const kept = chosen.filter(({ key }) => !withheld.has(key));
  const within = rowsOfUnits(frame, new Set(kept.map(({ key }) => key)));
  const { rows, told } = personsOfFilter(analysis, within, filter);
  const group = measureGroup({ frame, unit: "*", rows });
  return {
    ...masked(group, { told, questionnaire, minimums }),
    ...{ rows, leftOut: chosen.length - kept.length },
  };
}

/** Masks a group of its own; one that must not be told is masked as a whole. */
export function masked(
  group: GroupMeasures,
  {
    told,
    questionnaire,
    minimums,
  }: { told: boolean; questionnaire: Analysis["results"]["questionnaire"]; minimums: { cell: number; unit: number } },
): { measures: MeasureRow[]; persons: number | null; told: boolean } {
  const minUnit = told ? minimums.unit : Number.POSITIVE_INFINITY;
  const [result] = maskSmallCells({ questionnaire, groups: [group], minCell: minimums.cell, minUnit });
  const persons = result?.persons ?? null;
  return { measures: result?.measures ?? [], persons, told: persons !== null };
}
