import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "~db/open-database.server";
import { loadQuality } from "./load-quality.server";
import type { QualityNews, QualityOrder, QualityWork } from "./quality-thread.server";

const { databaseUrl } = workerData as QualityWork;
const database = openDatabase(databaseUrl);
const say = (news: QualityNews) => parentPort?.postMessage(news);

async function make({ id, request }: QualityOrder): Promise<void> {
  try {
    say({ id, report: await loadQuality(database, request, (progress) => say({ id, progress })) });
  } catch (error) {
    say({ id, error });
  }
}

let last = Promise.resolve();
parentPort?.on("message", (order: QualityOrder) => {
  last = last.then(() => make(order));
});
