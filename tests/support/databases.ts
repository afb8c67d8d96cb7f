import { readFileSync } from "node:fs";
import { inject, onTestFinished } from "vitest";
import { type Database, openDatabaseCopy } from "~db/open-database.server";

/** A database of its own for one test, migrated and without a row. */
export function emptyDatabase(): Database {
  return cloneOf(inject("emptyDatabase"));
}

/** A database of its own for one test, with the units, questionnaires and plans of seeds/; `onStatement` hears SQL. */
export function referenceDatabase(onStatement?: (sql: string) => void): Database {
  return cloneOf(inject("referenceDatabase"), onStatement);
}

function cloneOf(file: string, onStatement?: (sql: string) => void): Database {
  const database = openDatabaseCopy(readFileSync(file), onStatement);
  onTestFinished(() => void database.$client.close());
  return database;
}
