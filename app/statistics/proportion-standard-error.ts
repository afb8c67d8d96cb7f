/**
 * Standard error of a proportion from a simple random sample, √(p(1−p)/(n−1)): the linearised error of a ratio with one
 * answer per person. `null` below two persons.
 */
export function proportionStandardError({ proportion, size }: { proportion: number; size: number }): number | null {
  if (size < 2) return null;
  return Math.sqrt((proportion * (1 - proportion)) / (size - 1));
}
