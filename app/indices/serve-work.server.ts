import { parentPort, workerData } from "node:worker_threads";
import { type Database, openDatabase } from "~db/open-database.server";
import type { ReadingProgress } from "./reading-progress";
import type { ThreadData, WorkNews, WorkOrder } from "./work-thread.server";

/** In a thread that `createWorkThread` began: does its work one piece after another, through a connection of its own. */
export function serveWork<Request, Made>(
  work: (database: Database, request: Request, tell: (progress: ReadingProgress) => void) => Promise<Made>,
): void {
  const { databaseUrl } = workerData as ThreadData;
  const database = openDatabase(databaseUrl);
  const say = (news: WorkNews<Made>) => parentPort?.postMessage(news);
  async function serve({ id, request }: WorkOrder<Request>): Promise<void> {
    try {
      say({ id, made: await work(database, request, (progress) => say({ id, progress })) });
    } catch (error) {
      say({ id, error });
    }
  }
  let last = Promise.resolve();
  parentPort?.on("message", (order: WorkOrder<Request>) => {
    last = last.then(() => serve(order));
  });
}
