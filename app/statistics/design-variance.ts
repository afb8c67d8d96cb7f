import type { SampleDesign } from "./sample-design";

/**
 * Variance of a total Σzᵢ under the design, z being weight times linearised value: totals of primary units within
 * strata, Σₕ (1 − fₕ)·nₕ/(nₕ−1)·Σ(zₕⱼ − z̄ₕ)² (Taylor linearisation, ultimate clusters: Woodruff 1971; Lumley 2004,
 * Journal of Statistical Software 9(8), the estimator of R's survey package). `values[i]` belongs to `rows[i]`, each row named once; every
 * other row of the design counts 0, which is what makes a part of the sample a domain and not a sample of its own.
 */
export function designVariance(design: SampleDesign, rows: ArrayLike<number>, values: ArrayLike<number>): number {
  const totals = primaryTotals(design, rows, values);
  const strata = new Map<number, { units: number; total: number; squares: number }>();
  totals.forEach((total, unit) => {
    const stratum = design.stratum[unit] as number;
    const sums = strata.get(stratum) ?? { units: 0, total: 0, squares: 0 };
    sums.units++;
    sums.total += total;
    strata.set(stratum, sums);
  });
  totals.forEach((total, unit) => {
    const stratum = design.stratum[unit] as number;
    const sums = strata.get(stratum);
    if (sums) sums.squares += (total - sums.total / (design.sampled[stratum] as number)) ** 2;
  });
  let variance = 0;
  for (const [stratum, { units, total, squares }] of strata) {
    const sampled = design.sampled[stratum] as number;
    if (sampled < 2) continue;
    const spread = squares + (sampled - units) * (total / sampled) ** 2;
    variance += (design.correction[stratum] as number) * (sampled / (sampled - 1)) * spread;
  }
  return variance;
}

/** Total of each primary unit that has a row here. */
function primaryTotals(design: SampleDesign, rows: ArrayLike<number>, values: ArrayLike<number>): PrimaryTotals {
  // Where every row is a primary unit of its own nothing is added up, and a million rows need no table.
  if (design.primaryUnit.length === design.stratum.length)
    return {
      forEach(see) {
        for (let index = 0; index < rows.length; index++) see(values[index] as number, rows[index] as number);
      },
    };
  const totals = new Map<number, number>();
  for (let index = 0; index < rows.length; index++) {
    const unit = design.primaryUnit[rows[index] as number] as number;
    totals.set(unit, (totals.get(unit) ?? 0) + (values[index] as number));
  }
  return totals;
}

interface PrimaryTotals {
  forEach(see: (total: number, unit: number) => void): void;
}
