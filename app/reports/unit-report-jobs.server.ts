import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { findStoredSnapshot } from "~db/repositories/snapshots";
import { createFileJobs, type FileJob, type FileJobs } from "./file-jobs.server";
import type { ReportFormat } from "./report-formats";
import { type ServedTask, taskServed } from "./served-task.server";

/** What an archive is told as. */
export interface UnitReportsAbout {
  format: ReportFormat;
  snapshot: Pick<SnapshotSummary, "id" | "number" | "kind" | "hash">;
}

/** What the thread makes it from: the snapshot packed as it is stored, so that unpacking it keeps nobody waiting. */
export interface UnitReportsWork extends UnitReportsAbout {
  document: Uint8Array;
  /** The task that the survey serves. */
  served: ServedTask;
}

export type UnitReportsJob = FileJob<UnitReportsAbout>;
export type UnitReportsJobs = FileJobs<UnitReportsAbout, UnitReportsWork>;

/** Archives of units' reports, made beside the site. */
export function createUnitReportsJobs(options: { folder: string; program: string; now: () => Date }): UnitReportsJobs {
  return createFileJobs({ ...options, extension: "zip" });
}

/** The survey whose units are reported on. */
interface Served {
  id: number;
  opensOn: string;
  sector: Sector;
}

/** Queues the archive of a snapshot of a survey that the viewer runs; `none` where it is not theirs. */
export async function orderUnitReports(
  database: Database,
  jobs: UnitReportsJobs,
  viewer: Viewer,
  { survey, snapshotId, format }: { survey: Served; snapshotId: number; format: ReportFormat },
): Promise<{ kind: "none" } | { kind: "busy" } | { kind: "job"; job: UnitReportsJob }> {
  const stored = await findStoredSnapshot(database, viewer, snapshotId);
  if (stored?.summary.surveyId !== survey.id) return { kind: "none" };
  const { id, number, kind, hash } = stored.summary;
  const about = { format, snapshot: { id, number, kind, hash } };
  const work = { ...about, document: stored.document, served: await taskServed(database, survey) };
  const job = jobs.start({ accountId: viewer.accountId, surveyId: survey.id, about, total: 0, work });
  return job ? { kind: "job", job } : { kind: "busy" };
}

export function unitReportsFileName({ surveyId, about }: Pick<UnitReportsJob, "surveyId" | "about">): string {
  return `bao-cao-don-vi-dot-${surveyId}-ban-${about.snapshot.number}-${about.format}.zip`;
}
