import type { Interval } from "./interval";
import { sfc32 } from "./sfc32";

export interface RankedEstimate {
  /** 1 is the highest estimate; equal estimates share the best rank. */
  rank: number;
  /** 95 % of the simulated ranks lie within, ends included. */
  interval: Interval;
}

const DRAWS = 4000;

/**
 * Ranks of independent estimates with their uncertainty, by simulation: each estimate is drawn from a normal distribution
 * around it, and the 2.5 % and 97.5 % quantiles of the ranks that follow are the interval (Goldstein and Spiegelhalter
 * 1996, JRSS A 159:385–443). The same estimates and seed give the same intervals. For a proportion near 0 or 1 give the
 * centre and half-width ÷ 1.96 of its Wilson interval, whose error is never 0.
 */
export function rankIntervals(
  estimates: readonly { estimate: number; standardError: number }[],
  { seed, draws = DRAWS }: { seed: readonly [number, number, number]; draws?: number },
): RankedEstimate[] {
  const normal = normalNumbers(sfc32(seed));
  const seen = estimates.map(() => new Uint32Array(estimates.length + 1));
  const drawn = new Float64Array(estimates.length);
  const sorted = new Float64Array(estimates.length);
  for (let draw = 0; draw < draws; draw++) {
    // Without callbacks and new arrays: a thousand units are drawn and ranked a million times.
    for (let at = 0; at < drawn.length; at++) {
      const { estimate, standardError } = estimates[at] as (typeof estimates)[number];
      drawn[at] = estimate + standardError * normal();
    }
    sorted.set(drawn);
    sorted.sort();
    for (let at = 0; at < drawn.length; at++) {
      const counts = seen[at] as Uint32Array;
      const rank = 1 + countAbove(sorted, drawn[at] as number);
      counts[rank] = (counts[rank] as number) + 1;
    }
  }
  return ranksOf(estimates.map(({ estimate }) => estimate)).map((rank, at) => {
    const counts = seen[at] as Uint32Array;
    return { rank, interval: [quantile(counts, 0.025 * draws), quantile(counts, 0.975 * draws)] };
  });
}

/** Rank of each value from the highest, 1; equal values share the best. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[b] as number) - (values[a] as number));
  const ranks = new Array<number>(values.length);
  let rank = 0;
  order.forEach((at, place) => {
    if (place === 0 || values[at] !== values[order[place - 1] as number]) rank = place + 1;
    ranks[at] = rank;
  });
  return ranks;
}

/** How many of the values, the lowest first, are higher than one. */
function countAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

/** The lowest rank with at least `wanted` draws at it or above. */
function quantile(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let rank = 1; rank < counts.length; rank++) {
    sum += counts[rank] as number;
    if (sum >= wanted && sum > 0) return rank;
  }
  return counts.length - 1;
}

/** Standard normal numbers by the polar method (Marsaglia and Bray 1964). */
function normalNumbers(random: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const value = kept;
      kept = null;
      return value;
    }
    for (;;) {
      const [a, b] = [2 * random() - 1, 2 * random() - 1];
      const length = a * a + b * b;
      if (length === 0 || length >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(length)) / length);
      kept = b * factor;
      return a * factor;
    }
  };
}
