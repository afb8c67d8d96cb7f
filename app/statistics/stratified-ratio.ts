/** Whole-number sums over the persons of one stratum: mᵢ below the line of a ratio, xᵢ above it. */
export interface StratumSums {
  /** n: sampled persons of the stratum, those with x = m = 0 included. */
  sampled: number;
  /** N: persons, transactions or people that the stratum stands for. */
  population: number;
  /** Persons with m > 0. */
  persons: number;
  /** Σm, Σm². */
  below: number;
  belowSquares: number;
  /** Σx, Σx², Σmx. */
  above: number;
  aboveSquares: number;
  cross: number;
}

export interface StratifiedRatio {
  estimate: number;
  /** 0 where the variation is no more than rounding. */
  standardError: number;
  /** Persons − strata. */
  degreesOfFreedom: number;
  /** (Σw)²/Σw² over the persons with m > 0 (Kish 1965): the effective size where the error says nothing. */
  weightsAlone: number;
}

/** An error below this part of the estimate is what rounding leaves. */
const ROUNDING = 1e-12;
/** Products of sums this large are still exact in a double. */
const EXACT = Number.MAX_SAFE_INTEGER / 2;

/**
 * Ratio Σwx/Σwm post-stratified to known sizes, w = N/n in each stratum, from sums alone: θ̂ = Σ(N/n)X / Σ(N/n)M, and
 * SE² = Σ (1 − f)·n/(n−1)·Σ(z − z̄)² with z = w(x − θ̂m)/Σwm (Holt and Smith 1979; Cochran 1977, 5A and 6.11; the
 * estimator of R's `svydesign(strata, weights = N/n, fpc = N)` with `svyratio`). A stratum of one person counts 0 unless it is
 * of N = 1: leave such strata out. `null` for an empty base.
 * @param finite whether persons were drawn from the N: f = n/N then, else f = 0.
 */
export function stratifiedRatio(strata: readonly StratumSums[], finite: boolean): StratifiedRatio | null {
  let above = 0;
  let below = 0;
  for (const { sampled, population, above: x, below: m } of strata) {
    above += (population / sampled) * x;
    below += (population / sampled) * m;
  }
  if (!(below > 0)) return null;
  const estimate = above / below;
  let variance = 0;
  let degreesOfFreedom = 0;
  let weights = 0;
  let weightSquares = 0;
  for (const stratum of strata) {
    const { sampled, population, persons } = stratum;
    const weight = population / sampled;
    degreesOfFreedom += sampled - 1;
    weights += weight * persons;
    weightSquares += weight * weight * persons;
    if (sampled < 2) continue;
    const correction = finite ? 1 - sampled / population : 1;
    variance += correction * (sampled / (sampled - 1)) * (weight / below) ** 2 * spread(stratum, estimate);
  }
  const error = Math.sqrt(variance);
  return {
    estimate,
    standardError: error <= ROUNDING * Math.abs(estimate) ? 0 : error,
    degreesOfFreedom,
    weightsAlone: weightSquares === 0 ? 0 : weights ** 2 / weightSquares,
  };
}

/**
 * Σ(z − z̄)² of z = x − θm, as Sₘₘ(θ − Sₓₘ/Sₘₘ)² + (Sₓₓ − Sₓₘ²/Sₘₘ) with S = nΣ − ΣΣ: each a whole number, so that people who
 * all give the same mix of answers leave exactly nothing.
 */
function spread(sums: StratumSums, ratio: number): number {
  const { sampled: n, below, belowSquares, above, aboveSquares, cross } = sums;
  const xx = n * aboveSquares - above * above;
  const mm = n * belowSquares - below * below;
  const xm = n * cross - above * below;
  if (mm === 0) return xx / n;
  const apart = ratio - xm / mm;
  return (mm * apart * apart + residual(xx, mm, xm)) / n;
}

/** (Sₓₓ·Sₘₘ − Sₓₘ²)/Sₘₘ, the numerator exact; never below 0 (Cauchy and Schwarz). */
function residual(xx: number, mm: number, xm: number): number {
  if (xx * mm < EXACT && xm * xm < EXACT) return (xx * mm - xm * xm) / mm;
  return Number(BigInt(xx) * BigInt(mm) - BigInt(xm) ** 2n) / mm;
}
