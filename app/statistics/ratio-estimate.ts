import { designVariance } from "./design-variance";
import type { SampleDesign } from "./sample-design";

/** A weighted sample: rows of a design with their weights, calibrated ones where there are margins. */
export interface WeightedSample {
  design: SampleDesign;
  weights: Float64Array;
  /**
   * Takes from linearised values what the margins explain, over all rows that this touches; absent without calibration
   * (see `calibrationResiduals`).
   */
  residuals?: (rows: Int32Array, values: Float64Array) => { rows: Int32Array; values: Float64Array };
}

export interface LinearEstimate {
  estimate: number;
  /** 0 where the variation is no more than rounding. */
  standardError: number;
  /** Rows of the domain, and uᵢ of each: the derivative of the estimate by the weight of the row. */
  rows: Int32Array;
  linearised: Float64Array;
}

/** An error below this part of the estimate is what rounding leaves. */
const ROUNDING = 1e-12;

/**
 * Weighted ratio Σwx/Σwm over the rows of a domain: a mean for m = 1, a share for x of 0 and 1, a pooled index for m the
 * number of answers. uᵢ = (xᵢ − θ̂mᵢ)/Σwm (Särndal, Swensson, Wretman 1992, 5.6). `null` for an empty base.
 */
export function ratioEstimate(
  sample: WeightedSample,
  rows: Int32Array,
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
): LinearEstimate | null {
  let above = 0;
  let below = 0;
  for (let index = 0; index < rows.length; index++) {
    const weight = sample.weights[rows[index] as number] as number;
    above += weight * (numerator[index] as number);
    below += weight * (denominator[index] as number);
  }
  if (below === 0) return null;
  const estimate = above / below;
  const linearised = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++)
    linearised[index] = ((numerator[index] as number) - estimate * (denominator[index] as number)) / below;
  return { estimate, standardError: linearisedError(sample, rows, linearised, estimate), rows, linearised };
}

/** Standard error of an estimate from its linearised values; every row not named counts 0. */
export function linearisedError(
  sample: WeightedSample,
  rows: Int32Array,
  linearised: Float64Array,
  estimate: number,
): number {
  const free = sample.residuals ? sample.residuals(rows, linearised) : { rows, values: linearised };
  const weighted = new Float64Array(free.rows.length);
  for (let index = 0; index < weighted.length; index++)
    weighted[index] = (sample.weights[free.rows[index] as number] as number) * (free.values[index] as number);
  const error = Math.sqrt(designVariance(sample.design, free.rows, weighted));
  return error <= ROUNDING * Math.abs(estimate) ? 0 : error;
}

/**
 * Σ cₖθ̂ₖ of estimates of one sample, with the error that their covariance gives: the linearised values of a row add up.
 * A difference of two items of the same persons, or of a unit and the rest, has coefficients 1 and −1.
 */
export function combineEstimates(
  sample: WeightedSample,
  parts: readonly { coefficient: number; part: LinearEstimate }[],
): LinearEstimate {
  const values = new Map<number, number>();
  let estimate = 0;
  let scale = 0;
  for (const { coefficient, part } of parts) {
    estimate += coefficient * part.estimate;
    scale += Math.abs(coefficient * part.estimate);
    for (let index = 0; index < part.rows.length; index++) {
      const row = part.rows[index] as number;
      values.set(row, (values.get(row) ?? 0) + coefficient * (part.linearised[index] as number));
    }
  }
  const rows = Int32Array.from(values.keys());
  const linearised = Float64Array.from(values.values());
  return { estimate, standardError: linearisedError(sample, rows, linearised, scale), rows, linearised };
}
