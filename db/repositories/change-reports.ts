import { and, eq, inArray } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReportHead } from "~/snapshots/report-head";
import type { Database } from "../open-database.server";
import { reformTasks, reportRemarks, reportSnapshots, reports, snapshots } from "../schema";
import { recordNow } from "./activities";
import { ownNow, type Report, type ReportSubject, type UsedSnapshot, usableSnapshots, visibleReports } from "./reports";
import { leadsTask } from "./task-documents";

/**
 * The report on a subject, made where there is none, with its figures from these snapshots. Null where one of them is of a
 * survey that the viewer does not run, or the standing report uses others that are not theirs.
 */
export async function openReport(
  database: Database,
  viewer: Viewer,
  { subject, used, at }: { subject: ReportSubject; used: readonly UsedSnapshot[]; at: Date },
): Promise<number | null> {
  return database.transaction(
    () => {
      if (!mayUseNow(database, viewer, subject, used)) return null;
      const standing = database
        .select({ id: reports.id })
        .from(reports)
        .where(eq(reports.subject, subject.subject))
        .get();
      if (standing) {
        const seen = and(eq(reports.id, standing.id), visibleReports(viewer));
        if (!database.select({ id: reports.id }).from(reports).where(seen).get()) return null;
        return standing.id;
      }
      const stamp = { createdAt: at.toISOString(), changedAt: at.toISOString(), createdBy: viewer.accountId || null };
      const { id } = database
        .insert(reports)
        .values({ ...subject, ...stamp })
        .returning({ id: reports.id })
        .get();
      setSnapshotsNow(database, id, used);
      const { surveyId, unitId } = subject;
      const detail = { report: id, about: subject.subject };
      recordNow(database, { at, accountId: viewer.accountId, kind: "report.create", surveyId, unitId, detail });
      return id;
    },
    { behavior: "immediate" },
  );
}

/** Only a period may be without figures: its report may say that no survey has been opened yet. */
function mayUseNow(
  database: Database,
  viewer: Viewer,
  subject: Pick<Report, "kind" | "planYear" | "taskNumber" | "unitId" | "surveyId">,
  used: readonly UsedSnapshot[],
): boolean {
  const { kind, planYear, taskNumber } = subject;
  if (used.length > 0) return usableNow(database, viewer, subject, used);
  if (kind !== "period" || planYear === null || taskNumber === null) return false;
  const led = and(eq(reformTasks.planYear, planYear), eq(reformTasks.number, taskNumber), leadsTask(viewer));
  return database.select({ number: reformTasks.number }).from(reformTasks).where(led).get() !== undefined;
}

function usableNow(
  database: Database,
  viewer: Viewer,
  subject: Pick<ReportSubject, "kind" | "unitId" | "surveyId">,
  used: readonly UsedSnapshot[],
): boolean {
  const ids = [...new Set(used.map(({ id }) => id))];
  const own = and(inArray(snapshots.id, ids), usableSnapshots(viewer, subject));
  return database.select({ id: snapshots.id }).from(snapshots).where(own).all().length === ids.length;
}

function setSnapshotsNow(database: Database, reportId: number, used: readonly UsedSnapshot[]): void {
  database.delete(reportSnapshots).where(eq(reportSnapshots.reportId, reportId)).run();
  for (const { id: snapshotId, previous } of used)
    database.insert(reportSnapshots).values({ reportId, snapshotId, previous }).run();
}

/** Gives a report its figures from other snapshots, and keeps what was written. False where one of them is not theirs. */
export async function replaceReportSnapshots(
  database: Database,
  viewer: Viewer,
  { reportId, used, at }: { reportId: number; used: readonly UsedSnapshot[]; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const report = ownNow(database, viewer, reportId);
      if (!report || !mayUseNow(database, viewer, report, used)) return false;
      setSnapshotsNow(database, reportId, used);
      touchNow(database, reportId, at);
      const { surveyId, unitId } = report;
      const detail = { report: reportId, about: report.subject };
      recordNow(database, { at, accountId: viewer.accountId, kind: "report.figures", surveyId, unitId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

function touchNow(database: Database, reportId: number, at: Date): void {
  database.update(reports).set({ changedAt: at.toISOString() }).where(eq(reports.id, reportId)).run();
}

export interface ReportRevision {
  reportId: number;
  remarks: ReadonlyMap<string, string>;
  head: ReportHead;
  /** When the report that the officer saw was changed last. */
  seen: string;
  at: Date;
}

/** Saves what the authors wrote, whole or not at all: `outdated` when somebody else changed the report since. */
export async function saveReport(
  database: Database,
  viewer: Viewer,
  { reportId, remarks, head, seen, at }: ReportRevision,
): Promise<"done" | "outdated" | "refused"> {
  return database.transaction(
    () => {
      const report = ownNow(database, viewer, reportId);
      if (!report) return "refused";
      if (report.changedAt !== seen) return "outdated";
      const stamp = { changedAt: at.toISOString(), changedBy: viewer.accountId || null };
      const before = new Map(
        database
          .select({ place: reportRemarks.place, text: reportRemarks.text })
          .from(reportRemarks)
          .where(eq(reportRemarks.reportId, reportId))
          .all()
          .map(({ place, text }) => [place, text]),
      );
      for (const [place, text] of remarks) {
        if ((before.get(place) ?? "") === text) continue;
        database
          .insert(reportRemarks)
          .values({ reportId, place, text, ...stamp })
          .onConflictDoUpdate({ target: [reportRemarks.reportId, reportRemarks.place], set: { text, ...stamp } })
          .run();
      }
      database.update(reports).set({ head, changedAt: stamp.changedAt }).where(eq(reports.id, reportId)).run();
      const { surveyId, unitId } = report;
      const detail = { report: reportId, about: report.subject };
      recordNow(database, { at, accountId: viewer.accountId, kind: "report.change", surveyId, unitId, detail });
      return "done";
    },
    { behavior: "immediate" },
  );
}

/**
 * Deletes a report with what its authors wrote; its snapshots stay. `numbered`: it has the number of a document that was
 * issued, and stays.
 */
export async function deleteReport(
  database: Database,
  viewer: Viewer,
  { reportId, at }: { reportId: number; at: Date },
): Promise<"done" | "numbered" | "refused"> {
  return database.transaction(
    () => {
      const report = ownNow(database, viewer, reportId);
      if (!report) return "refused";
      if (report.head?.number) return "numbered";
      database.delete(reports).where(eq(reports.id, reportId)).run();
      const { surveyId, unitId } = report;
      const detail = { report: reportId, about: report.subject };
      recordNow(database, { at, accountId: viewer.accountId, kind: "report.delete", surveyId, unitId, detail });
      return "done";
    },
    { behavior: "immediate" },
  );
}
