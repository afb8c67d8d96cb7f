import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import SqliteFile from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as schema from "./schema";

export type Database = BetterSQLite3Database<typeof schema> & { $client: SqliteFile.Database };

/** Opens `file:<path>`, made where there is none, with the pragmas a public server needs. */
export function openDatabase(url: string): Database {
  const path = resolve(url.replace(/^file:/, ""));
  // Answers are nobody else's to read: a folder made here is for this account only.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  makePrivateFile(path);
  return withPragmas(new SqliteFile(path));
}

/**
 * Makes an empty file that only this account may read, or leaves the file there as it is: whoever runs the site may have
 * let a group read it, for backups. SQLite gives its `-wal` and `-shm` files the mode of the database.
 */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, "a", 0o600));
}

/** Path of the file behind a connection, for a thread that opens one of its own; null where there is none. */
export function databaseFile({ $client }: Database): string | null {
  return $client.memory ? null : resolve($client.name);
}

/** A connection of its own to the file, for reading alone: what it reads in a transaction stands still. */
export function openReader(path: string): Database {
  const file = new SqliteFile(path, { readonly: true });
  file.pragma("busy_timeout = 5000");
  return drizzle(file, { schema, casing: "snake_case" });
}

/** A database in memory from the bytes of another: what tests clone from. `onStatement` hears every statement. */
export function openDatabaseCopy(bytes: Buffer, onStatement?: (sql: string) => void): Database {
  return withPragmas(new SqliteFile(bytes, onStatement ? { verbose: (sql) => onStatement(String(sql)) } : {}));
}

function withPragmas(file: SqliteFile.Database): Database {
  file.pragma("journal_mode = WAL");
  // FULL, not NORMAL: an answer that was thanked for must survive a power cut, not only a crash of the process.
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  file.pragma("busy_timeout = 5000");
  file.pragma("cache_size = -65536");
  return drizzle(file, { schema, casing: "snake_case" });
}

/**
 * Brings the schema up to date, keeping every row. Drizzle wraps its files in BEGIN, where switching foreign keys off
 * does nothing and a table rebuild would empty the children: so they are switched off on the connection around it, and
 * checked before they are switched on again.
 * @throws when a migration leaves a row that points nowhere.
 */
export function migrateDatabase(database: Database, folder: string): void {
  const file = database.$client;
  file.pragma("foreign_keys = OFF");
  try {
    migrate(database, { migrationsFolder: folder });
    const orphans = file.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) throw new Error(`migration leaves ${orphans.length} rows that point nowhere`);
  } finally {
    file.pragma("foreign_keys = ON");
  }
}

/**
 * Copies the database beside itself when migrations are waiting for it, so that an upgrade can always be taken back; an
 * empty or current file needs no copy. The copy of the same state of the schema is replaced.
 * @returns the path of the copy, or null where none was needed.
 */
export function copyBeforeMigration(database: Database, folder: string): string | null {
  const file = database.$client;
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
  );
  const migrated = file.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get() !== undefined;
  if (!migrated || file.memory) return null;
  const last = file.prepare("select max(created_at) from __drizzle_migrations").pluck().get() as number | null;
  if (last === null || journal.entries.every(({ when }) => when <= last)) return null;
  const copy = `${file.name}.before-${journal.entries.find(({ when }) => when > last)?.when}`;
  rmSync(copy, { force: true });
  makePrivateFile(copy);
  file.prepare("vacuum into ?").run(copy);
  return copy;
}

/** Folds the write-ahead log into the file and closes it. */
export function closeDatabase(database: Database): void {
  database.$client.pragma("wal_checkpoint(TRUNCATE)");
  database.$client.close();
}
