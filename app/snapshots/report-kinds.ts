/** Reports by what they are about: a survey, a unit in it, a task of Phụ lục 03, a period of it, two years compared. */
export const REPORT_KINDS = ["survey", "unit", "task", "period", "comparison"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Periods for which leads report (domain plan, part IV): quarters, six, nine and twelve months. */
export const REPORT_PERIODS = ["quarter-1", "6-months", "9-months", "12-months"] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];
