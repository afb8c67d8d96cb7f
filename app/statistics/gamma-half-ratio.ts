const ASYMPTOTIC_FROM = 64;

/**
 * Γ(a + ½) / Γ(a) for a > 0, to about 1e-15 relative. The difference of two log-gammas loses nine digits at a = 10⁶,
 * so the ratio is taken from its own asymptotic series (Abramowitz and Stegun 6.1.47; Tricomi and Erdélyi 1951) and
 * carried down to small a by Γ(a + 1) = a Γ(a).
 */
export function gammaHalfRatio(a: number): number {
  let argument = a;
  let factor = 1;
  while (argument < ASYMPTOTIC_FROM) {
    factor *= argument / (argument + 0.5);
    argument += 1;
  }
  const r = 1 / argument;
  const series =
    1 + r * (-1 / 8 + r * (1 / 128 + r * (5 / 1024 + r * (-21 / 32768 + r * (-399 / 262144 + (r * 869) / 4194304)))));
  return factor * Math.sqrt(argument) * series;
}
