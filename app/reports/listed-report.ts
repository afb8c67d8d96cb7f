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
  changed: string;
}
