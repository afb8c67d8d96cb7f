import { NORMAL_QUANTILE_975 } from "./normal-quantile";

/**
 * Size of a sample by Slovin (Yamane 1967), n = N / (1 + N·e²): the 2013 guideline of the Ministry of Home Affairs with
 * e = 0.05 and N the transactions of the period. It stands for Cochran's at 95 % with z rounded to 2 and p = 0.5.
 * Real, not rounded; 0 for nobody.
 */
export function slovinSize({ population, margin }: { population: number; margin: number }): number {
  return population / (1 + population * margin * margin);
}

/**
 * Size of a simple random sample by Cochran (1977, 4.1–4.4): n₀ = z²·p(1−p)/e², with the finite population correction
 * n = n₀ / (1 + (n₀ − 1)/N), and n₀ itself where N is not known (null). Real, not rounded; never more than N.
 * @param z of the confidence level; that of 95 % unless given. Tables print 1.96 (n₀ = 384.16), which is the rounded one.
 */
export function cochranSize({
  population,
  margin,
  proportion,
  z = NORMAL_QUANTILE_975,
}: {
  population: number | null;
  margin: number;
  proportion: number;
  z?: number;
}): number {
  const unlimited = (z * z * proportion * (1 - proportion)) / (margin * margin);
  if (population === null) return unlimited;
  if (population <= 1) return population;
  return Math.min(population, unlimited / (1 + (unlimited - 1) / population));
}

/**
 * Design effect of a sample in clusters, 1 + (m − 1)·ρ (Kish 1965): m persons a cluster, ρ the likeness of persons of one
 * cluster. At least 1, since the sizes reckoned from it must not fall below those of simple random sampling.
 */
export function clusterDesignEffect({ perCluster, correlation }: { perCluster: number; correlation: number }): number {
  return Math.max(1, 1 + (perCluster - 1) * correlation);
}

/** A size under a design effect: multiplied by it, never more than the whole population (null: not known). */
export function underDesign(size: number, designEffect: number, population: number | null): number {
  const needed = size * designEffect;
  return population === null ? needed : Math.min(population, needed);
}

/** Room for the binary tail of a quotient that is whole in decimal. */
const TAIL = 1e-9;

/**
 * A size as a number of forms: rounded up, since one form fewer misses the margin. (The Ministry of Health's 384 of
 * 384.16 is rounded to the nearest; whoever wants it sets it as a fixed number.)
 */
export function wholeForms(size: number): number {
  return Math.max(0, Math.ceil(size - TAIL));
}

/**
 * How many persons to ask so that so many answer, when a share of those asked does: n / r, rounded up, and everybody where
 * even that is too few.
 */
export function personsToAsk(forms: number, responseRate: number, population: number | null): number {
  const asked = wholeForms(forms / responseRate);
  return population === null ? asked : Math.min(population, asked);
}

/**
 * Half-width of the 95 % interval that a sample of n reaches: z·√(deff · p(1−p)/n · (N − n)/(N − 1)), the inverse of
 * {@link cochranSize} where the design effect is 1; without the correction where N is not known, 0 where everybody is
 * asked, and `null` for no sample. Never above 1: a share lies between 0 and 1.
 */
export function achievedMargin({
  size,
  population,
  proportion = 0.5,
  designEffect = 1,
  z = NORMAL_QUANTILE_975,
}: {
  size: number;
  population: number | null;
  proportion?: number;
  designEffect?: number;
  z?: number;
}): number | null {
  if (!(size > 0)) return null;
  if (population !== null && size >= population) return 0;
  const correction = population === null ? 1 : (population - size) / (population - 1);
  return Math.min(1, z * Math.sqrt(((designEffect * proportion * (1 - proportion)) / size) * correction));
}

/** A part of a population with a sample of its own. */
export interface Stratum {
  population: number;
  size: number;
}

/**
 * Half-width of the 95 % interval of the whole, when each part is sampled by itself and counts by its population
 * (Cochran 1977, 5.6 and 5.9): z·√Σ W²·deff·p(1−p)/n·(N − n)/(N − 1), W the part's share. `null` where a part with
 * people has no sample, since it then says nothing of the whole, and where there are no people.
 */
export function stratifiedMargin(
  strata: readonly Stratum[],
  {
    proportion = 0.5,
    designEffect = 1,
    z = NORMAL_QUANTILE_975,
  }: { proportion?: number; designEffect?: number; z?: number } = {},
): number | null {
  const total = strata.reduce((sum, { population }) => sum + population, 0);
  if (total === 0) return null;
  let variance = 0;
  for (const { population, size } of strata) {
    if (population === 0) continue;
    if (!(size > 0)) return null;
    if (size >= population) continue;
    const correction = (population - size) / (population - 1);
    variance += (population / total) ** 2 * ((designEffect * proportion * (1 - proportion)) / size) * correction;
  }
  return Math.min(1, z * Math.sqrt(variance));
}
