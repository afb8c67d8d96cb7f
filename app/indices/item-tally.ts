import { type BaseCounts, baseCounts, type Counts } from "./code-counts";
import { CODE_OFFSET } from "./frame-codes";
import type { ScaleCoding } from "./scale-coding";

/** What the indices need of one scored item in one group: its counts and the sums behind its rate and mean. */
export interface ItemTally extends BaseCounts {
  coding: ScaleCoding;
  satisfied: number;
  levelSum: number;
  /** Sum of squared levels, from which the spread follows. */
  levelSquareSum: number;
}

export function itemTally(coding: ScaleCoding, counts: Counts): ItemTally {
  let satisfied = 0;
  let levelSum = 0;
  let levelSquareSum = 0;
  for (let code = 0; code < coding.values.length; code++) {
    if (!coding.valid[code]) continue;
    const value = coding.values[code] as number;
    const count = counts[code + CODE_OFFSET] ?? 0;
    if (coding.satisfied[code]) satisfied += count;
    levelSum += count * value;
    levelSquareSum += count * value * value;
  }
  const { n_asked, n_valid, n_excluded, n_missing } = baseCounts(counts, coding.valid);
  return { coding, n_asked, n_valid, n_excluded, n_missing, satisfied, levelSum, levelSquareSum };
}
