import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findDraw, saveDraw } from "~db/repositories/draws";
import type { DrawMethod } from "./draw-methods";
import { drawSample, type FrameElement, frameChecksum } from "./draw-sample.server";
import { readTable, type TableRow } from "./read-table.server";

export interface DrawnRows {
  drawId: number;
  header: string[] | null;
  /** The drawn rows with their numbers from 1, the header not counted. */
  rows: { number: number; cells: string[] }[];
}

/** The frame that a list is: its rows in their order. */
function frameOf(rows: readonly TableRow[]): FrameElement[] {
  return rows.map(({ cells }) => ({ identity: JSON.stringify(cells), stratum: "", size: 1 }));
}

/**
 * Draws rows of a list that an officer hands in. The list is never stored: the drawn rows go back at once, and only their
 * numbers, the seed and the list's checksum stay.
 */
export async function drawRows(
  database: Database,
  viewer: Viewer,
  request: {
    surveyId: number;
    unitId: number;
    file: { name: string; bytes: Uint8Array };
    headed: boolean;
    method: Exclude<DrawMethod, "proportional-to-size">;
    seed: string;
    size: number;
    now: Date;
  },
): Promise<{ ok: true; result: DrawnRows } | { ok: false; message: string }> {
  const { surveyId, unitId, method, seed, size, now } = request;
  const table = await readTable(request.file);
  if (!table.ok) return table;
  const header = request.headed ? (table.rows[0]?.cells ?? null) : null;
  const rows = request.headed ? table.rows.slice(1) : table.rows;
  if (rows.length === 0) return { ok: false, message: "Danh sách trống: không có dòng nào để rút" };
  const frame = frameOf(rows);
  const drawing = drawSample(frame, { method, seed, size });
  if (!drawing.ok) return { ok: false, message: `Danh sách có ${rows.length} dòng, không đủ để rút ${size}` };
  const numbers = drawing.drawn.map((position) => position + 1);
  const drawId = await saveDraw(database, viewer, {
    surveyId,
    unitId,
    method,
    seed,
    frameSize: frame.length,
    sampleSize: numbers.length,
    frameChecksum: frameChecksum(frame),
    drawn: numbers,
    at: now,
  });
  if (drawId === null) return { ok: false, message: "Đợt khảo sát đã chốt hoặc đơn vị không thuộc đợt này" };
  return {
    ok: true,
    result: { drawId, header, rows: numbers.map((number) => ({ number, cells: rows[number - 1]?.cells ?? [] })) },
  };
}

/** What checking a draw again found. */
export type DrawCheck = "same" | "other-frame" | "other-result" | "unreadable";

/** Draws again from the list handed in, with or without a heading, and compares with what stands recorded. */
export async function checkRows(
  database: Database,
  viewer: Viewer,
  { surveyId, drawId, file }: { surveyId: number; drawId: number; file: { name: string; bytes: Uint8Array } },
): Promise<DrawCheck> {
  const draw = await findDraw(database, viewer, surveyId, drawId);
  const table = await readTable(file);
  if (!draw || !table.ok) return "unreadable";
  for (const rows of [table.rows.slice(1), table.rows]) {
    const frame = frameOf(rows);
    if (frameChecksum(frame) !== draw.frameChecksum) continue;
    const drawing = drawSample(frame, { method: draw.method, seed: draw.seed, size: draw.sampleSize });
    const numbers = drawing.ok ? drawing.drawn.map((position) => position + 1) : [];
    return JSON.stringify(numbers) === JSON.stringify(draw.drawn) ? "same" : "other-result";
  }
  return "other-frame";
}
