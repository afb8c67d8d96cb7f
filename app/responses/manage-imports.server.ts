import { existsSync, renameSync, rmSync } from "node:fs";
import type { Viewer } from "~/access/viewer";
import type { Lifecycle } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import {
  findImport,
  insertImport,
  listImports,
  moveImport,
  type ResponseImport,
} from "~db/repositories/response-imports";
import { openStagedImport } from "~db/staged-import.server";
import type { ImportJobs } from "./import-jobs.server";
import type { ImportProgress } from "./import-progress";
import { BAD_CELLS_SHOWN, type ImportReport } from "./import-report";
import type { CellProblem } from "./read-responses-file-problem";

/** Why a survey takes no files on a day, in Vietnamese; null: it does. */
export function importRefusal({ status, opensOn }: Lifecycle, today: string): string | null {
  if (status === "draft") return "Đợt còn là bản nháp: mở đợt trước rồi mới nhập tệp.";
  if (status === "finalised") return "Đợt đã chốt số liệu nên không nhận thêm tệp.";
  return today < opensOn ? "Đợt chưa đến ngày bắt đầu nên chưa có phiếu nào để nhập." : null;
}

/** A file that has arrived in the folder of uploads. */
export interface Upload {
  path: string;
  name: string;
  checksum: string;
}

/** Notes an upload and starts reading it; null when the survey is not the viewer's to run. */
export async function beginImport(
  database: Database,
  jobs: ImportJobs,
  viewer: Viewer,
  { surveyId, upload, provenance, now }: { surveyId: number; upload: Upload; provenance: string; now: Date },
): Promise<number | null> {
  jobs.sweep();
  const { name: fileName, checksum } = upload;
  const importId = await insertImport(database, viewer, { surveyId, fileName, checksum, provenance, at: now });
  if (importId === null) {
    rmSync(upload.path, { force: true });
    return null;
  }
  renameSync(upload.path, jobs.filesOf(importId).upload);
  jobs.start(importId, "check");
  return importId;
}

/** A file with how far it is. `interrupted`: the server stopped while it was read or stored; nothing of it was taken. */
export type ImportInWork = ResponseImport & { progress: ImportProgress | null; interrupted: boolean };

export async function listImportsInWork(
  database: Database,
  jobs: ImportJobs,
  viewer: Viewer,
  surveyId: number,
): Promise<ImportInWork[]> {
  return (await listImports(database, viewer, surveyId)).map((one) => withProgress(jobs, one));
}

function withProgress(jobs: ImportJobs, one: ResponseImport): ImportInWork {
  const progress = jobs.progress(one.id);
  return { ...one, progress, interrupted: progress === null && (one.state === "checking" || one.state === "storing") };
}

export interface ImportView {
  file: ImportInWork;
  report: ImportReport | null;
  /** The first bad cells, and how many there are in all. */
  bad: CellProblem[];
  badCells: number;
  /** Whether the upload is still there to be read again. */
  kept: boolean;
}

/** A file with what reading it found, or null when it is none of a survey that the viewer runs. */
export async function viewImport(
  database: Database,
  jobs: ImportJobs,
  viewer: Viewer,
  place: { surveyId: number; importId: number },
): Promise<ImportView | null> {
  const found = await findImport(database, viewer, place);
  if (!found) return null;
  const file = withProgress(jobs, found);
  const { upload, staged } = jobs.filesOf(found.id);
  const none = { file, report: null, bad: [], badCells: 0, kept: existsSync(upload) };
  // While it is being written nobody looks into it.
  if (file.progress || file.interrupted || !existsSync(staged)) return none;
  const read = openStagedImport(staged);
  try {
    const bad = read.bad({ offset: 0, limit: BAD_CELLS_SHOWN });
    return { ...none, report: read.report(), bad, badCells: read.countBad() };
  } finally {
    read.close();
  }
}

export type ImportDecision = "store" | "skip" | "recheck" | "cancel";

/** Does what the officer decided; false when the file no longer stands where that is possible. */
export async function decideImport(
  database: Database,
  jobs: ImportJobs,
  viewer: Viewer,
  { surveyId, importId, decision, now }: { surveyId: number; importId: number; decision: ImportDecision; now: Date },
): Promise<boolean> {
  const found = await findImport(database, viewer, { surveyId, importId });
  if (!found) return false;
  const file = withProgress(jobs, found);
  const place = { surveyId, importId };
  switch (decision) {
    case "cancel": {
      const finishedAt = now.toISOString();
      if (file.progress?.task === "store" && !file.progress.waiting) return false;
      const from = ["checking", "checked", "storing", "failed"] as const;
      if (!(await moveImport(database, viewer, { ...place, from, to: "cancelled", finishedAt }))) return false;
      jobs.discard(importId);
      return true;
    }
    case "recheck":
      if (file.progress || !existsSync(jobs.filesOf(importId).upload)) return false;
      if (!(await moveImport(database, viewer, { ...place, from: ["checking", "storing", "failed"], to: "checking" })))
        return false;
      jobs.start(importId, "check");
      return true;
    default: {
      const skips = decision === "skip";
      // A file with bad rows is stored only by whoever has said that they are to be left out.
      if (file.progress || !file.good || (file.bad ?? 0) > 0 !== skips || !existsSync(jobs.filesOf(importId).staged))
        return false;
      const badRows = skips ? "skip" : "refuse";
      if (!(await moveImport(database, viewer, { ...place, from: ["checked"], to: "storing", badRows }))) return false;
      jobs.start(importId, "store");
      return true;
    }
  }
}

/** Bad cells of a file as lists of so many, for a file to take away. */
export function* eachBadCells(jobs: ImportJobs, importId: number, limit = 5000): Generator<CellProblem[]> {
  const { staged } = jobs.filesOf(importId);
  if (!existsSync(staged)) return;
  const read = openStagedImport(staged);
  try {
    for (let offset = 0; ; offset += limit) {
      const cells = read.bad({ offset, limit });
      if (cells.length === 0) return;
      yield cells;
    }
  } finally {
    read.close();
  }
}
