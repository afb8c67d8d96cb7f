import { count, sql } from "drizzle-orm";
import type { Database } from "../open-database.server";
import { responses } from "../schema";
import { prepareOnce } from "./prepare-once";

/** Instant (milliseconds) that names the last migration applied, as in the journal beside them; null on an empty file. */
export async function lastMigration(database: Database): Promise<number | null> {
  const row = database.get<{ last: number | null }>(sql`select max(created_at) as last from __drizzle_migrations`);
  return row?.last ?? null;
}

const changeQueries = prepareOnce(({ $client }) => ({
  own: $client.prepare("select total_changes()").pluck(),
  others: $client.prepare("pragma data_version").pluck(),
}));

/**
 * A mark that is another one after any row was written, through this connection (`total_changes`) or by anybody else
 * (`data_version`): what was read under the same mark holds. Costs far less than reading.
 */
export function changeMark(database: Database): string {
  const { own, others } = changeQueries(database);
  return `${own.get()}/${others.get()}`;
}

/** Whether the file has been migrated at least once: a new one has no tables to ask. */
export async function hasSchema(database: Database): Promise<boolean> {
  return database.get(sql`select 1 from sqlite_schema where name = '__drizzle_migrations'`) !== undefined;
}

export async function hasResponses(database: Database): Promise<boolean> {
  return database.select({ id: responses.id }).from(responses).limit(1).get() !== undefined;
}

/** Responses in the file, of all surveys. Reads an index from end to end: for start-up and tests, not for screens. */
export async function countResponses(database: Database): Promise<number> {
  return database.select({ responses: count() }).from(responses).get()?.responses ?? 0;
}

/** Responses ever stored in the file: the highest number its sequence has reached. Costs one row. */
export async function responsesEverStored(database: Database): Promise<number> {
  const row = database.get<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'responses'`);
  return row?.seq ?? 0;
}
