import { gammaHalfRatio } from "./gamma-half-ratio";

const RELATIVE_PRECISION = 1e-16;
const MAX_TERMS = 100_000;
const TINY = 1e-300;

/**
 * Regularised incomplete beta Iₓ(a, ½), the only form Student's t needs. `logX` is given beside x and 1 − x because
 * for large a everything happens within 1e-6 of x = 1. Continued fraction of Abramowitz and Stegun 26.5.8, evaluated by
 * Lentz's method; the symmetric fraction where it converges faster (Press et al., Numerical Recipes, 6.4).
 */
export function incompleteBetaHalf(a: number, x: number, complement: number, logX: number): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const inverseBeta = gammaHalfRatio(a) / Math.sqrt(Math.PI);
  const front = Math.exp(a * logX) * Math.sqrt(complement) * inverseBeta;
  if (x < (a + 1) / (a + 2.5)) return (front / a) * betaFraction(a, 0.5, x);
  return 1 - (front / 0.5) * betaFraction(0.5, a, complement);
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) <= RELATIVE_PRECISION) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
