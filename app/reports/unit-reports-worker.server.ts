import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parentPort, workerData } from "node:worker_threads";
import { unpackDocument } from "~/snapshots/pack-document.server";
import type { FileNews } from "./file-jobs.server";
import type { UnitReportsWork } from "./unit-report-jobs.server";
import { unitReportOf } from "./unit-report-of";
import { streamUnitArchive } from "./write-unit-archive.server";

/** Reports between two tellings of how many there are. */
const TELL_EVERY = 10;

const { document: packed, snapshot, served, format, file } = workerData as UnitReportsWork & { file: string };
const document = unpackDocument(packed, snapshot.hash);
const tell = (news: FileNews) => parentPort?.postMessage(news);
const archive = streamUnitArchive({
  ...{ document, summary: snapshot, format },
  build: (key) => unitReportOf({ document, summary: snapshot, served }, key),
  onMade(made, total) {
    if (made % TELL_EVERY === 0 || made === total) tell({ made, total });
  },
});
await pipeline(archive, createWriteStream(file));
tell({ done: true });
