import { and, eq } from "drizzle-orm";
import { dayOf } from "~/i18n/dates";
import type { Database } from "../open-database.server";
import { responseImports, surveys } from "../schema";
import type { StagedRow } from "../staged-import.server";
import { recordNow } from "./activities";

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
