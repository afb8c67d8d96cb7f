import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { ActivityKind } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import type { IssuedDocument } from "~/reports/reform-plan";
import type { Database } from "../open-database.server";
import { accounts, reformTasks, taskDocuments } from "../schema";
import { recordNow } from "./activities";
import { visibleUnits } from "./scope";

export interface TaskKey {
  planYear: number;
  taskNumber: number;
}

/**
 * Whether the viewer speaks for the lead of the task in a row of reform_tasks: a body that the plan names stands in the viewer's own subtree. A task of
 * groups only ("các sở, ngành") is the province's.
 */
export function leadsTask(viewer: Viewer): SQL {
  const own = visibleUnits({ ...viewer, sector: null });
  return sql`(exists (select 1 from json_each(${reformTasks.task}, '$.lead') body
      join units named on named.key = json_extract(body.value, '$.unit') where named.id in ${own})
    or ${isProvince(viewer)})`;
}

/** Whether the viewer stands at the top of the tree. */
export function isProvince(viewer: Viewer): SQL {
  return sql`exists (select 1 from unit_versions own where own.unit_id = ${viewer.unitId} and own.parent_id is null
    and not exists (select 1 from unit_versions later
      where later.unit_id = own.unit_id and later.valid_from > coalesce(own.valid_from, '')))`;
}

/** Numbers of the tasks of a year whose lead the viewer speaks for. */
export async function listLedTasks(database: Database, viewer: Viewer, planYear: number): Promise<Set<number>> {
  const rows = database
    .select({ number: reformTasks.number })
    .from(reformTasks)
    .where(and(eq(reformTasks.planYear, planYear), leadsTask(viewer)))
    .all();
  return new Set(rows.map(({ number }) => number));
}

/** What has been issued for the tasks of a year, by task and day. They are acts of the province's bodies, known to all. */
export async function listTaskDocuments(database: Database, planYear: number) {
  return database
    .select({
      ...{ id: taskDocuments.id, taskNumber: taskDocuments.taskNumber, product: taskDocuments.product },
      ...{ number: taskDocuments.number, issuedOn: taskDocuments.issuedOn, note: taskDocuments.note },
      by: accounts.displayName,
    })
    .from(taskDocuments)
    .leftJoin(accounts, eq(accounts.id, taskDocuments.recordedBy))
    .where(eq(taskDocuments.planYear, planYear))
    .orderBy(asc(taskDocuments.taskNumber), asc(taskDocuments.issuedOn), asc(taskDocuments.id))
    .all();
}

export type TaskDocument = Awaited<ReturnType<typeof listTaskDocuments>>[number];

type Act = { at: Date };

/** Enters a document issued for a task. False where the viewer does not speak for its lead, or it names no product of it. */
export async function addTaskDocument(
  database: Database,
  viewer: Viewer,
  { task, document, at }: Act & { task: TaskKey; document: IssuedDocument },
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayIssueNow(database, viewer, task, document.product)) return false;
      const stamp = { recordedAt: at.toISOString(), recordedBy: viewer.accountId || null };
      database
        .insert(taskDocuments)
        .values({ ...task, ...document, ...stamp })
        .run();
      record(database, viewer, { at, kind: "task.document", task, document });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Corrects a document of a task. False where it is not one of the viewer's tasks. */
export async function changeTaskDocument(
  database: Database,
  viewer: Viewer,
  { id, task, document, at }: Act & { id: number; task: TaskKey; document: IssuedDocument },
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayIssueNow(database, viewer, task, document.product)) return false;
      const stamp = { recordedAt: at.toISOString(), recordedBy: viewer.accountId || null };
      const changed = database
        .update(taskDocuments)
        .set({ ...document, ...stamp })
        .where(ofTask(id, task))
        .run().changes;
      if (changed === 0) return false;
      record(database, viewer, { at, kind: "task.document-change", task, document });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Removes a document that was entered by mistake. */
export async function removeTaskDocument(
  database: Database,
  viewer: Viewer,
  { id, task, at }: Act & { id: number; task: TaskKey },
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!mayIssueNow(database, viewer, task, null)) return false;
      const [removed] = database.delete(taskDocuments).where(ofTask(id, task)).returning().all();
      if (!removed) return false;
      record(database, viewer, { at, kind: "task.document-remove", task, document: removed });
      return true;
    },
    { behavior: "immediate" },
  );
}

function ofTask(id: number, { planYear, taskNumber }: TaskKey): SQL | undefined {
  return and(eq(taskDocuments.id, id), eq(taskDocuments.planYear, planYear), eq(taskDocuments.taskNumber, taskNumber));
}

/** @param product null: whatever it is, as a document of a product that the plan no longer names may go. */
function mayIssueNow(database: Database, viewer: Viewer, { planYear, taskNumber }: TaskKey, product: string | null) {
  const row = database
    .select({ task: reformTasks.task })
    .from(reformTasks)
    .where(and(eq(reformTasks.planYear, planYear), eq(reformTasks.number, taskNumber), leadsTask(viewer)))
    .get();
  return row !== undefined && (product === null || row.task.products.includes(product));
}

function record(
  database: Database,
  { accountId }: Viewer,
  of: { at: Date; kind: ActivityKind; task: TaskKey; document: Pick<IssuedDocument, "number" | "product"> },
): void {
  const { planYear, taskNumber } = of.task;
  const document = `${of.document.number} (${of.document.product})`;
  recordNow(database, { at: of.at, accountId, kind: of.kind, detail: { task: taskNumber, year: planYear, document } });
}
