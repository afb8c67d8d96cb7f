import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import {
  copyBeforeMigration,
  type Database,
  migrateDatabase,
  openDatabase,
  openDatabaseCopy,
} from "~db/open-database.server";
import { lastMigration } from "~db/repositories/database-state";
import { insertResponses } from "~db/repositories/responses";
import * as schema from "~db/schema";
import { emptyDatabase, referenceDatabase } from "./support/databases";
import { addOpenSurvey } from "./support/surveys";

const ours = join(inject("root"), "db", "migrations");

/** Our migrations and one more of the given statements, in a folder of their own. */
function withOneMore(...statements: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "hailong-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(ours, folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_of_the_test" });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, "9999_of_the_test.sql"), statements.join("\n--> statement-breakpoint\n"));
  return folder;
}

async function seededDatabase(): Promise<Database> {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
  await insertResponses(
    database,
    Array.from({ length: 40 }, (_, index) => {
      const point = points[index % points.length];
      return {
        responseId: `response-${index}`,
        surveyId,
        unitId: point?.unitId ?? 0,
        pointId: point?.id ?? null,
        channel: "qr" as const,
        language: "vi" as const,
        finishedAt: "2026-06-01T03:00:00.000Z",
        packed: "5".repeat(40),
        texts: { H1: `Ý kiến ${index}` },
      };
    }),
  );
  return database;
}

function rowCounts(database: Database): Record<string, number> {
  const file = database.$client;
  const tables = file
    .prepare("select name from sqlite_schema where type = 'table' and name not like '\\_\\_%' escape '\\'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, file.prepare(`select count(*) from "${table}"`).pluck().get() as number]),
  );
}

/** Rebuilds a table as drizzle-kit does for a change that ALTER TABLE cannot make. */
function rebuild(database: Database, table: string): string[] {
  const made = database.$client.prepare("select sql from sqlite_schema where name = ?").pluck().get(table) as string;
  return [
    "PRAGMA foreign_keys=OFF;",
    made
      .replace(/CREATE TABLE [`"]?\w+[`"]?/, `CREATE TABLE __new_${table}`)
      .replaceAll(`"${table}".`, `"__new_${table}".`),
    `INSERT INTO __new_${table} SELECT * FROM ${table};`,
    `DROP TABLE ${table};`,
    `ALTER TABLE __new_${table} RENAME TO ${table};`,
    "PRAGMA foreign_keys=ON;",
  ];
}

function foreignKeysAreOn(database: Database): boolean {
  return database.$client.pragma("foreign_keys", { simple: true }) === 1;
}

describe("the migrations make the schema", () => {
  test("no table, column or index of the schema waits for a migration", async () => {
    const journal = JSON.parse(readFileSync(join(ours, "meta", "_journal.json"), "utf8"));
    const snapshot = `${String(journal.entries.at(-1).idx).padStart(4, "0")}_snapshot.json`;
    const migrated = JSON.parse(readFileSync(join(ours, "meta", snapshot), "utf8"));
    const wanted = await generateSQLiteDrizzleJson({ ...schema }, migrated.id, "snake_case");
    expect(await generateSQLiteMigration(migrated, wanted)).toEqual([]);
  });

  test("the migrations give the same tables as the schema would from nothing", async () => {
    const fromNothing = openDatabaseCopy(Buffer.alloc(0));
    onTestFinished(() => void fromNothing.$client.close());
    const nothing = await generateSQLiteDrizzleJson({});
    const wanted = await generateSQLiteDrizzleJson({ ...schema }, nothing.id, "snake_case");
    for (const statement of await generateSQLiteMigration(nothing, wanted)) fromNothing.$client.exec(statement);
    expect(shape(emptyDatabase())).toEqual(shape(fromNothing));
  });

  /** Columns, foreign keys and indexes of every table, in an order that does not tell how they came to be. */
  function shape(database: Database) {
    const file = database.$client;
    return Object.fromEntries(
      Object.keys(rowCounts(database))
        .filter((table) => !table.startsWith("sqlite_"))
        .sort()
        .map((table) => [
          table,
          ["table_xinfo", "foreign_key_list", "index_list"].map((pragma) =>
            (file.pragma(`${pragma}(${table})`) as Record<string, unknown>[])
              .map(({ cid, seq, id, ...rest }) => JSON.stringify(rest))
              .sort(),
          ),
        ]),
    );
  }
});

describe("a migration of a database that holds answers", () => {
  test("rebuilding a parent table keeps every row of its children", async () => {
    const database = await seededDatabase();
    const before = rowCounts(database);
    expect(before).toMatchObject({ responses: 40, response_texts: 40, survey_units: 2, survey_points: 2 });
    migrateDatabase(database, withOneMore(...rebuild(database, "surveys"), ...rebuild(database, "responses")));
    expect(rowCounts(database)).toEqual(before);
    expect(foreignKeysAreOn(database)).toBe(true);
    expect(database.$client.pragma("foreign_key_check")).toEqual([]);
  });

  test("without our care the same migration empties the children, so the test above proves something", async () => {
    const database = await seededDatabase();
    database.$client.exec("DELETE FROM responses");
    const statements = rebuild(database, "surveys");
    database.$client.exec(`BEGIN; ${statements.map((one) => one.replace(/;?$/, ";")).join("\n")} COMMIT;`);
    expect(rowCounts(database)).toMatchObject({ survey_units: 0, survey_points: 0 });
  });

  test("one that fails half-way changes nothing", async () => {
    const database = await seededDatabase();
    const before = rowCounts(database);
    const last = await lastMigration(database);
    expect(() =>
      migrateDatabase(database, withOneMore("DELETE FROM response_texts;", "INSERT INTO nowhere VALUES (1);")),
    ).toThrow();
    expect(rowCounts(database)).toEqual(before);
    expect(await lastMigration(database)).toBe(last);
    expect(foreignKeysAreOn(database)).toBe(true);
  });

  test("one that leaves rows pointing nowhere is refused at every start, and no child is lost", async () => {
    const database = await seededDatabase();
    const before = rowCounts(database);
    const folder = withOneMore("DELETE FROM collection_points;");
    expect(() => migrateDatabase(database, folder)).toThrow(/42 rows that point nowhere/);
    expect(() => migrateDatabase(database, folder)).toThrow(/42 rows that point nowhere/);
    expect(rowCounts(database)).toEqual({ ...before, collection_points: expect.any(Number) });
    expect(foreignKeysAreOn(database)).toBe(true);
  });
});

/** Our migrations up to and with the one of a number, in a folder of their own. */
function upTo(last: number): string {
  const folder = mkdtempSync(join(tmpdir(), "hailong-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(ours, folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return folder;
}

test("answers taken before responses told their arrival are kept, counted, and arrived when they were finished", () => {
  const database = openDatabaseCopy(Buffer.alloc(0));
  onTestFinished(() => void database.$client.close());
  migrateDatabase(database, upTo(0));
  const file = database.$client;
  file.exec(`
    insert into units (id, key) values (1, 'bv');
    insert into collection_points (id, unit_id, code, label, created_at) values (1, 1, '2345678T', 'Quầy', '2026-01-05');
    insert into questionnaire_versions (id, code, version, sector, title, source, checksum, document, published_at)
      values (1, 'q', 1, 'health', 'Q', 'nguồn', 'abc', '{}', '2026-01-05');
    insert into surveys (id, title, version_id, owner_unit_id, opens_on, closes_on, basis, created_at)
      values (1, 'Đợt', 1, 1, '2026-01-01', '2026-12-31', 'voluntary', '2026-01-05');
    insert into responses (response_id, survey_id, unit_id, point_id, channel, language, finished_at, packed)
      values ('one', 1, 1, 1, 'qr', 'vi', '2026-06-01T03:00:00.000Z', '5');
    insert into response_texts (response_sequence, field, text) values (1, 'H1', 'Tốt');
  `);
  migrateDatabase(database, ours);
  const kept = file.prepare("select response_id, received_at, notice_version, flags, counted from responses").all();
  expect(kept).toEqual([
    { response_id: "one", received_at: "2026-06-01T03:00:00.000Z", notice_version: null, flags: "", counted: 1 },
  ]);
  expect(file.prepare("select text from response_texts").pluck().all()).toEqual(["Tốt"]);
});

test("an upgrade that goes wrong can be taken back from a copy; a current file needs none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hailong-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const seeded = await seededDatabase();
  const before = rowCounts(seeded);
  writeFileSync(join(folder, "hailong.db"), seeded.$client.serialize());
  const database = openDatabase(`file:${join(folder, "hailong.db")}`);
  onTestFinished(() => void database.$client.close());
  expect(copyBeforeMigration(database, ours)).toBeNull();
  const migrations = withOneMore("delete from responses");
  const copy = copyBeforeMigration(database, migrations) ?? "";
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(() => migrateDatabase(database, migrations)).toThrow("40 rows that point nowhere");
  expect(rowCounts(openDatabaseCopy(readFileSync(copy)))).toEqual(before);
});
