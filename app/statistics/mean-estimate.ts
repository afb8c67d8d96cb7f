/** A mean with what its interval needs. `standardError` is s/√n, `null` below two values. */
export interface MeanEstimate {
  size: number;
  mean: number;
  standardError: number | null;
}

/** Arithmetic mean and its standard error from single values. `null` when there is none. */
export function meanEstimate(values: ArrayLike<number>): MeanEstimate | null {
  const size = values.length;
  if (size === 0) return null;
  let sum = 0;
  for (let index = 0; index < size; index++) sum += values[index] as number;
  const mean = sum / size;
  let squares = 0;
  for (let index = 0; index < size; index++) squares += ((values[index] as number) - mean) ** 2;
  return { size, mean, standardError: standardErrorOf(squares, size) };
}

/** The same from a frequency table: `counts[i]` persons gave `values[i]`. `null` when nobody gave any. */
export function meanEstimateOfCounts(values: ArrayLike<number>, counts: ArrayLike<number>): MeanEstimate | null {
  let size = 0;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    size += counts[index] ?? 0;
    sum += (counts[index] ?? 0) * (values[index] as number);
  }
  if (size === 0) return null;
  const mean = sum / size;
  let squares = 0;
  for (let index = 0; index < values.length; index++)
    squares += (counts[index] ?? 0) * ((values[index] as number) - mean) ** 2;
  return { size, mean, standardError: standardErrorOf(squares, size) };
}

function standardErrorOf(squares: number, size: number): number | null {
  return size < 2 ? null : Math.sqrt(squares / (size - 1) / size);
}
