import type { ReportKind, ReportPeriod } from "~/snapshots/report-kinds";

/** A report in the list of reports. */
export interface ListedReport {
  id: number;
  kind: ReportKind;
  planYear: number | null;
  taskNumber: number | null;
  period: ReportPeriod | null;
  /** Of the survey that it is about; null: it is about a task. */
  title: string | null;
  /** Name of the unit that it is about. */
  unit: string | null;
  /** Number and sign that it was issued with; empty: none yet. */
  number: string;
  changed: string;
}

/** What a viewer may write a report about. */
export interface ReportChoices {
  surveys: { id: number; title: string; opensOn: string }[];
  /** Of those, the ones with a survey of the year before to set beside. */
  comparable: { id: number; title: string; opensOn: string }[];
  tasks: { year: number; number: number; content: string }[];
  /** The survey whose units were asked for, each of which may have its own report. */
  chosen: { id: number; title: string; units: { key: string; name: string }[] } | null;
}

/** Kinds of reports that are made on the page of reports, in the order in which it offers them. */
export const NEW_KINDS = ["survey", "task", "period", "comparison"] as const satisfies readonly ReportKind[];
export type NewKind = (typeof NEW_KINDS)[number];
