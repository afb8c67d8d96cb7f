/**
 * Effective number of persons behind a proportion with a person-clustered standard error,
 * n_eff = p(1−p) / (SE²·(n−1)/n) (contracts, section 3): exactly n where each person gives one answer. Where the error
 * is 0 or undefined it says nothing about the size, and the number of persons stands in.
 */
export function effectiveSize(estimate: { proportion: number; standardError: number | null; persons: number }): number {
  const { proportion, standardError, persons } = estimate;
  if (standardError === null || standardError === 0) return persons;
  return (proportion * (1 - proportion)) / (standardError ** 2 * ((persons - 1) / persons));
}
