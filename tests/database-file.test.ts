import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { closeDatabase, migrateDatabase, openDatabase } from "~db/open-database.server";

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

test("a database made by the application, its log and its folder are for its own account only", () => {
  const parent = mkdtempSync(join(tmpdir(), "hailong-file-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const file = join(parent, "data", "hailong.db");
  const database = openDatabase(`file:${file}`);
  migrateDatabase(database, join(inject("root"), "db", "migrations"));
  expect([join(parent, "data"), file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(["700", "600", "600", "600"]);
  closeDatabase(database);
  chmodSync(file, 0o640);
  const again = openDatabase(`file:${file}`);
  onTestFinished(() => closeDatabase(again));
  expect(again.$client.prepare("select count(*) n from surveys").get()).toEqual({ n: 0 });
  expect(modeOf(file), "a mode that somebody chose stays").toBe("640");
});
