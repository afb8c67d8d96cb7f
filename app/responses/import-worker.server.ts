import { parentPort, workerData } from "node:worker_threads";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { checkImport } from "./check-import.server";
import type { ImportNews, ImportWork } from "./import-jobs.server";
import { storeImport } from "./store-import.server";

const { task, databaseUrl, importId, ...options } = workerData as ImportWork;
const say = (news: ImportNews) => parentPort?.postMessage(news);
const tell = (rows: number, bytes: number) => say({ rows, bytes });

const database = openDatabase(databaseUrl);
try {
  if (task === "check") await checkImport(database, importId, { ...options, tell });
  else await storeImport(database, importId, { ...options, tell });
  say({ over: true });
} finally {
  closeDatabase(database);
}
