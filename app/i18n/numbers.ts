/**
 * Numbers as Vietnamese and English readers write them. Rounding is half-up in decimal, on the decimal digits of the
 * value and not on its binary tail (70.005 is 70.00499… in binary and must print 70,01); ratios of counts are rounded
 * exactly from the integers.
 */
export type Language = "vi" | "en";

/** Half-up rounding of a finite number to `digits` decimals, as decimal text with a point, such as `-12.50`. */
export function roundHalfUp(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  // value = significand × 10^(exponent − fraction.length), exact on the shortest decimal that reads back as the value
  return scaled(BigInt(whole + fraction), Number(exponent) - fraction.length, digits, value < 0);
}

/** `100 × part / whole` rounded half-up from the integers themselves. */
export function roundPercent(part: number, whole: number, digits: number): string {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || whole <= 0) throw new RangeError("counts are needed");
  const power = 10n ** BigInt(digits);
  const numerator = BigInt(part) * 100n * power * 2n + BigInt(whole);
  return placePoint(numerator / (BigInt(whole) * 2n), digits, false);
}

function scaled(significand: bigint, exponent: number, digits: number, negative: boolean): string {
  const shift = exponent + digits;
  if (shift >= 0) return placePoint(significand * 10n ** BigInt(shift), digits, negative);
  const divisor = 10n ** BigInt(-shift);
  return placePoint((significand * 2n + divisor) / (divisor * 2n), digits, negative);
}

function placePoint(units: bigint, digits: number, negative: boolean): string {
  const text = units.toString().padStart(digits + 1, "0");
  const sign = negative && units !== 0n ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Decimal text with a point → grouped and with the language's decimal mark: `36525.5` → `36.525,5` / `36,525.5`. */
function group(text: string, language: Language): string {
  const [whole = "0", fraction] = text.split(".");
  const [thousands, decimal] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands).replace("-", "−");
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

export function formatCount(value: number, language: Language = "vi"): string {
  return group(roundHalfUp(value, 0), language);
}

export function formatDecimal(value: number, digits: number, language: Language = "vi"): string {
  return group(roundHalfUp(value, digits), language);
}

/** A share (0–1) as a percentage with its sign: `0.8394` → `83,94%`. */
export function formatShare(share: number, digits = 2, language: Language = "vi"): string {
  return `${group(roundHalfUp(shareToPercent(share), digits), language)}%`;
}

/** Moves the decimal point two places on the decimal digits, since `0.285 * 100` is 28.499999999999996. */
function shareToPercent(share: number): number {
  const [mantissa = "0", exponent = "0"] = share.toExponential().split("e");
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

/** An exact ratio of counts as a percentage. */
export function formatRatio(part: number, whole: number, digits = 2, language: Language = "vi"): string {
  return `${group(roundPercent(part, whole, digits), language)}%`;
}
