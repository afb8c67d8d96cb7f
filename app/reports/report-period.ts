import type { ReportPeriod } from "~/snapshots/report-kinds";

const LAST_MONTH: Readonly<Record<ReportPeriod, number>> = {
  "quarter-1": 3,
  "6-months": 6,
  "9-months": 9,
  "12-months": 12,
};

const NAMES: Readonly<Record<ReportPeriod, string>> = {
  "quarter-1": "quý I năm",
  "6-months": "6 tháng đầu năm",
  "9-months": "9 tháng đầu năm",
  "12-months": "năm",
};

/** "9 tháng đầu năm 2026". */
export function periodName(period: ReportPeriod, year: number): string {
  return `${NAMES[period]} ${year}`;
}

/** The last day of a period, ISO. */
export function periodEnd(period: ReportPeriod, year: number): string {
  return new Date(Date.UTC(year, LAST_MONTH[period], 0)).toISOString().slice(0, 10);
}
