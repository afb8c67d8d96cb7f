import type { Random } from "./sfc32";

/**
 * Random samples of a frame as positions from 0, in rising order. The same numbers give the same sample, so the caller
 * brings the frame into an order of its own first: then the order in which it was typed decides nothing.
 */

/**
 * A simple random sample without replacement: every set of n positions alike (the first n steps of the shuffle of Fisher
 * and Yates in Durstenfeld's form). The number has 32 bits, so chances of a frame of N differ by no more than N / 2^32.
 */
export function simpleRandomSample(frameSize: number, size: number, random: Random): number[] {
  requireSize(frameSize, size);
  const positions = Array.from({ length: frameSize }, (_, position) => position);
  for (let place = 0; place < size; place++) {
    const other = place + Math.floor(random() * (frameSize - place));
    const moved = positions[place] as number;
    positions[place] = positions[other] as number;
    positions[other] = moved;
  }
  return inOrder(positions.slice(0, size));
}

/**
 * Every k-th position from a random start in [0, k), k = N/n as it is, not rounded, so that every position has the same
 * chance n/N whatever N and n are (Särndal, Swensson, Wretman 1992, 3.4.2, the fractional interval method).
 */
export function systematicSample(frameSize: number, size: number, random: Random): number[] {
  requireSize(frameSize, size);
  if (size === 0) return [];
  const step = frameSize / size;
  const start = random() * step;
  return Array.from({ length: size }, (_, place) => Math.min(frameSize - 1, Math.floor(start + place * step)));
}

export interface SizedSample {
  /** All positions drawn. */
  drawn: number[];
  /** Of those, the ones so large that they are taken for certain. */
  certain: number[];
}

/**
 * Systematic sample with chances in proportion to size (Madow 1949; Särndal et al. 1992, 3.6.2). A position whose share
 * of what is left times the number left to draw reaches 1 is taken for certain, and the rest drawn anew without it, until
 * none is; positions of size 0 are never drawn.
 * @throws RangeError for a size below 0 and where fewer positions than `size` have a size at all.
 */
export function proportionalToSizeSample(sizes: readonly number[], size: number, random: Random): SizedSample {
  if (sizes.some((one) => !(one >= 0 && Number.isFinite(one)))) throw new RangeError("sizes are numbers from 0 on");
  let left = sizes.flatMap((one, position) => (one > 0 ? [position] : []));
  requireSize(left.length, size);
  const sizeOf = (position: number) => sizes[position] ?? 0;
  const certain: number[] = [];
  for (;;) {
    const wanted = size - certain.length;
    const total = left.reduce((sum, position) => sum + sizeOf(position), 0);
    const large = new Set(wanted === 0 ? [] : left.filter((position) => sizeOf(position) * wanted >= total));
    if (large.size === 0) break;
    certain.push(...large);
    left = left.filter((position) => !large.has(position));
  }
  const drawn = cumulated(left, sizeOf, size - certain.length, random);
  return { drawn: inOrder([...certain, ...drawn]), certain: inOrder(certain) };
}

function cumulated(left: readonly number[], sizeOf: (position: number) => number, wanted: number, random: Random) {
  if (wanted === 0) return [];
  const step = left.reduce((sum, position) => sum + sizeOf(position), 0) / wanted;
  const drawn: number[] = [];
  let mark = random() * step;
  let reached = 0;
  for (const position of left) {
    reached += sizeOf(position);
    if (mark < reached && drawn.length < wanted) {
      drawn.push(position);
      mark += step;
    }
  }
  // The binary tail of the last sum may leave the last mark a hair beyond it.
  if (drawn.length < wanted) drawn.push(left.at(-1) as number);
  return drawn;
}

/** Fewest of a stratum, so that its spread can be estimated at all. */
export const FEWEST_OF_STRATUM = 2;

/**
 * How many to draw of each stratum: in proportion to its size, by the largest remainder (ties to the earlier one), and at
 * least two, or the whole stratum where it is smaller. `null` where n is too small for that many strata.
 * @throws RangeError where n is more than all strata together.
 */
export function allocate(strata: readonly number[], size: number): number[] | null {
  requireSize(
    strata.reduce((sum, one) => sum + one, 0),
    size,
  );
  const fewest = strata.map((one) => Math.min(FEWEST_OF_STRATUM, one));
  const given = new Map<number, number>();
  for (;;) {
    const open = strata.flatMap((one, index) => (given.has(index) ? [] : [{ index, one }]));
    const left = size - [...given.values()].reduce((sum, one) => sum + one, 0);
    if (left < 0 || (open.length === 0 && left > 0)) return null;
    const total = open.reduce((sum, { one }) => sum + one, 0);
    const short = open.filter(({ index, one }) => total > 0 && (left * one) / total < (fewest[index] ?? 0));
    if (short.length === 0 || total === 0) return largestRemainder(strata, given, open, left, total);
    for (const { index } of short) given.set(index, fewest[index] ?? 0);
  }
}

function largestRemainder(
  strata: readonly number[],
  given: ReadonlyMap<number, number>,
  open: readonly { index: number; one: number }[],
  left: number,
  total: number,
): number[] {
  const quotas = open.map(({ index, one }) => ({ index, quota: total === 0 ? 0 : (left * one) / total }));
  const counts = new Map([...given, ...quotas.map(({ index, quota }) => [index, Math.floor(quota)] as const)]);
  let rest = left - quotas.reduce((sum, { quota }) => sum + Math.floor(quota), 0);
  const byRemainder = [...quotas].sort((a, b) => (b.quota % 1) - (a.quota % 1) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest <= 0) break;
    counts.set(index, (counts.get(index) ?? 0) + 1);
    rest -= 1;
  }
  return strata.map((_, index) => counts.get(index) ?? 0);
}

function requireSize(frameSize: number, size: number): void {
  if (!Number.isInteger(size) || size < 0 || size > frameSize) {
    throw new RangeError(`cannot draw ${size} of ${frameSize}`);
  }
}

function inOrder(positions: readonly number[]): number[] {
  return [...positions].sort((a, b) => a - b);
}
