import type { GroupMeasures } from "./measure-groups";
import type { MeasureRow, ReliabilityRow } from "./result";

/** Below how many persons figures are withheld; 0 withholds nothing. */
export interface MaskingMinima {
  /** Least persons of a single row. */
  minCell: number;
  /** Least persons of a whole group: below it every row is masked. `minCell` where absent. */
  minUnit?: number;
}

/**
 * Withholds the figures of small groups of persons. A row with 0 < n_persons < minCell keeps its place with every figure
 * null and the one word "masked". A group of 0 < persons < minUnit is masked as a whole, its rows of 0 persons too,
 * which would otherwise tell who answered what. 0 persons is absence ("Chưa có dữ liệu"), not a secret. This is the
 * primary rule; what totals and sums of several groups give away is for whoever publishes them side by side.
 */
export function maskSmallCells(groups: readonly GroupMeasures[], minima: MaskingMinima): GroupMeasures[] {
  return groups.map((group) => maskGroup(group, minima));
}

function maskGroup(group: GroupMeasures, { minCell, minUnit = minCell }: MaskingMinima): GroupMeasures {
  const wholeGroup = isSmall(group.persons, minUnit);
  const measures = group.measures.map((row) => (wholeGroup || isSmall(row.n_persons, minCell) ? maskRow(row) : row));
  const maskedFactors = new Set(
    measures.flatMap((row) => (row.level === "factor" && row.suppressed !== null ? row.code : [])),
  );
  const reliability = group.reliability.map((row) =>
    wholeGroup || maskedFactors.has(row.factor) || isSmall(row.n, minCell) ? maskReliability(row) : row,
  );
  return { unit: group.unit, persons: wholeGroup ? null : group.persons, measures, reliability };
}

function isSmall(persons: number | null, minimum: number): boolean {
  return persons !== null && persons > 0 && persons < minimum;
}

const KEPT: ReadonlySet<string> = new Set<keyof MeasureRow>(["unit", "level", "code", "reversed", "rule", "k"]);

/** Keeps what the questionnaire alone says of a row, in the same order of keys, and nothing the answers say. */
export function maskRow(row: MeasureRow): MeasureRow {
  const masked = Object.entries(row).map(([key, value]) => [key, KEPT.has(key) ? value : null]);
  return { ...(Object.fromEntries(masked) as MeasureRow), suppressed: "masked" };
}

function maskReliability({ unit, factor, k }: ReliabilityRow): ReliabilityRow {
  return { unit, factor, k, n: null, alpha: null };
}
