import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import type { Viewer } from "~/access/viewer";
import { checkImport } from "~/responses/check-import.server";
import type { ImportReport } from "~/responses/import-report";
import type { CellProblem } from "~/responses/read-responses-file-problem";
import { storeImport } from "~/responses/store-import.server";
import { type Database, openDatabase } from "~db/open-database.server";
import { findImport, insertImport, moveImport } from "~db/repositories/response-imports";
import { openStagedImport } from "~db/staged-import.server";
import { provinceViewer } from "../support/surveys";

export const NOW = new Date("2026-06-01T03:00:00Z");
export const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** A database in a file, with reference data: imports have threads and connections of their own. */
export function fileDatabase(): { database: Database; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "hailong-import-"));
  const path = join(folder, "hailong.db");
  copyFileSync(inject("referenceDatabase"), path);
  const database = openDatabase(`file:${path}`);
  onTestFinished(() => {
    database.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { database, folder };
}

export interface CheckedFile {
  importId: number;
  files: { upload: string; staged: string };
  viewer: Viewer;
  report: ImportReport | null;
  bad: CellProblem[];
  state: string | undefined;
}

let written = 0;

/** Sends a file and has it checked, in this thread. */
export async function checkFile(
  { database, folder }: { database: Database; folder: string },
  surveyId: number,
  content: string | Uint8Array,
): Promise<CheckedFile> {
  const viewer = await provinceViewer(database);
  const sent = { surveyId, fileName: "phieu.csv", checksum: "-", provenance: "Kiểm thử nhập", at: NOW };
  const importId = await insertImport(database, viewer, sent);
  if (importId === null) throw new Error("the survey is not the viewer's");
  const base = join(folder, `${++written}`);
  const files = { upload: `${base}.upload`, staged: `${base}.staged` };
  writeFileSync(files.upload, content);
  await checkImport(database, importId, { files, now: NOW, timeZone: TIME_ZONE });
  const staged = openStagedImport(files.staged);
  const report = staged.report();
  const bad = staged.bad({ offset: 0, limit: 1000 });
  staged.close();
  const state = (await findImport(database, viewer, { surveyId, importId }))?.state;
  return { importId, files, viewer, report, bad, state };
}

/** Decides and stores, in this thread. */
export async function storeFile(
  database: Database,
  surveyId: number,
  { importId, files, viewer }: CheckedFile,
  badRows: "refuse" | "skip" = "refuse",
) {
  await moveImport(database, viewer, { surveyId, importId, from: ["checked"], to: "storing", badRows });
  await storeImport(database, importId, { files, now: NOW, timeZone: TIME_ZONE });
  const stored = await findImport(database, viewer, { surveyId, importId });
  return { stored, uploadKept: existsSync(files.upload), stagedBytes: readFileSync(files.staged).toString("latin1") };
}
