import { meanInterval } from "~/statistics/mean-interval";
import { wilsonInterval } from "~/statistics/wilson-interval";
import type { MeanFields, RateFields } from "./estimate-fields";

/** An estimate under a design, of a row with so many persons. */
export interface DesignEstimate {
  estimate: number;
  error: number;
  /** Persons with a valid answer; below two there is no error. */
  persons: number;
  /** (Σw)²/Σw² over those persons (Kish 1965): the effective size where the error says nothing. */
  weightsAlone: number;
}

/** Rate, error and Wilson's interval at n_eff = n/deff (contracts, section 3). */
export function designRateFields(result: DesignEstimate | null): RateFields {
  if (!result) return { rate: null, rate_se: null, rate_ci: null };
  const { estimate, error, persons, weightsAlone } = result;
  // Rounding may leave a share a hair outside 0–1.
  const proportion = Math.min(1, Math.max(0, estimate));
  const known = persons < 2 ? null : error;
  const size =
    known === null || known === 0
      ? weightsAlone
      : (persons * proportion * (1 - proportion)) / ((persons - 1) * known ** 2);
  return { rate: proportion, rate_se: known, rate_ci: wilsonInterval({ proportion, size }) };
}

/** Mean, error and the t interval on primary units − strata. */
export function designMeanFields(result: DesignEstimate | null, degreesOfFreedom: number): MeanFields {
  if (!result) return { mean: null, mean_se: null, mean_ci: null };
  const { estimate: mean, error, persons } = result;
  const standardError = persons < 2 ? null : error;
  return { mean, mean_se: standardError, mean_ci: meanInterval({ mean, standardError, degreesOfFreedom }) };
}
