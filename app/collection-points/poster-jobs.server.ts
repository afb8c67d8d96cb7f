import type { Readable } from "node:stream";
import { createFileJobs, type FileJob, type FileJobs } from "~/reports/file-jobs.server";
import type { PosterLayout } from "./poster-layouts";
import type { Poster } from "./poster-parts.server";
import { createSlipThread, type SlipWork } from "./slip-thread.server";

/** What the thread draws. */
export interface PosterWork {
  layout: PosterLayout;
  /** ISO day that dates the file. */
  day: string;
  posters: readonly Poster[];
}

export type PosterJob = FileJob<{ layout: PosterLayout }>;

export interface PosterJobs extends FileJobs<{ layout: PosterLayout }, PosterWork> {
  /** Slips with one-time codes, drawn in a thread as well. */
  slips(work: SlipWork): Readable;
}

/** Large files of posters, and slips, drawn beside the site. */
export function createPosterJobs(options: { folder: string; program: string; now: () => Date }): PosterJobs {
  return { ...createFileJobs({ ...options, extension: "pdf" }), slips: createSlipThread(options.program) };
}
