import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { BadRowRule, ImportState } from "~/responses/import-states";
import type { Database } from "../open-database.server";
import { accounts, questionnaireVersions, responseImports, surveys } from "../schema";
import { ownedSurveys, visibleSurveys } from "./scope";
import { unitVersionsNow } from "./units-of-survey";

const columns = {
  id: responseImports.id,
  surveyId: responseImports.surveyId,
  fileName: responseImports.fileName,
  provenance: responseImports.provenance,
  state: responseImports.state,
  badRows: responseImports.badRows,
  rows: responseImports.rows,
  good: responseImports.good,
  bad: responseImports.bad,
  known: responseImports.known,
  createdAt: responseImports.createdAt,
  finishedAt: responseImports.finishedAt,
  by: accounts.displayName,
};

function importQuery(database: Database) {
  return database
    .select(columns)
    .from(responseImports)
    .leftJoin(accounts, eq(accounts.id, responseImports.createdBy))
    .$dynamic();
}

export type ResponseImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** Files taken into a survey that the viewer runs, the latest first. */
export async function listImports(database: Database, viewer: Viewer, surveyId: number) {
  return importQuery(database)
    .where(and(eq(responseImports.surveyId, surveyId), sql`${responseImports.surveyId} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(responseImports.id))
    .all();
}

/** One file of a survey that the viewer runs, or null. */
export async function findImport(
  database: Database,
  viewer: Viewer,
  { surveyId, importId }: { surveyId: number; importId: number },
) {
  return (
    importQuery(database)
      .where(
        and(
          eq(responseImports.id, importId),
          eq(responseImports.surveyId, surveyId),
          sql`${responseImports.surveyId} in ${ownedSurveys(viewer)}`,
        ),
      )
      .get() ?? null
  );
}

/** Where the answers of a survey that came in files are from, for whoever sees something of the survey. */
export async function listProvenance(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({
      id: responseImports.id,
      provenance: responseImports.provenance,
      day: responseImports.finishedAt,
      stored: sql<number>`coalesce(${responseImports.good}, 0) - coalesce(${responseImports.known}, 0)`,
    })
    .from(responseImports)
    .where(
      and(
        eq(responseImports.surveyId, surveyId),
        eq(responseImports.state, "stored"),
        sql`${responseImports.surveyId} in ${visibleSurveys(viewer)}`,
        sql`${responseImports.good} > ${responseImports.known}`,
      ),
    )
    .orderBy(desc(responseImports.id))
    .all();
}

/** Notes a file that has arrived for a survey that the viewer runs; null when it is not theirs. */
export async function insertImport(
  database: Database,
  viewer: Viewer,
  file: { surveyId: number; fileName: string; checksum: string; provenance: string; at: Date },
): Promise<number | null> {
  const { at, ...row } = file;
  return database.transaction(
    () => {
      const owned = database
        .select({ id: surveys.id })
        .from(surveys)
        .where(and(eq(surveys.id, file.surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
        .get();
      if (!owned) return null;
      return database
        .insert(responseImports)
        .values({ ...row, state: "checking", createdAt: at.toISOString(), createdBy: viewer.accountId || null })
        .returning({ id: responseImports.id })
        .get().id;
    },
    { behavior: "immediate" },
  );
}

/** Moves a file of a survey that the viewer runs on; false when it is not theirs or does not stand in `from`. */
export async function moveImport(
  database: Database,
  viewer: Viewer,
  move: {
    surveyId: number;
    importId: number;
    from: readonly ImportState[];
    to: ImportState;
    badRows?: BadRowRule;
    finishedAt?: string;
  },
): Promise<boolean> {
  const { surveyId, importId, from, to, badRows, finishedAt } = move;
  const moved = database
    .update(responseImports)
    .set({ state: to, ...(badRows && { badRows }), ...(finishedAt && { finishedAt }) })
    .where(
      and(
        eq(responseImports.id, importId),
        eq(responseImports.surveyId, surveyId),
        inArray(responseImports.state, [...from]),
        sql`${responseImports.surveyId} in ${ownedSurveys(viewer)}`,
      ),
    )
    .run();
  return moved.changes > 0;
}

/** Ends a check or a storing of the platform's own, where it still stands in `from`. */
export async function settleImport(
  database: Database,
  importId: number,
  from: ImportState,
  to: { state: ImportState; rows?: number; good?: number; bad?: number; known?: number },
): Promise<boolean> {
  const settled = database
    .update(responseImports)
    .set(to)
    .where(and(eq(responseImports.id, importId), eq(responseImports.state, from)))
    .run();
  return settled.changes > 0;
}

/** Gives up unfinished imports whose files are gone by age. */
export async function expireImports(database: Database, before: Date, now: Date): Promise<void> {
  database
    .update(responseImports)
    .set({ state: "cancelled", finishedAt: now.toISOString() })
    .where(
      and(
        inArray(responseImports.state, ["checking", "checked", "storing"]),
        lt(responseImports.createdAt, before.toISOString()),
      ),
    )
    .run();
}

/** What a file is read against: its survey, the version and the survey's units under every name and code. */
export async function readImportTarget(database: Database, importId: number) {
  const survey = database
    .select({
      surveyId: surveys.id,
      versionId: surveys.versionId,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      state: responseImports.state,
      document: questionnaireVersions.document,
    })
    .from(responseImports)
    .innerJoin(surveys, eq(surveys.id, responseImports.surveyId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .where(eq(responseImports.id, importId))
    .get();
  return survey ? { ...survey, units: unitVersionsNow(database, survey.surveyId) } : null;
}
