import type { ReportKind, ReportPeriod } from "~/snapshots/report-kinds";
import type { Phrase } from "./words";

/** Periods for which leads report, as they stand inside a sentence. */
export const PERIOD_NAMES: Readonly<Record<ReportPeriod, Phrase>> = {
  "quarter-1": "quý I",
  "6-months": "6 tháng",
  "9-months": "9 tháng",
  "12-months": "12 tháng",
};

/** Kinds of reports as screens name them. */
export const REPORT_KIND_NAMES: Readonly<Record<ReportKind, Phrase>> = {
  survey: "Báo cáo một đợt khảo sát",
  unit: "Báo cáo một đơn vị",
  task: "Báo cáo tổng hợp theo nhiệm vụ",
  period: "Báo cáo định kỳ",
  comparison: "Báo cáo so với năm trước",
};
