/** Fewest persons whose comments are shown together, whatever smaller minimum is set for figures. */
export const LEAST_IN_BATCH = 10;

/**
 * Comments are released in batches of persons, so that one that appears cannot be tied to who was here today: a batch
 * when it is full, and once a survey is closed the rest with the last full batch. Fewer than `least` persons in all are
 * never released.
 *
 * @param persons in order of arrival.
 * @returns batches, the newest first; their inner order still tells arrival and is for the caller to undo.
 */
export function releaseBatches<P>(
  persons: readonly P[],
  { least, closed }: { least: number; closed: boolean },
): (readonly P[])[] {
  const full = Math.floor(persons.length / least);
  return Array.from({ length: full }, (_, batch) =>
    persons.slice(batch * least, closed && batch === full - 1 ? persons.length : (batch + 1) * least),
  ).reverse();
}

/** How many of so many persons, in order of arrival, `releaseBatches` releases. */
export function releasedCount(persons: number, { least, closed }: { least: number; closed: boolean }): number {
  return closed && persons >= least ? persons : persons - (persons % least);
}
