import { isReportFormat, type ReportFormat } from "./report-formats";

/** Which snapshot's reports an officer asks for and as what; null where one of them was not chosen. */
export function readUnitReportsOrder(form: FormData): { snapshotId: number; format: ReportFormat } | null {
  const snapshotId = Number(form.get("snapshotId"));
  const format = String(form.get("format") ?? "");
  if (!Number.isSafeInteger(snapshotId) || snapshotId < 1 || !isReportFormat(format)) return null;
  return { snapshotId, format };
}
