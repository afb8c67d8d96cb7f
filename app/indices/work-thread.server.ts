import { Worker } from "node:worker_threads";
import type { ReadingProgress } from "./reading-progress";

/** How long a thread without work stays: starting one takes longer than reckoning for a small survey. */
const IDLE_MS = 5 * 60 * 1000;

/** What a thread is given at its start, and then for each piece of work. */
export interface ThreadData {
  databaseUrl: string;
}
export interface WorkOrder<Request> {
  id: number;
  request: Request;
}

/** What it tells of a piece of work: how far it is, what came of it, or that it could not be done. */
export type WorkNews<Made> = { id: number } & ({ progress: ReadingProgress } | { made: Made } | { error: unknown });

interface Waiting<Made> {
  tell: (progress: ReadingProgress) => void;
  resolve: (made: Made) => void;
  reject: (error: unknown) => void;
}

/**
 * Has work done one piece after another in a thread, which is begun with the first and ends when it has been idle.
 * @param options.program the thread's program, which calls `serveWork`.
 * @returns `work`, which has one piece done and is rejected where the thread failed, and `begin`, for whoever knows that work will come.
 */
export function createWorkThread<Request, Made>({ databasePath, program }: { databasePath: string; program: string }) {
  const waiting = new Map<number, Waiting<Made>>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;

  function started(): Worker {
    if (worker) return worker;
    const data: ThreadData = { databaseUrl: `file:${databasePath}` };
    const begun = new Worker(program, { workerData: data });
    worker = begun;
    begun.unref();
    begun.on("message", hear);
    // With the error the thread is over: nothing that waited for it comes any more, and the next piece needs another.
    const end = (error: unknown) => {
      if (worker !== begun) return;
      worker = null;
      fail(error);
    };
    begun.on("error", end);
    begun.on("exit", () => end(new Error(`a thread ended before its work: ${program}`)));
    return begun;
  }

  function fail(error: unknown): void {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  }

  function hear(news: WorkNews<Made>): void {
    const one = waiting.get(news.id);
    if (!one) return;
    if ("progress" in news) {
      one.tell(news.progress);
      return;
    }
    waiting.delete(news.id);
    if ("made" in news) one.resolve(news.made);
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

  return {
    begin(): void {
      started();
      if (waiting.size === 0) rest();
    },
    work: (request: Request, tell: (progress: ReadingProgress) => void): Promise<Made> =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        const id = orders++;
        waiting.set(id, { tell, resolve, reject });
        const order: WorkOrder<Request> = { id, request };
        started().postMessage(order);
      }),
  };
}
