import { holm } from "~/statistics/adjust-p-values";
import { binomialUpperTail } from "~/statistics/binomial-test";
import { atOnePlace } from "./at-one-place";
import type { FilledForm } from "./filled-form";
import { medianOf } from "./median-of";
import { ALPHA } from "./quality-settings";

interface Stretch {
  /** Positions of its forms. */
  positions: readonly number[];
  p: number;
}

/**
 * Forms in a stretch of time in which a point took far more of them than is usual there: at least `atLeast`, at least
 * `times` the usual number, and more than chance brings about, by a binomial test over every stretch of the survey (Holm).
 * The usual number is the median of the point's stretches that have a form at all, so that a few bursts do not raise it.
 */
export function findBursts(
  forms: readonly FilledForm[],
  { minutes, atLeast, times }: { minutes: number; atLeast: number; times: number },
): number[] {
  const long = minutes * 60_000;
  const suspects: Stretch[] = [];
  let tests = 0;
  for (const places of atOnePlace(forms).values()) {
    tests += places.length;
    if (places.length < atLeast) continue;
    const finished = places.map((position) => forms[position]?.finishedAt ?? 0);
    const usual = usualNumber(finished, long);
    let end = 0;
    for (let start = 0; start < finished.length; start++) {
      while (end < finished.length && (finished[end] as number) < (finished[start] as number) + long) end++;
      const count = end - start;
      if (count < Math.max(atLeast, times * usual)) continue;
      const p = binomialUpperTail(count, places.length, usual / places.length);
      suspects.push({ positions: places.slice(start, end), p });
    }
  }
  // A stretch that is no suspect is a test as well, and one that finds nothing.
  const family = new Array<number>(Math.max(tests, suspects.length)).fill(1);
  for (const [at, { p }] of suspects.entries()) family[at] = p;
  const adjusted = suspects.length === 0 ? [] : holm(family);
  return [...new Set(suspects.flatMap((stretch, at) => ((adjusted[at] ?? 1) < ALPHA ? stretch.positions : [])))];
}

/** Median number of forms in the stretches of fixed length that have any. */
function usualNumber(finished: readonly number[], long: number): number {
  const counts = new Map<number, number>();
  for (const instant of finished) {
    const stretch = Math.floor(instant / long);
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return medianOf([...counts.values()]);
}
