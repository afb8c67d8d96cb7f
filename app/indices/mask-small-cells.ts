import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { GroupMeasures } from "./measure-groups";
import type { MeasureRow, ReliabilityRow } from "./result";

/** Measures of groups, and below how many persons their figures are withheld; 0 withholds nothing. */
export interface MaskingInput {
  questionnaire: Questionnaire;
  groups: readonly GroupMeasures[];
  /** Least persons of a single row, and of an answer about the respondent. */
  minCell: number;
  /** Least persons of a whole group: below it every row is masked. `minCell` where absent. */
  minUnit?: number;
}

/**
 * Withholds the figures of small groups of persons. A row with 0 < n_persons < minCell keeps its place with every figure
 * null and the one word "masked". A group of 0 < persons < minUnit is masked as a whole, its rows of 0 persons too,
 * which would otherwise tell who answered what. 0 persons is absence ("Chưa có dữ liệu"), not a secret. An answer about
 * the respondent is a group of persons too ("trên 60 tuổi ở xã này"), unlike a level of satisfaction: a profile question
 * with such a group below minCell is masked as a whole, since the others would give it away. This is the primary rule;
 * what totals and sums of several groups give away is for whoever publishes them side by side.
 */
export function maskSmallCells({ questionnaire, groups, minCell, minUnit = minCell }: MaskingInput): GroupMeasures[] {
  const profile = new Set(questionnaire.items.flatMap((item) => (item.profile ? [item.code] : [])));
  return groups.map((group) => maskGroup(group, { profile, minCell, minUnit }));
}

interface Masking {
  /** Codes of the questions about the respondent. */
  profile: ReadonlySet<string>;
  minCell: number;
  minUnit: number;
}

function maskGroup(group: GroupMeasures, { profile, minCell, minUnit }: Masking): GroupMeasures {
  const wholeGroup = isSmall(group.persons, minUnit);
  const tellsSmallGroup = (row: MeasureRow) =>
    row.level === "item" &&
    profile.has(row.code) &&
    Object.values(row.levels ?? {}).some((count) => isSmall(count, minCell));
  const measures = group.measures.map((row) =>
    wholeGroup || isSmall(row.n_persons, minCell) || tellsSmallGroup(row) ? maskRow(row) : row,
  );
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
function maskRow(row: MeasureRow): MeasureRow {
  const masked = Object.entries(row).map(([key, value]) => [key, KEPT.has(key) ? value : null]);
  return { ...(Object.fromEntries(masked) as MeasureRow), suppressed: "masked" };
}

function maskReliability({ unit, factor, k }: ReliabilityRow): ReliabilityRow {
  return { unit, factor, k, n: null, alpha: null };
}
