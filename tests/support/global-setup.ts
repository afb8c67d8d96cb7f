import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { migrateDatabase, openDatabaseCopy } from "../../db/open-database.server";
import { loadReferenceData } from "../../scripts/reference-data";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of the project. */
    root: string;
    /** Files that every test clones its database from. */
    emptyDatabase: string;
    referenceDatabase: string;
    buildIsCurrent: boolean;
  }
}

/** The reference data of the tests were loaded on this day; it stands before every survey that tests make. */
const LOADED_AT = new Date("2026-01-05T01:00:00Z");

/** Migrates and loads the reference data once for the whole run; tests clone the result in a millisecond. */
export default async function setUp(project: TestProject) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "hailong-databases-"));
  const database = openDatabaseCopy(Buffer.alloc(0));
  const keep = (name: string) => {
    const file = join(folder, name);
    writeFileSync(file, database.$client.serialize());
    return file;
  };
  migrateDatabase(database, join(root, "db/migrations"));
  project.provide("emptyDatabase", keep("empty.db"));
  await loadReferenceData(database, join(root, "seeds"), LOADED_AT);
  project.provide("referenceDatabase", keep("reference.db"));
  database.$client.close();
  const { isBuildCurrent } = await import(new URL("../../scripts/launch/build.mjs", import.meta.url).href);
  project.provide("buildIsCurrent", isBuildCurrent(root));
  project.provide("root", root);
  return () => rmSync(folder, { recursive: true, force: true });
}
