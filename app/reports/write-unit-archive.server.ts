import type { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { ZipFile } from "yazl";
import type { SnapshotDocument, SnapshotSummary } from "~/snapshots/snapshot";
import { archiveNames } from "./archive-names";
import type { ReportDocument } from "./report-document";
import type { ReportFormat } from "./report-formats";
import { archiveIndex, archiveReadme, reportedUnits } from "./unit-archive";
import { writeReport } from "./write-report.server";

/** Bytes that may wait for a slow reader before the next report is made. */
const MOST_WAITING = 1024 * 1024;
/** A break between looks at a reader that is behind. */
const PAUSE_MS = 20;

export interface UnitArchive {
  document: SnapshotDocument;
  summary: Pick<SnapshotSummary, "number" | "kind" | "hash">;
  format: ReportFormat;
  /** The report of one unit, by its key. */
  build(unitKey: string): ReportDocument;
  /** Told after each report how many there are, of how many. */
  onMade?(made: number, total: number): void;
}

/**
 * A ZIP file with one report of each unit surveyed, their list and a word on what they are, as a stream: one report at a
 * time is in memory. The same snapshot gives the same bytes.
 */
export function streamUnitArchive(archive: UnitArchive): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  zip.on("error", (error: Error) => output.destroy(error));
  fill(zip, output, archive).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function fill(zip: ZipFile, output: PassThrough, archive: UnitArchive): Promise<void> {
  const { document, summary, format, build, onMade } = archive;
  const units = reportedUnits(document);
  const names = archiveNames(units, format);
  // Dates of entries are of the local clock and know no zone: made of local parts, they are the same everywhere.
  const [year = 1980, month = 1, day = 1] = document.takenOn.split("-").map(Number);
  const entry = { mtime: new Date(year, month - 1, day), mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(archiveReadme(document, summary)), "README.txt", entry);
  zip.addBuffer(Buffer.from(archiveIndex(document, names)), "danh-sach.csv", entry);
  for (const [index, { key }] of units.entries()) {
    const bytes = await writeReport(build(key), format);
    if (output.destroyed) return;
    // A Word file is compressed already; of a PDF, the structure by which it is read aloud is not.
    zip.addBuffer(bytes, names.get(key) ?? key, { ...entry, compress: format !== "docx" });
    onMade?.(index + 1, units.length);
    // Reports are made without a pause of their own: none would be written, and all kept, until the last is made.
    await turn();
    while (output.readableLength + output.writableLength > MOST_WAITING && !output.destroyed) await sleep(PAUSE_MS);
  }
  zip.end();
}
