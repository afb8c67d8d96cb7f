import { Worker } from "node:worker_threads";
import type { QualityRequest } from "./load-quality.server";
import type { QualityReport } from "./quality-report";
import type { ReadingProgress } from "./reading-progress";

/** How long a thread without work stays: starting one takes longer than a report on a small survey. */
const IDLE_MS = 5 * 60 * 1000;

/** What the thread is given at its start, and then for each report. */
export interface QualityWork {
  databaseUrl: string;
}
export interface QualityOrder {
  id: number;
  request: QualityRequest;
}

/** What it tells of a report: how far it is, what it found, or that it could not be made. */
export type QualityNews = { id: number } & (
  | { progress: ReadingProgress }
  | { report: QualityReport | null }
  | { error: unknown }
);

interface Waiting {
  tell: (progress: ReadingProgress) => void;
  resolve: (report: QualityReport | null) => void;
  reject: (error: unknown) => void;
}

/**
 * Has reports made one after another in a thread, which is begun with the first and ends when it has been idle.
 * @returns a function that makes a report; it is rejected where the thread failed.
 */
export function createQualityThread({ databasePath, program }: { databasePath: string; program: string }) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;

  function started(): Worker {
    if (worker) return worker;
    const work: QualityWork = { databaseUrl: `file:${databasePath}` };
    const begun = new Worker(program, { workerData: work });
    worker = begun;
    begun.unref();
    begun.on("message", hear);
    // With the error the thread is over: nothing that waited for it comes any more.
    begun.on("error", fail);
    begun.on("exit", () => {
      if (worker === begun) worker = null;
      fail(new Error("the thread that judges responses ended"));
    });
    return begun;
  }

  function fail(error: unknown): void {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  }

  function hear(news: QualityNews): void {
    const one = waiting.get(news.id);
    if (!one) return;
    if ("progress" in news) {
      one.tell(news.progress);
      return;
    }
    waiting.delete(news.id);
    if ("report" in news) one.resolve(news.report);
    else one.reject(news.error);
    if (waiting.size === 0) rest();
  }

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      const done = worker;
      worker = null;
      void done?.terminate();
    }, IDLE_MS);
    idle.unref();
  }

  return (request: QualityRequest, tell: (progress: ReadingProgress) => void): Promise<QualityReport | null> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      const id = orders++;
      waiting.set(id, { tell, resolve, reject });
      const order: QualityOrder = { id, request };
      started().postMessage(order);
    });
}
