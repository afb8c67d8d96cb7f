import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReportKind, ReportPeriod } from "~/snapshots/report-kinds";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import type { Database } from "../open-database.server";
import { accounts, reportRemarks, reportSnapshots, reports, snapshots } from "../schema";
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
export function ownedReports(viewer: Viewer): SQL {
  return sql`(${reports.id} in (select used.report_id from report_snapshots used
    join snapshots taken on taken.id = used.snapshot_id
    group by used.report_id having min(taken.survey_id in ${ownedSurveys(viewer)}) = 1)
    or (${reports.kind} = 'period' and not exists (select 1 from report_snapshots used where used.report_id = ${reports.id})
      and exists (select 1 from reform_tasks where reform_tasks.plan_year = ${reports.planYear}
        and reform_tasks.number = ${reports.taskNumber} and ${leadsTask(viewer)})))`;
}

/** Those, and of a unit in the viewer's own subtree the report made from results that are fixed: they read it. */
export function visibleReports(viewer: Viewer): SQL {
  return sql`(${ownedReports(viewer)} or (${reports.kind} = 'unit'
    and ${reports.unitId} in ${visibleUnits({ ...viewer, sector: null })}
    and ${reports.id} not in (select used.report_id from report_snapshots used
      join snapshots taken on taken.id = used.snapshot_id where taken.kind <> 'final')))`;
}

/**
 * Snapshots that the viewer may make a report of this kind from: of surveys that they run; of a unit in their own subtree
 * also those that fix the results of a survey which asks there.
 */
export function usableSnapshots(
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

/** A report that the viewer writes, or null; inside a transaction. */
export function ownNow(database: Database, viewer: Viewer, reportId: number): Report | null {
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
