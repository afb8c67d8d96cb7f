import { complementarySuppression, type SuppressionInput } from "~/statistics/complementary-suppression";
import { lineSuppression } from "~/statistics/line-suppression";

/** Work at most on a table of three dimensions or more: about a second; a survey of a few units needs less. */
const CROSSED_WORK = 3_000_000;

/**
 * First so that the figures of no withheld group follow: numbers of withheld groups are then as good as unknown, since their
 * figures are. Then so that no number below the minimum follows, where some of those numbers stand published all the same.
 */
export function protectNumbers(
  input: Omit<SuppressionInput, "fixed"> & { hidden: ReadonlySet<number> },
  told: ReadonlySet<number>,
  counted: ReadonlySet<number>,
): Set<number> {
  const masked = complementarySuppression({ ...input, fixed: told });
  if (counted.size === 0) return masked;
  const unknown = [...masked].filter((id) => !counted.has(id));
  const isSmall = (id: number) => (input.sizes[id] ?? 0) < input.minimum;
  const more = complementarySuppression({
    ...input,
    primary: unknown.filter(isSmall),
    hidden: new Set([...input.hidden, ...unknown.filter((id) => !isSmall(id))]),
    fixed: new Set([...told, ...counted]),
  });
  return new Set([...masked, ...more]);
}

/**
 * What crossing values must not tell, coarser tables being told. Two at a time: that no line gives a cell away. More at a time
 * tell so much that lines are not enough (three tables together may leave a cell little room): each masked cell is shown to
 * have room, or gets it; where that is too much work, as with many units, nothing of the crossing is told.
 */
export function protectCrossed(
  input: Omit<SuppressionInput, "fixed"> & { hidden: ReadonlySet<number> },
  told: ReadonlySet<number>,
  dimensions: number,
): Set<number> {
  const masked = lineSuppression({ ...input, told });
  if (dimensions < 3) return masked;
  return complementarySuppression({ ...input, primary: masked, fixed: told, workLimit: CROSSED_WORK });
}
