import { parentPort, workerData } from "node:worker_threads";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { scanAlerts } from "./scan-alerts.server";

/** What the thread that looks at fieldwork is given. */
export interface FieldworkWork {
  databaseUrl: string;
  timeZone: string;
  cellMinimum: number;
  /** The instant of the look, ISO 8601. */
  at: string;
}

const { databaseUrl, at, ...settings } = workerData as FieldworkWork;
const database = openDatabase(databaseUrl);
try {
  parentPort?.postMessage(await scanAlerts(database, { ...settings, now: new Date(at) }));
} finally {
  closeDatabase(database);
}
