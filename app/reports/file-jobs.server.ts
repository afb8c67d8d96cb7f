import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FileJobState } from "./file-job-state";

/** How long a finished file waits to be fetched. */
const KEPT_MS = 60 * 60 * 1000;
const SWEEP_MS = 5 * 60 * 1000;
/** Jobs that wait or are being worked on; whoever comes after is asked to come back. */
const MOST_UNFINISHED = 10;

/**
 * Room for what a thread has just made: a piece is made of a hundred thousand short-lived objects, and with Node's own 48 MB
 * a sixth of the time goes into telling which of them are still in use.
 */
const YOUNG_MEGABYTES = 192;

export interface FileJob<About> {
  id: string;
  accountId: number;
  surveyId: number;
  about: About;
  /** Pieces in the end (0 until the thread knows), and so far. */
  total: number;
  made: number;
  state: FileJobState;
  /** The file, once done. */
  file: string;
}

export interface FileOrder<About, Work> {
  accountId: number;
  surveyId: number;
  /** What the file is called and told as. */
  about: About;
  /** Pieces, where they are known beforehand; else 0. */
  total: number;
  /** What the thread makes it from. */
  work: Work;
}

/** What the thread tells: pieces made so far and in the end, or that the file is whole. */
export type FileNews = { made: number; total: number } | { done: true };

export interface FileJobs<About, Work> {
  /** Queues an order; null while too many wait. */
  start(order: FileOrder<About, Work>): FileJob<About> | null;
  /** A job of an account, for as long as it is kept. */
  find(accountId: number, id: string): FileJob<About> | null;
  /** Jobs of an account about a survey that are not cancelled, the latest first: for whoever left the page of one. */
  list(accountId: number, surveyId: number): FileJob<About>[];
  cancel(accountId: number, id: string): void;
}

/**
 * Large files, made one after another in a thread of their own, so that citizens' pages are served meanwhile. Jobs live in
 * memory and their files in `folder`; both go after an hour or with the server.
 * @param options.program the thread's program: it takes `Work` with the `file` to write and tells `FileNews`.
 */
export function createFileJobs<About, Work extends object>(options: {
  folder: string;
  program: string;
  extension: string;
  now: () => Date;
}): FileJobs<About, Work> {
  const { folder, program, extension, now } = options;
  type Kept = FileJob<About> & { madeAt: number; work: (Work & { file: string }) | null };
  const jobs = new Map<string, Kept>();
  let current: { id: string; worker: Worker } | null = null;

  function next(): void {
    const job = [...jobs.values()].find(({ state }) => state === "waiting");
    if (current || !job?.work) return;
    const worker = new Worker(program, {
      workerData: job.work,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    current = { id: job.id, worker };
    job.state = "running";
    job.work = null;
    worker.on("message", (news: FileNews) => {
      if (job.state !== "running") return;
      if ("done" in news) job.state = "done";
      else Object.assign(job, { made: news.made, total: news.total });
    });
    worker.on("error", (error) => {
      if (job.state === "running") job.state = "failed";
      console.error("a file could not be made", error);
    });
    worker.on("exit", () => {
      current = null;
      if (job.state === "running") job.state = "failed";
      if (job.state !== "done") rmSync(job.file, { force: true });
      next();
    });
  }

  function sweep(): void {
    const oldest = now().getTime() - KEPT_MS;
    for (const job of jobs.values()) {
      if (job.madeAt >= oldest || job.state === "running") continue;
      jobs.delete(job.id);
      rmSync(job.file, { force: true });
    }
  }

  return {
    start({ accountId, surveyId, about, total, work }) {
      sweep();
      const unfinished = [...jobs.values()].filter(({ state }) => state === "waiting" || state === "running");
      if (unfinished.length >= MOST_UNFINISHED) return null;
      if (jobs.size === 0) emptyFolder(folder, now());
      const id = randomUUID();
      const file = join(folder, `${id}.${extension}`);
      const job = { id, accountId, surveyId, about, total, made: 0, state: "waiting" as const, file };
      jobs.set(id, { ...job, madeAt: now().getTime(), work: { ...work, file } });
      setTimeout(sweep, KEPT_MS + SWEEP_MS).unref();
      next();
      return job;
    },
    find(accountId, id) {
      sweep();
      const job = jobs.get(id);
      return job?.accountId === accountId ? job : null;
    },
    list(accountId, surveyId) {
      sweep();
      const own = [...jobs.values()].filter((job) => job.accountId === accountId && job.surveyId === surveyId);
      return own.filter(({ state }) => state !== "cancelled").reverse();
    },
    cancel(accountId, id) {
      const job = jobs.get(id);
      if (job?.accountId !== accountId || (job.state !== "waiting" && job.state !== "running")) return;
      job.state = "cancelled";
      job.work = null;
      if (current?.id === id) void current.worker.terminate();
    },
  };
}

/** Makes the folder and clears away what a server that was killed left in it. */
function emptyFolder(folder: string, now: Date): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (now.getTime() - statSync(file).mtimeMs > KEPT_MS) rmSync(file, { force: true });
  }
}
