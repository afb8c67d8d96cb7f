import { protectRows, rowKey } from "./protect-rows";
import type { RowShape } from "./row-shapes";
import { hasOneLevel, type RowSizes } from "./row-sizes";
import { type GroupSum, withheldGroups } from "./withheld-groups";

/** Below how many persons figures are withheld; 0 withholds nothing. */
export interface MaskMinimums {
  /** Least persons of a single row, and of an answer about the respondent. */
  minCell: number;
  /** Least persons of a whole group: below it every row is masked. `minCell` where absent. */
  minUnit?: number | undefined;
  /** Least persons of a row whose answers are all at one level, which would tell everybody's. `minCell` where absent. */
  minSame?: number | undefined;
}

export interface MaskedSizes extends MaskMinimums {
  shapes: readonly RowShape[];
  groups: readonly RowSizes[];
  /** Sums that are published among the groups, by `unit`. */
  sums?: readonly GroupSum[] | undefined;
  /** Groups to be masked as a whole for another reason, by `unit`; others than `groups` are passed over. */
  withheld?: ReadonlySet<string> | undefined;
  /** What was masked in the last publication: preferred where more must be masked than what is small. */
  before?: MasksBefore | undefined;
}

/** What a publication masked, by name: groups and rows may have changed their places since. */
export interface MasksBefore {
  /** Groups masked as a whole, by `unit`. */
  groups: ReadonlySet<string>;
  isMasked: (unit: string, row: RowShape) => boolean;
}

/** Which groups and rows are masked, by their positions. */
export interface RowMasks {
  isWhole: (group: number) => boolean;
  isMasked: (group: number, row: number) => boolean;
}

/**
 * Which rows of groups of persons are withheld, from their sizes alone. For their own sake: a row of 0 < persons <
 * minCell; a group of 0 < persons < minUnit as a whole, its rows of 0 persons too, which would otherwise tell who answered
 * what; a question about the respondent with an answer below minCell, since each answer is a group of persons ("trên 60
 * tuổi ở xã này"), unlike a level of satisfaction; a row of fewer than minSame who all gave one level. 0 persons is absence
 * ("Chưa có dữ liệu"), not a secret. Then whatever the sums would give away is masked with it, groups as a whole first and
 * rows next, so that the interval of every masked size is at least as wide as the minimum (`complementarySuppression`).
 */
export function rowMasks(input: MaskedSizes): RowMasks {
  const { shapes, groups, sums = [], minCell, minUnit = minCell, before } = input;
  const persons = new Map(groups.map((group) => [group.unit, group.persons]));
  const told = [...(input.withheld ?? [])].filter((unit) => persons.has(unit));
  const earlier = before?.groups ?? [];
  const withheld = withheldGroups({ persons, sums, minimum: minUnit, withheld: told, before: earlier });
  const whole = new Set(groups.flatMap(({ unit }, position) => (withheld.has(unit) ? position : [])));
  const masked = new Set<number>();
  groups.forEach((group, at) => {
    for (let row = 0; row < shapes.length; row++)
      if (whole.has(at) || isMaskedAlone(group, row, input)) masked.add(rowKey(at, row, shapes.length));
  });
  const all = protectRows({ groups, shapes, sums, masked, whole, before, minimum: minCell });
  return {
    isWhole: (group) => whole.has(group),
    isMasked: (group, row) => all.has(rowKey(group, row, shapes.length)),
  };
}

/** Whether a row is masked for its own sake. */
function isMaskedAlone(group: RowSizes, row: number, input: MaskedSizes): boolean {
  const { shapes, minCell, minSame = minCell } = input;
  const shape = shapes[row];
  if (!shape) return false;
  const persons = group.rowPersons[row] ?? 0;
  return (
    isSmall(persons, minCell) ||
    (isSmall(persons, minSame) && hasOneLevel(group, row, shape)) ||
    (shape.profile && (group.options.get(row) ?? []).some((own) => isSmall(own, minCell)))
  );
}

function isSmall(persons: number, minimum: number): boolean {
  return persons > 0 && persons < minimum;
}
