import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "~db/open-database.server";
import type { SnapshotOrder } from "./snapshot-thread.server";
import { takeSnapshotHere } from "./take-snapshot.server";

const { databaseUrl, viewer, asked } = workerData as SnapshotOrder;
const database = openDatabase(databaseUrl);
const id = await takeSnapshotHere(database, viewer, asked);
database.$client.close();
parentPort?.postMessage({ id });
