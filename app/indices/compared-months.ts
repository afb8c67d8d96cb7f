import type { AnalysisFilter } from "./analysis-filter";
import type { ComparedGroup } from "./compared-groups";
import type { MeasureRow } from "./result";

/** Two calendar months of one survey that the address asks for: `?month=2026-10&other=2026-09`; null: none, or none known. */
export interface ComparedMonths {
  first: string | null;
  second: string | null;
}

/** Why two months are not compared. */
export type MonthsNotCompared = "same-month" | "masked" | "empty-month";

export type MonthComparison =
  | { state: "compared"; first: ComparedGroup; second: ComparedGroup }
  | { state: "refused"; reason: MonthsNotCompared };

export function readComparedMonths(
  address: URLSearchParams,
  known: readonly string[],
): { months: ComparedMonths; unknown: boolean } {
  const [month, other] = [address.get("month") ?? "", address.get("other") ?? ""];
  const find = (asked: string) => (known.includes(asked) ? asked : null);
  const months = { first: find(month), second: find(other) };
  return {
    months,
    unknown: (month !== "" && months.first === null) || (other !== "" && months.second === null),
  };
}

/** Whose answers one month of the comparison is: the filter of the page with the month instead of its period. */
export function filterOfMonth(filter: AnalysisFilter, month: string): AnalysisFilter {
  return { ...filter, kind: null, from: month, to: month };
}

/**
 * Two months as groups of different persons, each masked as the pages that show a single month mask it; nothing is told of
 * the two together that they do not tell.
 */
export function monthComparison(
  months: { first: string; second: string },
  first: { persons: number | null; measures: MeasureRow[] },
  second: { persons: number | null; measures: MeasureRow[] },
): MonthComparison {
  if (months.first === months.second) return { state: "refused", reason: "same-month" };
  if (first.persons === null || second.persons === null) return { state: "refused", reason: "masked" };
  if (first.persons === 0 || second.persons === 0) return { state: "refused", reason: "empty-month" };
  return {
    state: "compared",
    first: { persons: first.persons, measures: first.measures },
    second: { persons: second.persons, measures: second.measures },
  };
}
