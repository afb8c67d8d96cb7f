import { parentPort, workerData } from "node:worker_threads";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import type { ImportNews, ImportWork } from "./import-jobs.server";

const { task, databaseUrl, importId, ...options } = workerData as ImportWork;
const say = (news: ImportNews) => parentPort?.postMessage(news);
const tell = (rows: number, bytes: number) => say({ rows, bytes });

const database = openDatabase(databaseUrl);
try {
  // Each task loads what it needs and no more: loading is most of the work for a short file.
  if (task === "check") {
    const { checkImport } = await import("./check-import.server");
    await checkImport(database, importId, { ...options, tell });
  } else {
    const { storeImport } = await import("./store-import.server");
    await storeImport(database, importId, { ...options, tell });
  }
  say({ over: true });
} finally {
  closeDatabase(database);
}
