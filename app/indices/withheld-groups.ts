import { complementarySuppression } from "~/statistics/complementary-suppression";
import { channelKey, type MeasuredChannel } from "./channel-results";
import { ALL_UNITS, type GroupMeasures } from "./measure-groups";
import type { Minimums } from "./minimums";

/** A published sum over groups of persons, by their keys: a branch and its units, all and the channels. */
export interface GroupSum {
  total: string;
  parts: readonly string[];
}

/** Every branch is the sum of the rows right below it, and all together (`*`) that of the topmost. */
export function branchSums(rows: readonly { key: string; parentKey: string | null }[]): GroupSum[] {
  const parts = new Map<string, string[]>();
  for (const { key, parentKey } of rows) {
    const above = parentKey ?? ALL_UNITS;
    parts.set(above, [...(parts.get(above) ?? []), key]);
  }
  return [...parts].map(([total, keys]) => ({ total, parts: keys }));
}

/**
 * Groups to be withheld: those of fewer persons than the minimum, those told to be, and those that would otherwise give
 * one of them away by subtraction. What a total holds beyond its parts is a group of its own that no surface shows, such
 * as the persons of a unit that has units below it; too few of them are protected like any others.
 * @param persons size of every group that a sum names.
 * @param before groups withheld in the last publication: those first, where another has to be withheld with a small one.
 */
export function withheldGroups({
  persons,
  sums,
  minimum,
  withheld = [],
  before = [],
}: {
  persons: ReadonlyMap<string, number>;
  sums: readonly GroupSum[];
  minimum: number;
  withheld?: Iterable<string>;
  before?: Iterable<string> | undefined;
}): Set<string> {
  const keys = [...persons.keys()];
  const sizes = [...persons.values()];
  const positions = new Map(keys.map((key, position) => [key, position]));
  const positionOf = (key: string) => {
    const position = positions.get(key);
    if (position === undefined) throw new RangeError(`no group ${key}`);
    return position;
  };
  const hidden = new Set<number>();
  const relations = sums.map(({ total, parts }) => {
    const members = parts.map(positionOf);
    const rest = (persons.get(total) ?? 0) - members.reduce((sum, part) => sum + (sizes[part] ?? 0), 0);
    if (rest > 0) {
      hidden.add(sizes.length);
      members.push(sizes.length);
      sizes.push(rest);
    }
    return { total: positionOf(total), parts: members };
  });
  const told = new Set([...withheld].map(positionOf));
  const primary = sizes.flatMap((size, position) =>
    size > 0 && (size < minimum || told.has(position)) ? position : [],
  );
  const earlier = new Set([...before].flatMap((key) => positions.get(key) ?? []));
  const masked = complementarySuppression({ sizes, relations, hidden, primary, minimum, before: earlier });
  return new Set(keys.filter((_, position) => masked.has(position) || told.has(position)));
}

/** Groups (keys of units, `channelKey`) of which something is withheld. */
export interface GroupMasks {
  /** Their number of responses. */
  uncounted: ReadonlySet<string>;
  /** Their indices. */
  withheld: ReadonlySet<string>;
}

/**
 * Groups whose number of responses is withheld, and those, more, whose indices are: a unit of 10 to 29 persons has the
 * one told and not the other. Channels (`channelKey`) stand beside all together (`*`) like the units.
 */
export function withheldBySize({
  groups,
  channels,
  sums,
  minimums,
  before,
}: {
  groups: readonly GroupMeasures[];
  channels: readonly MeasuredChannel[];
  sums: readonly GroupSum[];
  minimums: Pick<Minimums, "cell" | "unit">;
  /** The same of the last publication. */
  before?: GroupMasks | undefined;
}): GroupMasks {
  const persons = new Map(groups.map((group) => [group.unit, group.persons ?? 0]));
  for (const { channel, group } of channels) persons.set(channelKey(channel), group.persons ?? 0);
  const parts = channels.map(({ channel }) => channelKey(channel));
  const all = parts.length === 0 ? sums : [...sums, { total: ALL_UNITS, parts }];
  const uncounted = withheldGroups({ persons, sums: all, minimum: minimums.cell, before: before?.uncounted });
  const withheld = withheldGroups({
    ...{ persons, sums: all, minimum: minimums.unit },
    ...{ withheld: uncounted, before: before?.withheld },
  });
  return { uncounted, withheld };
}
