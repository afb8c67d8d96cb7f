import type { Viewer } from "~/access/viewer";
import type { ReportHead } from "~/snapshots/report-head";
import { snapshotName } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { findLatestSnapshot } from "~db/repositories/snapshots";
import { asWritten, composeReport, type LoadedReport, remarksOf } from "./compose-report.server";
import type { ReportFormValues } from "./read-report-form";
import type { RemarkPlace } from "./remark-places";
import type { ReportDocument } from "./report-document";
import { placesOf } from "./with-remarks";

/** A report's page: what is reckoned, what its authors wrote, and where its figures come from. */
export interface ReportPage {
  id: number;
  /** Whether the viewer's body writes it; else they read it. */
  owned: boolean;
  changedAt: string;
  /** As it would be printed now. */
  document: ReportDocument;
  /** The places that its authors may write in. */
  places: RemarkPlace[];
  values: ReportFormValues;
  figures: {
    snapshotId: number;
    surveyId: number;
    surveyTitle: string;
    name: string;
    takenOn: string;
    previous: boolean;
    /** Number of a later final snapshot of the survey, from which it could be made; null: there is none. */
    later: number | null;
  }[];
}

const NO_HEAD: ReportHead = { number: "", place: "", day: "", signer: { title: "", name: "" }, recipients: [] };

export async function reportPage(database: Database, viewer: Viewer, loaded: LoadedReport): Promise<ReportPage> {
  const { report, snapshots } = loaded;
  const figures: ReportPage["figures"] = [];
  for (const { id, surveyId, number, document, previous, kind, hash } of snapshots) {
    const final = await findLatestSnapshot(database, viewer, { surveyId, kind: "final" });
    figures.push({
      ...{ snapshotId: id, surveyId, surveyTitle: document.results.survey.title, previous },
      ...{ name: snapshotName({ number, kind, hash }), takenOn: document.takenOn },
      later: final && final.number > number ? final.number : null,
    });
  }
  const composed = await composeReport(database, loaded);
  return {
    ...{ id: report.id, owned: loaded.owned, changedAt: report.changedAt, figures },
    document: asWritten(composed, loaded),
    places: placesOf(composed),
    values: { head: report.head ?? NO_HEAD, remarks: Object.fromEntries(remarksOf(loaded)) },
  };
}
