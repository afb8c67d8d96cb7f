import type { MeasureRow, ReliabilityRow } from "./result";

const KEPT: ReadonlySet<string> = new Set<keyof MeasureRow>(["unit", "level", "code", "reversed", "rule", "k"]);

/** Keeps what the questionnaire alone says of a row, in the same order of keys, and nothing the answers say. */
export function maskRow(row: MeasureRow): MeasureRow {
  const masked = Object.entries(row).map(([key, value]) => [key, KEPT.has(key) ? value : null]);
  return { ...(Object.fromEntries(masked) as MeasureRow), suppressed: "masked" };
}

/** Keeps what the questionnaire says of a factor's items. */
export function maskReliability({ unit, factor, k }: ReliabilityRow): ReliabilityRow {
  return { unit, factor, k, n: null, alpha: null };
}
