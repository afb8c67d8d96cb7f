import type { Viewer } from "~/access/viewer";
import { unpackDocument } from "~/snapshots/pack-document.server";
import { type Snapshot, snapshotName } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { type FoundReport, findReport, readReportSnapshots } from "~db/repositories/reports";
import { findUnitKey } from "~db/repositories/units";
import { linkSnapshots } from "./comparison-links.server";
import { composeComparison, composePeriodReport, composeTaskReport } from "./compose-task-report.server";
import { lastYearText } from "./consolidated-surveys";
import type { RemarkPlace } from "./remark-places";
import { buildReport, issuerOf, type ReportInput } from "./report-content";
import type { ReportDocument } from "./report-document";
import { taskOf } from "./served-task.server";
import { unitReportOf } from "./unit-report-of";
import { withHead } from "./with-head";
import { withRemarks } from "./with-remarks";

/** A report with the figures it uses: those it is about, then those it is compared with. */
export interface LoadedReport extends FoundReport {
  viewer: Viewer;
  snapshots: (Snapshot & { previous: boolean })[];
}

/** A report that the viewer may see with its figures, or null. */
export async function loadReport(database: Database, viewer: Viewer, reportId: number): Promise<LoadedReport | null> {
  const found = await findReport(database, viewer, reportId);
  if (!found) return null;
  const snapshots: LoadedReport["snapshots"] = [];
  for (const { summary, previous, document } of await readReportSnapshots(database, viewer, reportId)) {
    snapshots.push({ ...summary, previous, document: unpackDocument(document, summary.hash) });
  }
  return { ...found, viewer, snapshots };
}

/**
 * The document of a report before its authors wrote into it: the same snapshots give the same document, whenever it is
 * made, since its day is theirs.
 */
export async function composeReport(database: Database, loaded: LoadedReport): Promise<ReportDocument> {
  const { report, snapshots } = loaded;
  if (report.kind === "task") return composeTaskReport(database, loaded);
  if (report.kind === "period") return composePeriodReport(database, loaded);
  const [about] = snapshots.filter(({ previous }) => !previous);
  if (!about) throw new Error(`report ${report.id} has no figures`);
  switch (report.kind) {
    case "comparison":
      return composeComparison(database, loaded);
    case "survey":
      return buildReport({ ...(await inputOf(database, about)), lastYear: await lastYearOf(database, loaded, about) });
    case "unit": {
      const served = await taskOf(database, about.document.results);
      const key = report.unitId === null ? null : await findUnitKey(database, report.unitId);
      return unitReportOf({ document: about.document, summary: about, served }, key ?? "");
    }
    default:
      throw new Error(`no report of the kind ${report.kind}`);
  }
}

/** The year before in a sentence, or why it does not stand beside this one. */
async function lastYearOf(database: Database, { viewer, snapshots }: LoadedReport, about: Snapshot): Promise<string> {
  const before = snapshots.find(({ previous }) => previous);
  if (!before) return lastYearText({ snapshot: about, previous: null });
  const link = await linkSnapshots(database, viewer, { before, after: about });
  return lastYearText({ snapshot: about, previous: { snapshot: before, link } });
}

async function inputOf(database: Database, about: Snapshot): Promise<ReportInput> {
  const { results, takenOn } = about.document;
  const task = await taskOf(database, results);
  return { results, ...task, today: takenOn, issuedBy: issuerOf(results), snapshot: snapshotName(about) };
}

/** The document as it is signed: head and remarks as its authors wrote them. */
export async function finishedReport(database: Database, loaded: LoadedReport): Promise<ReportDocument> {
  return asWritten(await composeReport(database, loaded), loaded);
}

/** A composed document with what its authors wrote. */
export function asWritten(composed: ReportDocument, loaded: FoundReport): ReportDocument {
  return withRemarks(withHead(composed, loaded.report.head), remarksOf(loaded));
}

export function remarksOf({ remarks }: FoundReport): Map<RemarkPlace, string> {
  return new Map(remarks.map(({ place, text }) => [place as RemarkPlace, text]));
}
