import { type Analysis, rowsOfUnits, unitsOfFilter, withheldUnits } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { maskRow } from "./mask-row";
import { maskSmallCells } from "./mask-small-cells";
import { ALL_UNITS, type GroupMeasures, measureGroup } from "./measure-groups";
import type { MeasureRow } from "./result";
import { type Cut, cutsOfFilter, isKept, splitPersons } from "./split-persons";
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

type Told = Pick<AnalysisGroup, "measures" | "persons" | "told">;

/**
 * Measures the group of a filter. A unit, a node of the tree and the whole survey have the figures of the results page,
 * with the masks they have there. A kind of units stands nowhere else: it is pooled from units that are published only, so
 * that no subtraction from it reaches a withheld one.
 */
export function analysisGroup(analysis: Analysis, filter: AnalysisFilter): AnalysisGroup {
  const cuts = cutsOfFilter(analysis, filter);
  return groupOfCuts(analysis, filter, { cuts, isHidden: hiddenBy(analysis, cuts) });
}

/** Whether the persons of a unit that some cuts keep must not be told. */
export function hiddenBy(analysis: Analysis, cuts: readonly Cut[]): (unit: string) => boolean {
  if (cuts.length === 0) return () => false;
  const split = splitPersons(
    analysis,
    cuts.map(({ way }) => way),
  );
  const wanted = cuts.map((cut) => cut.wanted);
  return (unit) => split.isHidden(unit, wanted);
}

/** The same for persons whom cuts tell apart that are known already. */
export function groupOfCuts(
  analysis: Analysis,
  filter: Pick<AnalysisFilter, "unit" | "kind">,
  { cuts, isHidden }: { cuts: readonly Cut[]; isHidden: (unit: string) => boolean },
): AnalysisGroup {
  const { results, frame } = analysis;
  const chosen = unitsOfFilter(results, filter);
  const node = filter.unit ?? ALL_UNITS;
  if (filter.kind === null) {
    const all = rowsOfUnits(frame, filter.unit === null ? null : keysOf(chosen));
    return { ...cutOfUnit(analysis, node, all, { cuts, hidden: isHidden(node) }), leftOut: 0 };
  }
  const withheld = withheldUnits(results);
  const kept = chosen.filter(({ key }) => !withheld.has(key) && !isHidden(key));
  const all = rowsOfUnits(frame, keysOf(kept));
  const whole = masked(measureGroup({ frame, unit: node, rows: all }), results, true);
  const leftOut = chosen.length - kept.length;
  if (cuts.length === 0) return { rows: all, ...whole, leftOut };
  const rows = all.filter((row) => isKept(cuts, row));
  const group = measureGroup({ frame, unit: node, rows });
  return { rows, ...beside(masked(group, results, true), [whole], results), leftOut };
}

/**
 * The persons of a unit, or of all, that cuts keep. Beside the figures of all of the unit, and of each coarser cut, those whom
 * a row leaves out are a group of their own: where they are too few the row is withheld as well.
 * @param all rows of every person of the unit.
 */
export function cutOfUnit(
  { results, frame }: Analysis,
  unit: string,
  all: Int32Array,
  { cuts, hidden }: { cuts: readonly Cut[]; hidden: boolean },
): Told & { rows: Int32Array } {
  const published = publishedGroup(results, unit);
  // What is withheld is not measured; nor is it shown where it happens to be everybody, since that tells how many it is.
  if (hidden) {
    const rows = all.filter((row) => isKept(cuts, row));
    return { rows, measures: published.measures.map(maskRow), persons: null, told: false };
  }
  const told = (some: readonly Cut[]): Told & { rows: Int32Array } => {
    const rows = some.length === 0 ? all : all.filter((row) => isKept(some, row));
    // Whoever keeps everybody sees what the results page tells of them.
    if (rows.length === all.length) return { rows, ...published };
    const coarser = some.map((left) => told(some.filter((cut) => cut !== left)));
    const own = masked(measureGroup({ frame, unit, rows }), results, true);
    return { rows, ...beside(own, coarser, results) };
  };
  return told(cuts);
}

/** Withholds the rows of a group from which, with those of a larger one, a few persons would follow. */
function beside(group: Told, larger: readonly Told[], { minimums }: Pick<SurveyResults, "minimums">): Told {
  const rowsOf = larger.map(({ measures }) => new Map(measures.map((row) => [`${row.level}/${row.code}`, row])));
  const measures = group.measures.map((row) => {
    const gives = rowsOf.some((rows) => {
      const whole = rows.get(`${row.level}/${row.code}`);
      if (!whole) return false;
      const apart = (whole.n_persons ?? 0) - (row.n_persons ?? 0);
      return whole.suppressed !== null || (apart > 0 && apart < minimums.cell);
    });
    return gives && row.suppressed === null ? maskRow(row) : row;
  });
  return { ...group, measures };
}

/** A unit, or all together, as the results page has it. */
function publishedGroup(results: SurveyResults, unit: string): Told {
  const measures = [...measuresOf(results, unit)];
  const overall = measures.find(({ level }) => level === "overall") ?? measures[0];
  const persons =
    unit === ALL_UNITS ? results.responses : (results.units.find(({ key }) => key === unit)?.responses ?? null);
  const told = persons !== null && overall?.suppressed === null;
  return { measures, persons: told ? persons : null, told };
}

/** Masks a group of its own; one that must not be told is masked as a whole. */
export function masked(
  group: GroupMeasures,
  { questionnaire, minimums }: Pick<SurveyResults, "questionnaire" | "minimums">,
  mayBeTold: boolean,
): Told {
  // That there is nobody would say where others are.
  if (!mayBeTold && group.persons === 0) return { measures: group.measures.map(maskRow), persons: null, told: false };
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
