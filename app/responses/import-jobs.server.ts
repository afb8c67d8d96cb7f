import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Database, databaseFile } from "~db/open-database.server";
import { expireImports, settleImport } from "~db/repositories/response-imports";
import type { ImportFiles } from "./check-import.server";
import type { ImportProgress, ImportTask } from "./import-progress";
import { DAYS_KEPT } from "./import-report";

/** Memory of the thread that reads a file: a workbook that unpacks to more is refused instead of taking the server down. */
const MOST_MEMORY_MB = 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the thread is given. */
export interface ImportWork {
  task: ImportTask;
  databaseUrl: string;
  importId: number;
  files: ImportFiles;
  now: Date;
  timeZone: string;
}

/** What it tells: how far reading is, or that the task is over, whatever its outcome. */
export type ImportNews = { rows: number; bytes: number } | { over: true };

export interface ImportJobs {
  /** The folder of uploads, made when it is not there. */
  folder(): string;
  filesOf(importId: number): ImportFiles;
  start(importId: number, task: ImportTask): void;
  /** How far a task is; null when none runs or waits, also after a stop of the server. */
  progress(importId: number): ImportProgress | null;
  /** Ends what runs and takes the files away. Storing that has begun is not interrupted: false. */
  discard(importId: number): boolean;
  /** Takes away files that are older than a week. */
  sweep(): void;
}

interface Job extends ImportProgress {
  importId: number;
  size: number;
}

/**
 * Files of responses read and stored one after another in a thread of its own, with a connection of its own, so that
 * citizens' pages are served meanwhile. Their folder stands beside the database: each database has imports of its own.
 * @param options.program the thread's program: it takes `ImportWork` and tells `ImportNews`.
 */
export function createImportJobs(options: {
  database: Database;
  program: string;
  timeZone: string;
  now: () => Date;
}): ImportJobs {
  const { database, program, timeZone, now } = options;
  const path = databaseFile(database);
  // A database in memory, as tests have, has no place of its own.
  const folder =
    path === null
      ? join(tmpdir(), `hailong-imports-${process.pid}`)
      : join(dirname(path), "imports", basename(path, ".db"));
  const jobs = new Map<number, Job>();
  let current: { importId: number; worker: Worker } | null = null;

  function madeFolder(): string {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  function filesOf(importId: number): ImportFiles {
    const upload = join(madeFolder(), `${importId}.upload`);
    return { upload, staged: join(madeFolder(), `${importId}.staged`) };
  }

  function remove(importId: number): void {
    const { upload, staged } = filesOf(importId);
    for (const file of [upload, staged, `${staged}-journal`]) rmSync(file, { force: true });
  }

  function next(): void {
    const job = [...jobs.values()][0];
    if (current || !job) return;
    if (path === null) throw new Error("files of responses need a database in a file");
    const { importId, task } = job;
    const work: ImportWork = {
      ...{ task, databaseUrl: `file:${path}`, importId, files: filesOf(importId), now: now(), timeZone },
    };
    const worker = new Worker(program, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    current = { importId, worker };
    job.waiting = false;
    let over = false;
    worker.on("message", (news: ImportNews) => {
      if ("over" in news) over = true;
      else Object.assign(job, { rows: news.rows, share: news.bytes > 0 ? Math.min(1, news.bytes / job.size) : null });
    });
    worker.on("error", (error) => console.error("a file of responses could not be taken", error));
    worker.on("exit", () => {
      current = null;
      jobs.delete(importId);
      if (!over) void settleImport(database, importId, task === "check" ? "checking" : "storing", { state: "failed" });
      next();
    });
  }

  return {
    folder: madeFolder,
    filesOf,
    start(importId, task) {
      if (jobs.has(importId)) return;
      const { upload } = filesOf(importId);
      const size = existsSync(upload) ? statSync(upload).size : 0;
      jobs.set(importId, { importId, task, waiting: true, rows: 0, share: null, size });
      next();
    },
    progress: (importId) => jobs.get(importId) ?? null,
    discard(importId) {
      const job = jobs.get(importId);
      if (job?.task === "store" && !job.waiting) return false;
      jobs.delete(importId);
      if (current?.importId === importId) void current.worker.terminate().then(() => remove(importId));
      remove(importId);
      return true;
    },
    sweep() {
      if (!existsSync(folder)) return;
      const oldest = new Date(now().getTime() - DAYS_KEPT * DAY_MS);
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        const importId = Number.parseInt(name, 10);
        if (!jobs.has(importId) && statSync(file).mtimeMs < oldest.getTime()) rmSync(file, { force: true });
      }
      void expireImports(database, oldest, now());
    },
  };
}
