import { readFileSync } from "node:fs";
import { inject, onTestFinished } from "vitest";
import { type Database, openDatabaseCopy } from "~db/open-database.server";

/** A database of its own for one test, migrated and without a row. */
export function emptyDatabase(): Database {
  return cloneOf(inject("emptyDatabase"));
}

/** A database of its own for one test, with the units, questionnaires and plans of seeds/. */
export function referenceDatabase(): Database {
  return cloneOf(inject("referenceDatabase"));
}

function cloneOf(file: string): Database {
  const database = openDatabaseCopy(readFileSync(file));
  onTestFinished(() => void database.$client.close());
  return database;
}
