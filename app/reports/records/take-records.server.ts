import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Viewer } from "~/access/viewer";
import { SIMULATED_MARK } from "~/i18n/names";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import { type Snapshot, snapshotName } from "~/snapshots/snapshot";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { recordActivity } from "~db/repositories/activities";
import type { SurveySummary } from "~db/repositories/surveys";
import type { MadeFile } from "../make-file.server";
import { streamText } from "../stream-text.server";
import { streamTablesXlsx } from "../write-xlsx.server";
import { type AnonymisedRecords, anonymise, type DisclosureFindings } from "./anonymised-records";
import { loadRecords } from "./load-records.server";
import { mohTables } from "./moh-layout";
import type { RecordsOrder } from "./record-files";
import { type RecordLine, recordLines } from "./record-lines";
import { recordsCsv } from "./write-records-csv";
import { recordsSav } from "./write-records-sav";

interface Asked {
  survey: SurveySummary;
  now: Date;
  settings: FigureSettings;
}

/** What the disclosure check finds in a survey's records, before any of them leaves. */
export async function checkRecords(
  database: Database,
  viewer: Viewer,
  asked: Asked,
): Promise<DisclosureFindings | "not-final" | "few"> {
  const raw = await loadRecords(database, viewer, asked);
  return typeof raw === "string" ? raw : anonymise(raw, "none").findings;
}

/**
 * Makes a file of single records after the disclosure check, and records before it leaves who took it, what for, and what the
 * check found. Ids and order are drawn anew for every file, so that two files cannot be joined person by person.
 */
export async function takeRecords(
  database: Database,
  viewer: Viewer,
  asked: Asked & { order: RecordsOrder },
): Promise<MadeFile | "not-final" | "few"> {
  const { survey, order } = asked;
  const released = await releaseRecords(database, viewer, asked);
  if (typeof released === "string") return released;
  return makeRecords(released.records, { survey, snapshot: released.snapshot, file: order.file });
}

/**
 * Checked records as lines of JSON for another system, one a person in an order drawn anew, without time; recorded like a
 * file, as whose purpose the name of its key stands.
 */
export async function streamRecords(
  database: Database,
  viewer: Viewer,
  asked: Asked & { purpose: string },
): Promise<Iterable<RecordLine> | "not-final" | "few"> {
  const order = { file: "records.ndjson", purpose: asked.purpose, time: "none" as const };
  const released = await releaseRecords(database, viewer, { ...asked, order });
  if (typeof released === "string") return released;
  const { records } = released;
  return recordLines(records, { order: shuffled(records.findings.records), ids: randomId });
}

/** The only way of single records out: what the disclosure check leaves of them, once it is recorded that they go. */
async function releaseRecords(
  database: Database,
  viewer: Viewer,
  asked: Asked & { order: Omit<RecordsOrder, "file"> & { file: string } },
): Promise<{ records: AnonymisedRecords; snapshot: Snapshot } | "not-final" | "few"> {
  const { survey, now, settings, order } = asked;
  const raw = await loadRecords(database, viewer, asked);
  if (typeof raw === "string") return raw;
  const snapshot = await finalSnapshot(database, viewer, { surveyId: survey.id, now, settings });
  if (!snapshot) return "not-final";
  const records = anonymise(raw, order.time);
  const { findings } = records;
  const detail = {
    ...{ file: order.file, purpose: order.purpose, records: findings.records, smallest: findings.smallest },
    ...{ suppressed: findings.suppressed.reduce((sum, { cells }) => sum + cells, 0), merged: findings.merged },
    ...{ time: order.time, snapshot: snapshot.number },
  };
  const { accountId } = viewer;
  await recordActivity(database, { at: now, accountId, kind: "file.take-records", surveyId: survey.id, detail });
  return { records, snapshot };
}

/** An id that says nothing. */
const randomId = () => randomBytes(8).toString("hex");

const TYPES = {
  "records.csv": "text/csv; charset=utf-8",
  "records.sav": "application/x-spss-sav",
  "moh.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

function makeRecords(
  records: AnonymisedRecords,
  { survey, snapshot, file }: { survey: SurveySummary; snapshot: Snapshot; file: RecordsOrder["file"] },
): MadeFile {
  const { takenOn: day, results } = snapshot.document;
  const [, extension = ""] = file.split(".");
  const kind = file === "moh.xlsx" ? "nhap-bo-y-te" : "phieu-an-danh";
  const name = `${kind}-dot-${survey.id}-ban-chot-${snapshot.number}-${day}.${extension}`;
  const order = shuffled(records.findings.records);
  const ids = randomId;
  const made = (body: Readable): MadeFile => ({ name, type: TYPES[file], body });
  switch (file) {
    case "records.csv":
      return made(streamText(recordsCsv(records, { order, ids })));
    case "records.sav": {
      const notes = [
        ...(survey.simulated ? [`${SIMULATED_MARK}: không phải kết quả khảo sát thật`] : []),
        ...[snapshotName(snapshot), `SHA-256 ${snapshot.hash}`, `Đợt khảo sát: ${survey.title}`],
      ];
      const head = { title: `Dot khao sat ${survey.id}`, day, notes };
      return made(Readable.from(recordsSav(records, { order, ids, head }), { objectMode: false }));
    }
    case "moh.xlsx": {
      const head = { day, author: results.survey.owner.name, simulated: survey.simulated };
      return made(streamTablesXlsx(mohTables(records, order), head));
    }
  }
}

/** Positions in an order that nobody can tell. */
function shuffled(count: number): Uint32Array {
  const bytes = randomBytes(count * 4);
  const keys = Uint32Array.from({ length: count }, (_, at) => bytes.readUInt32LE(at * 4));
  return Uint32Array.from({ length: count }, (_, at) => at).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
}
