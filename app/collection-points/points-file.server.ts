import type { Viewer } from "~/access/viewer";
import { writeRowsCsv } from "~/reports/write-csv";
import { UnreadableResponsesFile } from "~/responses/read-responses-file-problem";
import { readCsvRows } from "~/responses/read-responses-file-records.server";
import type { Database } from "~db/open-database.server";
import { changePoints, listManagedPoints, listManagedUnits } from "~db/repositories/managed-points";
import { readTree } from "~db/repositories/units";
import { pointAddress } from "./code";
import { drawCode } from "./draw-code.server";
import { type FileRow, POINT_COLUMNS, type PointColumn, type PointsPlan, planPointsFile } from "./plan-points-file";
import type { PointChanges, PointsOutcome } from "./point-changes";

/** Lines of a file that are read: more than the points of the largest survey. */
const MOST_LINES = 5000;

interface OfSurvey {
  surveyId: number;
  /** ISO day in TIME_ZONE. */
  today: string;
}

/** The points of a survey's units in scope as CSV, which can be changed in a spreadsheet and taken in again. */
export async function writePointsFile(
  database: Database,
  viewer: Viewer,
  { surveyId, today, publicUrl }: OfSurvey & { publicUrl: string },
): Promise<string> {
  const codes = new Map((await readTree(database, today)).map(({ id, code }) => [id, code]));
  const points = (await listManagedPoints(database, viewer, surveyId, today)).filter(({ revoked }) => !revoked);
  return writeRowsCsv(
    POINT_COLUMNS,
    points.map((point) => [
      point.unitKey,
      codes.get(point.unitId) ?? "",
      point.unitName,
      point.code,
      point.label,
      point.openHours,
      pointAddress(publicUrl, point.code),
      Number(point.inSurvey),
    ]),
  );
}

/** The plan of a file, or why it cannot be read at all. */
export type PlannedFile = { ok: true; plan: PointsPlan } | { ok: false; reason: string };

/** Reads a file of points and says what it would change; nothing is changed. */
export async function planFile(
  database: Database,
  viewer: Viewer,
  { surveyId, today }: OfSurvey,
  file: Uint8Array,
): Promise<PlannedFile> {
  const read = await readRows(file);
  if (!read.ok) return read;
  const points = await listManagedPoints(database, viewer, surveyId, today);
  const units = await listManagedUnits(database, viewer, surveyId, today);
  return { ok: true, plan: planPointsFile(read.rows, points, new Map(units.map((unit) => [unit.key, unit]))) };
}

/** Takes in what a plan says: all of it, the lines that could not be read left out. */
export function takePlan(
  database: Database,
  viewer: Viewer,
  { surveyId, now }: { surveyId: number; now: Date },
  { rows }: PointsPlan,
): Promise<PointsOutcome> {
  const changes: PointChanges = {
    surveyId,
    additions: rows
      .filter(({ change }) => change === "new")
      .map(({ unitId, label, openHours, inSurvey }) => ({ unitId, label, openHours, inSurvey })),
    revisions: rows.flatMap(({ pointId, label, openHours, inSurvey, change }) =>
      pointId !== null && change === "changed" ? [{ pointId, label, openHours, inSurvey }] : [],
    ),
  };
  return changePoints(database, viewer, changes, { now, drawCode });
}

async function readRows(file: Uint8Array): Promise<{ ok: true; rows: FileRow[] } | { ok: false; reason: string }> {
  const rows: FileRow[] = [];
  let columns: (PointColumn | null)[] | null = null;
  try {
    for await (const batch of readCsvRows(toSource(file))) {
      for (const { cells, line } of batch) {
        if (columns === null) {
          columns = cells.map(columnNamed);
          const missing = (["unit_id", "label"] as const).find((column) => !columns?.includes(column));
          if (missing && !columns.includes("point_code")) {
            return { ok: false, reason: `Dòng đầu của tệp phải có tên cột; thiếu cột ${missing}.` };
          }
          continue;
        }
        rows.push({ line, cells: cellsOf(columns, cells) });
        if (rows.length > MOST_LINES) return { ok: false, reason: `Tệp dài quá ${MOST_LINES} dòng.` };
      }
    }
  } catch (problem) {
    if (!(problem instanceof UnreadableResponsesFile)) throw problem;
    return { ok: false, reason: "Không đọc được tệp. Trong Excel, lưu lại dạng CSV UTF-8." };
  }
  return rows.length > 0 ? { ok: true, rows } : { ok: false, reason: "Tệp không có dòng nào." };
}

async function* toSource(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}

function columnNamed(name: string): PointColumn | null {
  const wanted = name.trim().toLowerCase();
  return POINT_COLUMNS.find((column) => column === wanted) ?? null;
}

function cellsOf(columns: readonly (PointColumn | null)[], cells: readonly string[]): FileRow["cells"] {
  const named: FileRow["cells"] = {};
  for (const [index, column] of columns.entries()) if (column) named[column] = cells[index] ?? "";
  return named;
}
