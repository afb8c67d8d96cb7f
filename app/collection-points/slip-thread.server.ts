import { Readable } from "node:stream";
import { Worker } from "node:worker_threads";
import type { Slip, SlipBatch } from "./slips.server";

/** What the thread is given. */
export interface SlipWork {
  batch: SlipBatch;
  slips: readonly Slip[];
  /** ISO day that dates the file. */
  day: string;
}

/**
 * Draws slips in a thread of their own, so that citizens' pages are served meanwhile: one file after another, its bytes
 * handed on as they come. Nothing is written to the disk: the codes would lie there.
 * @param program the thread's program: it takes `SlipWork` and writes the file to its standard output.
 */
export function createSlipThread(program: string): (work: SlipWork) => Readable {
  let previous = Promise.resolve();
  return (work) => {
    // Takes what comes however slowly it is fetched, since others wait for the thread: 5,000 slips are 8 MB.
    const file = new Readable({ read() {} });
    previous = previous.then(() => draw(program, work, file));
    return file;
  };
}

/** Resolves once the thread has ended, well or not. */
function draw(program: string, work: SlipWork, file: Readable): Promise<void> {
  if (file.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: work, stdout: true });
    worker.stdout.on("data", (chunk: Buffer) => file.push(chunk));
    worker.stdout.on("end", () => file.push(null));
    worker.on("error", (error) => file.destroy(error));
    worker.on("exit", () => resolve());
    file.on("close", () => void worker.terminate());
  });
}
