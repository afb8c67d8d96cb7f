/** What to do about an item: its part in satisfaction against how it does now. */
export type Quadrant = "keep" | "improve" | "maintain" | "low-priority";

export interface ImportancePerformance {
  importance: number;
  performance: number;
}

/**
 * Importance–performance map (Martilla and James 1977, Journal of Marketing 41:77–79), cut at the grand means; an item on a line
 * counts as above it. Important and doing well: keep; important and not: improve; else maintain or low priority.
 */
export function importancePerformance(items: readonly ImportancePerformance[]): {
  importance: number;
  performance: number;
  quadrants: Quadrant[];
} {
  const mean = (of: (item: ImportancePerformance) => number) =>
    items.reduce((sum, item) => sum + of(item), 0) / items.length;
  const importance = mean((item) => item.importance);
  const performance = mean((item) => item.performance);
  const quadrants = items.map((item): Quadrant => {
    const well = isAtLeast(item.performance, performance);
    if (isAtLeast(item.importance, importance)) return well ? "keep" : "improve";
    return well ? "maintain" : "low-priority";
  });
  return { importance, performance, quadrants };
}

/** A mean of equal numbers may come out a hair above them. */
function isAtLeast(value: number, line: number): boolean {
  return value >= line - 1e-12 * Math.abs(line);
}
