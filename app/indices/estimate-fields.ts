import { effectiveSize } from "~/statistics/effective-size";
import { meanInterval } from "~/statistics/mean-interval";
import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { wilsonInterval } from "~/statistics/wilson-interval";
import type { MeasureRow } from "./result";

export type RateFields = Required<Pick<MeasureRow, "rate" | "rate_se" | "rate_ci">>;
export type MeanFields = Required<Pick<MeasureRow, "mean" | "mean_se" | "mean_ci">>;

/** An estimate with its person-clustered standard error; `null` estimate for an empty base. */
interface Estimate {
  estimate: number | null;
  standardError: number | null;
  persons: number;
}

/** Rate, its standard error and the Wilson interval at its effective size. */
export function rateFields({ estimate, standardError, persons }: Estimate): RateFields {
  if (estimate === null) return { rate: null, rate_se: null, rate_ci: null };
  const size = effectiveSize({ proportion: estimate, standardError, persons });
  return { rate: estimate, rate_se: standardError, rate_ci: wilsonInterval({ proportion: estimate, size }) };
}

/** The same where each person gives one answer: the effective size is the number of persons, exactly. */
export function singleAnswerRateFields({ estimate, standardError, persons }: Estimate): RateFields {
  if (estimate === null) return { rate: null, rate_se: null, rate_ci: null };
  const rate_ci = wilsonInterval({ proportion: estimate, size: persons });
  return { rate: estimate, rate_se: standardError, rate_ci };
}

/** Mean, its standard error and the t interval on persons − 1 degrees of freedom. */
export function meanFields({ estimate, standardError, persons }: Estimate): MeanFields {
  if (estimate === null) return { mean: null, mean_se: null, mean_ci: null };
  const mean_ci = meanInterval({ mean: estimate, standardError, degreesOfFreedom: persons - 1 });
  return { mean: estimate, mean_se: standardError, mean_ci };
}

/** Shares of options and their standard errors; all null for an empty base, the errors also for one person. */
export function shareFields(
  counts: readonly (readonly [value: number, count: number])[],
  persons: number,
): Pick<MeasureRow, "shares" | "share_ses"> {
  if (persons === 0) return { shares: null, share_ses: null };
  const shares = counts.map(([value, count]) => [value, count / persons] as const);
  const errors = shares.flatMap(([value, proportion]) => {
    const error = proportionStandardError({ proportion, size: persons });
    return error === null ? [] : [[value, error] as const];
  });
  return { shares: Object.fromEntries(shares), share_ses: persons < 2 ? null : Object.fromEntries(errors) };
}
