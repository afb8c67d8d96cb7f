import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Worker } from "node:worker_threads";
import type { PosterJobState } from "./poster-job-state";
import type { PosterLayout } from "./poster-layouts";
import type { Poster } from "./poster-parts.server";
import { createSlipThread, type SlipWork } from "./slip-thread.server";

/** How long a finished file waits to be fetched. */
const KEPT_MS = 60 * 60 * 1000;
const SWEEP_MS = 5 * 60 * 1000;
/** Jobs that wait or are being worked on; whoever comes after is asked to come back. */
const MOST_UNFINISHED = 10;

export interface PosterJob {
  id: string;
  accountId: number;
  surveyId: number;
  layout: PosterLayout;
  /** Pages in the end, and so far. */
  total: number;
  pages: number;
  state: PosterJobState;
  /** The PDF, once done. */
  file: string;
}

export interface PosterOrder {
  accountId: number;
  surveyId: number;
  layout: PosterLayout;
  /** ISO day that dates the file. */
  day: string;
  posters: readonly Poster[];
}

/** What the thread is given. */
export interface PosterWork extends Pick<PosterOrder, "layout" | "day" | "posters"> {
  file: string;
}

/** What it tells: pages so far, or that the file is whole. */
export type PosterNews = { pages: number } | { done: true };

export interface PosterJobs {
  /** Queues an order; null while too many wait. */
  start(order: PosterOrder): PosterJob | null;
  /** A job of an account, for as long as it is kept. */
  find(accountId: number, id: string): PosterJob | null;
  cancel(accountId: number, id: string): void;
  /** Slips with one-time codes, drawn in a thread as well. */
  slips(work: SlipWork): Readable;
}

/**
 * Large files of posters, drawn one after another in a thread of their own, so that citizens' pages are served meanwhile.
 * Jobs live in memory and their files in `folder`; both go after an hour or with the server.
 * @param program the thread's program: it takes `PosterWork` and tells `PosterNews`.
 */
export function createPosterJobs(options: { folder: string; program: string; now: () => Date }): PosterJobs {
  const { folder, program, now } = options;
  const jobs = new Map<string, PosterJob & { madeAt: number; work: PosterWork | null }>();
  let current: { id: string; worker: Worker } | null = null;

  function next(): void {
    const job = [...jobs.values()].find(({ state }) => state === "waiting");
    if (current || !job?.work) return;
    const worker = new Worker(program, { workerData: job.work });
    current = { id: job.id, worker };
    job.state = "running";
    job.work = null;
    worker.on("message", (news: PosterNews) => {
      if ("done" in news) job.state = "done";
      else job.pages = news.pages;
    });
    worker.on("error", (error) => {
      job.state = "failed";
      console.error("posters could not be drawn", error);
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
    slips: createSlipThread(program),
    start({ posters, layout, day, accountId, surveyId }) {
      sweep();
      const unfinished = [...jobs.values()].filter(({ state }) => state === "waiting" || state === "running");
      if (unfinished.length >= MOST_UNFINISHED) return null;
      if (jobs.size === 0) emptyFolder(folder, now());
      const id = randomUUID();
      const file = join(folder, `${id}.pdf`);
      const job = { id, accountId, surveyId, layout, total: posters.length, pages: 0, state: "waiting" as const, file };
      jobs.set(id, { ...job, madeAt: now().getTime(), work: { posters, layout, day, file } });
      setTimeout(sweep, KEPT_MS + SWEEP_MS).unref();
      next();
      return job;
    },
    find(accountId, id) {
      sweep();
      const job = jobs.get(id);
      return job?.accountId === accountId ? job : null;
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
