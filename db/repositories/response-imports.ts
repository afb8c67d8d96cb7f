import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { BadRowRule, ImportState } from "~/responses/import-states";
import type { SurveyUnitVersion } from "~/responses/place-imported-row";
import type { Database } from "../open-database.server";
import { accounts, questionnaireVersions, responseImports, surveys, surveyUnits, units, unitVersions } from "../schema";
import type { StagedRow } from "../staged-import.server";
import { recordNow } from "./activities";
import { ownedSurveys, visibleSurveys } from "./scope";

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
  return survey ? { ...survey, units: unitVersionsOf(database, survey.surveyId) } : null;
}

function unitVersionsOf(database: Database, surveyId: number): SurveyUnitVersion[] {
  return database
    .select({
      unitId: units.id,
      key: units.key,
      code: unitVersions.code,
      name: unitVersions.name,
      validFrom: unitVersions.validFrom,
      validTo: unitVersions.validTo,
    })
    .from(surveyUnits)
    .innerJoin(units, eq(units.id, surveyUnits.unitId))
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(eq(surveyUnits.surveyId, surveyId))
    .orderBy(units.id, unitVersions.validFrom)
    .all();
}

/**
 * The staged rows whose response is there already. `same`: with the same unit, channel, answers and, where the file gives
 * one, day; `other`: with other content, or in another survey.
 */
export function findStagedKnown(
  database: Database,
  rows: readonly StagedRow[],
  { surveyId, timeZone }: { surveyId: number; timeZone: string },
): { same: number[]; other: { line: number; responseId: string; foreign: boolean }[] } {
  const find = database.$client.prepare(
    `select id, survey_id as surveyId, unit_id as unitId, channel, finished_at as finishedAt, packed
      from responses where response_id = ?`,
  );
  const findTexts = database.$client.prepare("select field, text from response_texts where response_sequence = ?");
  const same: number[] = [];
  const other: { line: number; responseId: string; foreign: boolean }[] = [];
  for (const row of rows) {
    const stored = find.get(row.responseId) as
      | { id: number; surveyId: number; unitId: number; channel: string; finishedAt: string; packed: string }
      | undefined;
    if (!stored) continue;
    const texts = findTexts.all(stored.id) as { field: string; text: string }[];
    const equal =
      stored.surveyId === surveyId &&
      stored.unitId === row.unitId &&
      stored.channel === row.channel &&
      stored.packed === row.packed &&
      (row.day === null || row.day === dayOf(new Date(stored.finishedAt), timeZone)) &&
      texts.length === Object.keys(row.texts).length &&
      texts.every(({ field, text }) => row.texts[field] === text);
    if (equal) same.push(row.line);
    else other.push({ line: row.line, responseId: row.responseId, foreign: stored.surveyId !== surveyId });
  }
  return { same, other };
}

/** `changed`: some of its responses have come in since the check; `refused`: the survey takes no answers any more. */
export type StoreOutcome = { kind: "stored"; responses: number } | { kind: "changed" } | { kind: "refused" };

/**
 * Takes the staged rows of an import into its survey, whole or not at all: rows, texts, the import's end and its record
 * are one transaction, short enough that citizens' answers only wait for it.
 */
export async function storeStaged(
  database: Database,
  importId: number,
  { stagedFile, at }: { stagedFile: string; at: Date },
): Promise<StoreOutcome> {
  const { $client } = database;
  $client.prepare("attach ? as staged").run(stagedFile);
  try {
    return database.transaction(() => storeNow(database, importId, at), { behavior: "immediate" });
  } finally {
    $client.exec("detach staged");
  }
}

function storeNow(database: Database, importId: number, at: Date): StoreOutcome {
  const { $client } = database;
  const target = database
    .select({
      surveyId: responseImports.surveyId,
      fileName: responseImports.fileName,
      by: responseImports.createdBy,
      status: surveys.status,
    })
    .from(responseImports)
    .innerJoin(surveys, eq(surveys.id, responseImports.surveyId))
    .where(and(eq(responseImports.id, importId), eq(responseImports.state, "storing")))
    .get();
  if (!target || target.status === "draft" || target.status === "finalised") return { kind: "refused" };
  const arrived = $client
    .prepare(
      `select 1 from staged.rows s join responses r on r.response_id = s.response_id where s.known = 0
       union all
       select 1 from staged.rows s where s.known = 1
         and not exists (select 1 from responses r where r.response_id = s.response_id) limit 1`,
    )
    .get();
  if (arrived !== undefined) return { kind: "changed" };
  const values = { surveyId: target.surveyId, importId, at: at.toISOString() };
  const stored = $client
    .prepare(
      `insert into responses (response_id, survey_id, unit_id, channel, language, started_at, finished_at, received_at,
         import_id, packed, flags, counted)
       select response_id, @surveyId, unit_id, channel, 'vi', started_at, finished_at, @at, @importId, packed, '', 1
       from staged.rows where known = 0 order by line`,
    )
    .run(values).changes;
  $client
    .prepare(
      `insert into response_texts (response_sequence, field, text)
       select r.id, t.key, t.value from staged.rows s
         join responses r on r.response_id = s.response_id, json_each(s.texts) t
       where s.known = 0 and s.texts is not null`,
    )
    .run();
  database
    .update(responseImports)
    .set({ state: "stored", finishedAt: at.toISOString() })
    .where(eq(responseImports.id, importId))
    .run();
  recordNow(database, {
    at,
    accountId: target.by,
    kind: "responses.import",
    surveyId: target.surveyId,
    detail: { importId, responses: stored, file: target.fileName },
  });
  return { kind: "stored", responses: stored };
}
