import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, type Database, migrateDatabase, openDatabase } from "~db/open-database.server";
import { loadReferenceData } from "../../../scripts/reference-data";

/** The moment and zone of the loads under test. */
export const NOW = new Date("2026-11-05T03:00:00Z");
export const TIME_ZONE = "Asia/Ho_Chi_Minh";
export const SETTINGS = {
  ...{ timeZone: TIME_ZONE, province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};

/** A fresh database in a folder of its own, migrated and with reference data; `remove` closes and deletes it. */
export async function freshDatabase(): Promise<{ database: Database; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "hailong-simulate-"));
  const database = openDatabase(`file:${join(folder, "demo.db")}`);
  migrateDatabase(database, "db/migrations");
  await loadReferenceData(database, "seeds", NOW);
  return {
    database,
    remove: () => {
      closeDatabase(database);
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Everything a load writes, one digest for each table; of accounts all but the password's salted hash, of responses all
 * but the internal sequence, in which SQLite leaves gaps where a known response was offered again, and so of snapshots
 * what does not rest on it.
 */
export function digests(database: Database): Record<string, string> {
  const tables: Record<string, string> = {
    accounts: "select username, display_name, role, unit_id, sector, must_change_password, created_at from accounts",
    surveys: "select * from surveys order by id",
    survey_units: "select * from survey_units order by survey_id, unit_id",
    survey_points: "select * from survey_points order by survey_id, point_id",
    collection_points: "select * from collection_points order by id",
    responses: `select response_id, survey_id, unit_id, point_id, channel, language, interviewer, started_at, finished_at,
      packed, flags from responses order by id`,
    response_texts: `select response_id, field, text from response_texts join responses on id = response_sequence
      order by id, field`,
    paper_batches: "select * from paper_batches order by id",
    paper_entries: "select * from paper_entries order by batch_id, number, pass",
    interviewer_points: "select * from interviewer_points order by survey_id, account_id, point_id",
    survey_interviewers: "select * from survey_interviewers order by survey_id, account_id",
    snapshots: "select survey_id, number, kind, taken_at, taken_by, responses from snapshots order by id",
    publications: "select * from publications order by id",
    improvements: "select * from improvements order by id",
    reform_plans: "select * from reform_plans order by year",
    reform_tasks: "select * from reform_tasks order by plan_year, number",
    task_documents: "select * from task_documents order by id",
    reports: "select * from reports order by id",
    report_snapshots: "select * from report_snapshots order by report_id, snapshot_id",
    report_remarks: "select * from report_remarks order by report_id, place",
    database_marks: "select * from database_marks order by name",
  };
  return Object.fromEntries(
    Object.entries(tables).map(([table, query]) => {
      const hash = createHash("sha256");
      for (const row of database.$client.prepare(query).raw().iterate()) hash.update(JSON.stringify(row));
      return [table, hash.digest("hex")];
    }),
  );
}
