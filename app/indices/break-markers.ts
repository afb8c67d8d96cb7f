import type { Channel } from "~/responses/channels";
import type { SampleBasis } from "~/surveys/survey";

/** Why two figures of a series do not stand on the same ground (statistics, "Comparing years and units"). */
export const BREAKS = ["version", "rule", "channels", "sampling", "coverage", "boundary"] as const;
export type Break = (typeof BREAKS)[number];

/** What a survey's figure stands on. */
export interface Ground {
  versionId: number;
  /** Rule of the index with its weights, as text. */
  rule: string;
  basis: SampleBasis;
  /** Counted responses by channel. */
  channels: ReadonlyMap<Channel, number>;
  /** Units with responses, each by the unit of today that it went into whole; parts of split units by themselves. */
  units: ReadonlySet<string>;
  /** Whether a unit with responses became another one since. */
  changedUnits: boolean;
}

/** Part of the responses that may change their channel, and of the units that may change, without a marker. */
const TOLERATED = 0.1;

/** The breaks between two surveys that follow one another. */
export function breaksBetween(before: Ground, after: Ground): Break[] {
  const found: Record<Break, boolean> = {
    version: before.versionId !== after.versionId,
    rule: before.rule !== after.rule,
    channels: channelShift(before.channels, after.channels) > TOLERATED,
    sampling: before.basis !== after.basis,
    coverage: differingUnits(before.units, after.units) > TOLERATED,
    boundary: before.changedUnits && !after.changedUnits,
  };
  return BREAKS.filter((kind) => found[kind]);
}

/** Half the sum of differences of shares: the part of the responses that came another way. */
export function channelShift(one: ReadonlyMap<Channel, number>, other: ReadonlyMap<Channel, number>): number {
  const total = (counts: ReadonlyMap<Channel, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [all, others] = [total(one), total(other)];
  if (all === 0 || others === 0) return 0;
  const channels = new Set([...one.keys(), ...other.keys()]);
  const differences = [...channels].map((channel) =>
    Math.abs((one.get(channel) ?? 0) / all - (other.get(channel) ?? 0) / others),
  );
  return differences.reduce((sum, difference) => sum + difference, 0) / 2;
}

/** Part of all units of two surveys that only one of them has (Jaccard's distance). */
function differingUnits(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  const both = [...one].filter((unit) => other.has(unit)).length;
  return all.size === 0 ? 0 : 1 - both / all.size;
}
