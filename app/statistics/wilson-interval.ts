import type { Interval } from "./interval";
import { NORMAL_QUANTILE_975 } from "./normal-quantile";

/**
 * Wilson (1927) score interval of a proportion, 95 % unless
 * another normal quantile is given, without continuity correction (Newcombe 1998, Statistics in
 * Medicine 17:857–872, method 3). `size` may be real: under clustering it is the effective size of the estimate. The
 * lower end is exactly 0 at proportion 0 and the upper exactly 1 at proportion 1. `null` for an empty base.
 */
export function wilsonInterval(
  { proportion, size }: { proportion: number; size: number },
  z = NORMAL_QUANTILE_975,
): Interval | null {
  if (!(size > 0)) return null;
  const z2 = z ** 2;
  const centre = proportion + z2 / (2 * size);
  const half = z * Math.sqrt((proportion * (1 - proportion)) / size + z2 / (4 * size * size));
  const denominator = 1 + z2 / size;
  return [
    proportion === 0 ? 0 : Math.max(0, (centre - half) / denominator),
    proportion === 1 ? 1 : Math.min(1, (centre + half) / denominator),
  ];
}
