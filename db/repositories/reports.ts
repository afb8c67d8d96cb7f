import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReportHead } from "~/snapshots/report-head";
import type { ReportKind, ReportPeriod } from "~/snapshots/report-kinds";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import type { Database } from "../open-database.server";
import { accounts, reformTasks, reportRemarks, reportSnapshots, reports, snapshots } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { SUMMARY } from "./snapshots";
import { leadsTask } from "./task-documents";

/** What a report is about; `subject` names it, so that there is one of each. */
export interface ReportSubject {
  kind: ReportKind;
  subject: string;
  planYear: number;
  taskNumber: number | null;
  surveyId: number | null;
  unitId: number | null;
  period: ReportPeriod | null;
}

export type Report = typeof reports.$inferSelect;

export interface UsedSnapshot {
  id: number;
  previous: boolean;
}

/**
 * Reports all of whose figures are of surveys that the viewer runs, and those on a period without figures yet of tasks that the
 * viewer leads: they write them.
 */
function ownedReports(viewer: Viewer): SQL {
  return sql`(${reports.id} in (select used.report_id from report_snapshots used
    join snapshots taken on taken.id = used.snapshot_id
    group by used.report_id having min(taken.survey_id in ${ownedSurveys(viewer)}) = 1)
    or (${reports.kind} = 'period' and not exists (select 1 from report_snapshots used where used.report_id = ${reports.id})
      and exists (select 1 from reform_tasks where reform_tasks.plan_year = ${reports.planYear}
        and reform_tasks.number = ${reports.taskNumber} and ${leadsTask(viewer)})))`;
}

/** Those, and of a unit in the viewer's own subtree the report made from results that are fixed: they read it. */
function visibleReports(viewer: Viewer): SQL {
  return sql`(${ownedReports(viewer)} or (${reports.kind} = 'unit'
    and ${reports.unitId} in ${visibleUnits({ ...viewer, sector: null })}
    and ${reports.id} not in (select used.report_id from report_snapshots used
      join snapshots taken on taken.id = used.snapshot_id where taken.kind <> 'final')))`;
}

/**
 * Snapshots that the viewer may make a report of this kind from: of surveys that they run; of a unit in their own subtree
 * also those that fix the results of a survey which asks there.
 */
function usableSnapshots(
  viewer: Viewer,
  { kind, unitId, surveyId }: Pick<ReportSubject, "kind" | "unitId" | "surveyId">,
): SQL {
  const owned = sql`${snapshots.surveyId} in ${ownedSurveys(viewer)}`;
  if (kind !== "unit" || unitId === null || surveyId === null) return owned;
  return sql`(${owned} or (${snapshots.kind} = 'final' and ${snapshots.surveyId} = ${surveyId}
    and ${snapshots.surveyId} in ${visibleSurveys(viewer)}
    and ${unitId} in ${visibleUnits({ ...viewer, sector: null })}))`;
}

/** The latest final snapshot of a survey from which the viewer may make the report on a unit, with its figures; else null. */
export async function findUnitFigures(
  database: Database,
  viewer: Viewer,
  of: { surveyId: number; unitId: number },
): Promise<{ id: number; hash: string; document: Buffer } | null> {
  return (
    database
      .select({ id: snapshots.id, hash: snapshots.hash, document: snapshots.document })
      .from(snapshots)
      .where(
        and(
          eq(snapshots.surveyId, of.surveyId),
          eq(snapshots.kind, "final"),
          usableSnapshots(viewer, { kind: "unit", ...of }),
        ),
      )
      .orderBy(desc(snapshots.number))
      .limit(1)
      .get() ?? null
  );
}

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

/** Reports that the viewer may see, the latest changed first, with the surveys of their figures. */
export async function listReports(database: Database, viewer: Viewer): Promise<Report[]> {
  return database.select().from(reports).where(visibleReports(viewer)).orderBy(desc(reports.changedAt)).all();
}

/** Whether there is a report on a subject, whoever may see it. */
export async function hasReport(database: Database, subject: string): Promise<boolean> {
  return database.select({ id: reports.id }).from(reports).where(eq(reports.subject, subject)).get() !== undefined;
}

/** A report that the viewer may see, with the snapshots it uses and what its authors wrote; else null. */
export async function findReport(database: Database, viewer: Viewer, reportId: number) {
  return database.transaction(() => {
    const report = findNow(database, viewer, reportId);
    if (!report) return null;
    const used: UsedSnapshot[] = database
      .select({ id: reportSnapshots.snapshotId, previous: reportSnapshots.previous })
      .from(reportSnapshots)
      .innerJoin(snapshots, eq(snapshots.id, reportSnapshots.snapshotId))
      .where(eq(reportSnapshots.reportId, reportId))
      .orderBy(reportSnapshots.previous, snapshots.surveyId, snapshots.number)
      .all();
    const remarks = database
      .select({
        place: reportRemarks.place,
        text: reportRemarks.text,
        changedAt: reportRemarks.changedAt,
        by: accounts.displayName,
      })
      .from(reportRemarks)
      .leftJoin(accounts, eq(accounts.id, reportRemarks.changedBy))
      .where(eq(reportRemarks.reportId, reportId))
      .all();
    return { report, used, remarks, owned: ownNow(database, viewer, reportId) !== null };
  });
}

export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReport>>>;

function findNow(database: Database, viewer: Viewer, reportId: number): Report | null {
  return (
    database
      .select()
      .from(reports)
      .where(and(eq(reports.id, reportId), visibleReports(viewer)))
      .get() ?? null
  );
}

function ownNow(database: Database, viewer: Viewer, reportId: number): Report | null {
  const own = and(eq(reports.id, reportId), ownedReports(viewer));
  return database.select().from(reports).where(own).get() ?? null;
}

/** The snapshots of a report that the viewer may see, packed as they were stored; those compared with last. */
export async function readReportSnapshots(
  database: Database,
  viewer: Viewer,
  reportId: number,
): Promise<{ summary: SnapshotSummary; previous: boolean; document: Buffer }[]> {
  const rows = database
    .select({ ...SUMMARY, previous: reportSnapshots.previous, document: snapshots.document })
    .from(reportSnapshots)
    .innerJoin(reports, eq(reports.id, reportSnapshots.reportId))
    .innerJoin(snapshots, eq(snapshots.id, reportSnapshots.snapshotId))
    .leftJoin(accounts, eq(accounts.id, snapshots.takenBy))
    .where(and(eq(reportSnapshots.reportId, reportId), visibleReports(viewer)))
    .orderBy(reportSnapshots.previous, snapshots.surveyId, snapshots.number)
    .all();
  return rows.map(({ previous, document, ...summary }) => ({ summary, previous, document }));
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
