import { createHash } from "node:crypto";
import { type Random, sfc32 } from "~/statistics/sfc32";

export type { Random };

/** Everything simulated follows from this seed; another one gives another province. */
const SEED = "hailong-demo-1";

/** SHA-256 of the seed and the name of a thing: what its generator or its id starts from. */
export function seedOf(name: string): Buffer {
  return createHash("sha256").update(`${SEED}/${name}`).digest();
}

/**
 * A generator of its own for each named thing, so that a change in one unit or person leaves all others as they are; it
 * starts from {@link seedOf}.
 */
export function randomFor(name: string): Random {
  const seed = seedOf(name);
  return sfc32([seed.readUInt32LE(0), seed.readUInt32LE(4), seed.readUInt32LE(8)]);
}

/** A standard normal number (Box and Muller 1958, the cosine branch). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A whole number from `low` to `high`, both included. */
export function wholeNumber(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** One of the entries. Throws on an empty list. */
export function pick<T>(random: Random, entries: readonly T[]): T {
  const index = Math.floor(random() * entries.length);
  if (index >= entries.length) throw new RangeError("nothing to pick from");
  return entries[index] as T;
}

/** Values with their weights, which need not sum to 1. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** One of the values, with chances in proportion to their weights. Throws when no weight is positive. */
export function pickWeighted<T>(random: Random, entries: Weighted<T>): T {
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  let last: readonly [T, number] | undefined;
  for (const entry of entries) {
    if (entry[1] <= 0) continue;
    rest -= entry[1];
    if (rest < 0) return entry[0];
    last = entry;
  }
  if (!last) throw new RangeError("nothing to pick from");
  return last[0];
}

/** The entries in another order (Fisher and Yates, in Durstenfeld's form). */
export function shuffled<T>(random: Random, entries: readonly T[]): T[] {
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last--) {
    const other = wholeNumber(random, 0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
