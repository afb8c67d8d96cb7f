/**
 * Person-clustered standard error without a design: SE² = n/(n−1) · Σuᵢ² over the n persons of the row (contracts,
 * section 3; Taylor linearisation, Woodruff 1971). `null` below two persons. A sum that rounding alone explains is 0.
 */
export function personStandardError(sums: { persons: number; squares: number; negligible: number }): number | null {
  const { persons, squares, negligible } = sums;
  if (persons < 2) return null;
  return squares <= negligible ? 0 : Math.sqrt((persons / (persons - 1)) * squares);
}
