import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { maskReliability, maskRow } from "./mask-row";
import type { GroupMeasures } from "./measure-groups";
import { protectRows, rowKey } from "./protect-rows";
import type { MeasureRow } from "./result";
import { rowKinds } from "./row-kinds";
import { hasOneLevel } from "./same-answer";
import { type GroupSum, withheldGroups } from "./withheld-groups";

/** Measures of groups, and below how many persons their figures are withheld; 0 withholds nothing. */
export interface MaskingInput {
  questionnaire: Questionnaire;
  groups: readonly GroupMeasures[];
  /** Sums that are published among the groups, by `unit`. */
  sums?: readonly GroupSum[] | undefined;
  /** Least persons of a single row, and of an answer about the respondent. */
  minCell: number;
  /** Least persons of a whole group: below it every row is masked. `minCell` where absent. */
  minUnit?: number | undefined;
  /** Least persons of a row whose answers are all at one level, which would tell everybody's. `minCell` where absent. */
  minSame?: number | undefined;
  /** Groups to be masked as a whole for another reason, by `unit`; others than `groups` are passed over. */
  withheld?: ReadonlySet<string> | undefined;
}

/**
 * Withholds the figures of small groups of persons, and of others that would give them away. For their own sake: a row
 * with 0 < n_persons < minCell, which keeps its place with every figure null and the one word "masked"; a group of
 * 0 < persons < minUnit as a whole, its rows of 0 persons too, which would otherwise tell who answered what; a question
 * about the respondent with an answer below minCell, since each answer is a group of persons ("trên 60 tuổi ở xã này"),
 * unlike a level of satisfaction; a row of fewer than minSame who all gave one level. 0 persons is absence ("Chưa có dữ
 * liệu"), not a secret. Then whatever the sums would give away is masked with it, groups as a whole first and rows next,
 * so that the interval of every masked size is at least as wide as the minimum (`complementarySuppression`). What is
 * masked to protect another looks the same.
 */
export function maskSmallCells(input: MaskingInput): GroupMeasures[] {
  const { questionnaire, groups, sums = [], minCell, minUnit = minCell } = input;
  const [first] = groups;
  if (!first) return [];
  const persons = new Map(groups.map((group) => [group.unit, group.persons ?? 0]));
  const told = [...(input.withheld ?? [])].filter((unit) => persons.has(unit));
  const withheld = withheldGroups({ persons, sums, minimum: minUnit, withheld: told });
  const whole = new Set(groups.flatMap(({ unit }, position) => (withheld.has(unit) ? position : [])));
  const kinds = rowKinds(questionnaire, first);
  const masked = new Set<number>();
  groups.forEach((group, at) => {
    for (const row of ownRows(group, input, whole.has(at))) masked.add(rowKey(at, row, kinds.length));
  });
  const all = protectRows({ groups, kinds, sums, masked, whole, minimum: minCell });
  return groups.map((group, at) => {
    const isMasked = (row: number) => all.has(rowKey(at, row, kinds.length));
    return {
      unit: group.unit,
      persons: whole.has(at) ? null : group.persons,
      measures: group.measures.map((row, position) => (isMasked(position) ? maskRow(row) : row)),
      reliability: group.reliability.map((row, position) =>
        isMasked(group.measures.length + position) ? maskReliability(row) : row,
      ),
    };
  });
}

/** Positions of the rows of a group that are masked for their own sake: of its measures, then of its reliability. */
function ownRows(group: GroupMeasures, input: MaskingInput, whole: boolean): number[] {
  const { questionnaire, minCell, minSame = minCell } = input;
  const { measures, reliability } = group;
  const profile = new Set(questionnaire.items.flatMap((item) => (item.profile ? [item.code] : [])));
  const isOwn = (row: MeasureRow) =>
    whole ||
    isSmall(row.n_persons, minCell) ||
    (isSmall(row.n_persons, minSame) && hasOneLevel(row, questionnaire, measures)) ||
    (row.level === "item" &&
      profile.has(row.code) &&
      Object.values(row.levels ?? {}).some((count) => isSmall(count, minCell)));
  const rows = measures.flatMap((row, position) => (isOwn(row) ? position : []));
  const maskedFactors = new Set(
    rows.flatMap((position) => (measures[position]?.level === "factor" ? measures[position].code : [])),
  );
  const unreliable = reliability.flatMap(({ factor, n }, position) =>
    whole || maskedFactors.has(factor) || isSmall(n, minCell) ? measures.length + position : [],
  );
  return [...rows, ...unreliable];
}

function isSmall(persons: number | null, minimum: number): boolean {
  return persons !== null && persons > 0 && persons < minimum;
}
