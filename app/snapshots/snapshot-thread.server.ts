import { Worker } from "node:worker_threads";
import type { Viewer } from "~/access/viewer";
import type { SnapshotAsked } from "./take-snapshot.server";

/** What the thread is given. */
export interface SnapshotOrder {
  databaseUrl: string;
  viewer: Viewer;
  asked: SnapshotAsked;
}

/** The last that was ordered: a million responses take half a gigabyte, so there is one thread at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Takes a snapshot in a thread with a connection of its own, so that citizens' pages are served while the figures of many
 * responses are reckoned. One after another.
 * @param program the thread's program.
 * @returns the snapshot's id or null, as `takeSnapshot` does; rejected where the thread failed.
 */
export function takeSnapshotInThread(program: string, order: SnapshotOrder): Promise<number | null> {
  const taken = last.then(() => runThread(program, order));
  last = taken.catch(() => {});
  return taken;
}

function runThread(program: string, order: SnapshotOrder): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: order });
    worker.once("message", ({ id }: { id: number | null }) => resolve(id));
    worker.once("error", reject);
    // Where it has told what it took, this comes too late to matter.
    worker.once("exit", () => reject(new Error("the thread that takes snapshots ended without one")));
  });
}
