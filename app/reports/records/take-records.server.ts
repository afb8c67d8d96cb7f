import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import type { Viewer } from "~/access/viewer";
import { SIMULATED_MARK } from "~/i18n/names";
import { LongWork, type Look } from "~/indices/long-work.server";
import type { ReadingProgress } from "~/indices/reading-progress";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import { type Snapshot, snapshotName } from "~/snapshots/snapshot";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { recordActivity } from "~db/repositories/activities";
import { responsesFingerprint } from "~db/repositories/responses";
import type { SurveySummary } from "~db/repositories/surveys";
import type { MadeFile } from "../make-file.server";
import { streamPieces } from "../stream-pieces.server";
import { streamTablesXlsx } from "../write-xlsx.server";
import { type AnonymisedRecords, anonymise, type DisclosureFindings } from "./anonymised-records";
import { inTurns } from "./in-turns.server";
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

/** Findings that are kept: an officer looks at those of one survey, fills in the form and takes a file. */
const MOST_KEPT = 4;
type Found = DisclosureFindings | "not-final" | "few";
const findingsOf = new WeakMap<Database, LongWork<Found>>();

/**
 * What the disclosure check finds in a survey's records, before any of them leaves, or how far reading them is after
 * `patienceMs`. The survey's responses, its form and its standing decide; the check is made once for them.
 */
export async function checkRecords(
  database: Database,
  viewer: Viewer,
  asked: Asked,
  patienceMs?: number,
): Promise<Look<Found>> {
  const { survey, settings } = asked;
  const checks = findingsOf.get(database) ?? new LongWork<Found>(MOST_KEPT);
  findingsOf.set(database, checks);
  const { timeZone, minimums } = settings;
  const key = JSON.stringify([survey, timeZone, minimums, await responsesFingerprint(database, survey.id)]);
  const check = async (tell: (progress: ReadingProgress) => void) => {
    const raw = await loadRecords(database, viewer, asked, tell);
    return typeof raw === "string" ? raw : (await inTurns(anonymise(raw, "none"))).findings;
  };
  return checks.look(key, check, patienceMs);
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
  const records = await inTurns(anonymise(raw, order.time));
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
      return made(streamPieces(recordsCsv(records, { order, ids })));
    case "records.sav": {
      const notes = [
        ...(survey.simulated ? [`${SIMULATED_MARK}: không phải kết quả khảo sát thật`] : []),
        ...[snapshotName(snapshot), `SHA-256 ${snapshot.hash}`, `Đợt khảo sát: ${survey.title}`],
      ];
      const head = { title: `Dot khao sat ${survey.id}`, day, notes };
      return made(streamPieces(recordsSav(records, { order, ids, head })));
    }
    case "moh.xlsx": {
      const head = { day, author: results.survey.owner.name, simulated: survey.simulated };
      return made(streamTablesXlsx(mohTables(records, order), head));
    }
  }
}

/** Positions in an order that nobody can tell (Fisher and Yates), by random numbers of which none is more likely by a millionth. */
function shuffled(count: number): Uint32Array {
  const bytes = randomBytes(count * 4);
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor((bytes.readUInt32LE(at * 4) / 2 ** 32) * (at + 1));
    const moved = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
