import { type SnapshotDocument, type SnapshotSummary, snapshotName } from "~/snapshots/snapshot";
import type { ReportInput } from "./content/report-context";
import { issuerOf } from "./letterhead";
import type { ReportDocument } from "./report-document";
import { buildUnitReport } from "./unit-report-content";

/** What the report on any unit of a snapshot is made from. */
export interface ReportedSnapshot {
  document: SnapshotDocument;
  summary: Pick<SnapshotSummary, "number" | "kind" | "hash">;
  /** The task of the plan that the survey serves. */
  served: Pick<ReportInput, "task" | "planYear" | "planNote">;
}

/** The report on one unit from a snapshot's masked figures. Throws for a unit that the snapshot does not have. */
export function unitReportOf({ document, summary, served }: ReportedSnapshot, unitKey: string): ReportDocument {
  const { results, takenOn } = document;
  const unit = results.units.find(({ key }) => key === unitKey);
  if (!unit) throw new Error(`the snapshot has no unit ${unitKey}`);
  const input = { results, ...served, today: takenOn, issuedBy: issuerOf(results), snapshot: snapshotName(summary) };
  return buildUnitReport(input, unit);
}
