import type { Viewer } from "~/access/viewer";
import { KINDS_OF_SECTOR, type UnitKind } from "~/units/unit-kinds";
import type { Database } from "~db/open-database.server";
import { findDraw, saveDraw } from "~db/repositories/draws";
import { listSurveyUnits } from "~db/repositories/survey-units";
import type { SurveySummary } from "~db/repositories/surveys";
import { listUnits, type UnitOnDay } from "~db/repositories/units";
import type { DrawMethod } from "./draw-methods";
import type { DrawCheck } from "./draw-rows.server";
import { drawSample, type FrameElement, frameChecksum } from "./draw-sample.server";

/** A kind to draw from, or all kinds of the survey's sector, each a stratum. */
export type UnitFrame = UnitKind | "all";

/** The units that a survey of this sector may be about and how many there are of each kind. */
export async function candidateUnits(database: Database, viewer: Viewer, survey: SurveySummary, today: string) {
  const units = await listUnits(database, viewer, { on: today, kinds: KINDS_OF_SECTOR[survey.sector] });
  const kinds = KINDS_OF_SECTOR[survey.sector]
    .map((kind) => ({ kind, units: units.filter((unit) => unit.kind === kind).length }))
    .filter((one) => one.units > 0);
  return { units, kinds };
}

/** The frame of units in the order of their keys, which no name or code changes; sizes are the populations known here. */
async function frameOf(database: Database, viewer: Viewer, survey: SurveySummary, frame: UnitFrame, today: string) {
  const { units } = await candidateUnits(database, viewer, survey, today);
  const sizes = new Map(
    (await listSurveyUnits(database, viewer, survey.id, today)).map(({ unitId, population }) => [
      unitId,
      population ?? 0,
    ]),
  );
  const listed = units
    .filter((unit) => frame === "all" || unit.kind === frame)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const elementsBy = (method: DrawMethod): FrameElement[] =>
    listed.map(({ id, key, kind }) => ({
      identity: key,
      stratum: frame === "all" ? kind : "",
      size: method === "proportional-to-size" ? (sizes.get(id) ?? 0) : 1,
    }));
  return { listed, elementsBy };
}

/** Draws units for a survey that the viewer runs and records the draw; the survey's units stay as they are. */
export async function drawUnits(
  database: Database,
  viewer: Viewer,
  request: {
    survey: SurveySummary;
    frame: UnitFrame;
    method: DrawMethod;
    seed: string;
    size: number;
    now: Date;
    today: string;
  },
): Promise<{ ok: true; drawId: number } | { ok: false; field: "size" | "method" | "frame"; message: string }> {
  const { survey, frame, method, seed, size, now, today } = request;
  const { listed, elementsBy } = await frameOf(database, viewer, survey, frame, today);
  const elements = elementsBy(method);
  const drawing = drawSample(elements, { method, seed, size });
  if (!drawing.ok) {
    if (drawing.reason === "no-size") {
      const missing = elements.filter((element) => element.size === 0).length;
      return {
        ok: false,
        field: "method",
        message: `${missing} đơn vị chưa có N: nhập N ở trang Đơn vị và cỡ mẫu trước`,
      };
    }
    if (drawing.reason === "too-few") {
      return {
        ok: false,
        field: "size",
        message: "Rút theo từng loại đơn vị cần ít nhất 2 đơn vị mỗi loại: tăng số đơn vị",
      };
    }
    return { ok: false, field: "size", message: `Chỉ có ${listed.length} đơn vị để rút` };
  }
  const drawId = await saveDraw(database, viewer, {
    surveyId: survey.id,
    unitId: null,
    method,
    seed,
    frameSize: listed.length,
    sampleSize: drawing.drawn.length,
    frameChecksum: frameChecksum(elements),
    drawn: drawing.drawn.map((position) => listed[position]?.id ?? 0),
    at: now,
  });
  return drawId === null
    ? { ok: false, field: "frame", message: "Đợt khảo sát đã chốt, không rút mẫu được nữa" }
    : { ok: true, drawId };
}

/** Draws units again from the tree as it is now and compares with what stands recorded. */
export async function checkUnits(
  database: Database,
  viewer: Viewer,
  { survey, drawId, today }: { survey: SurveySummary; drawId: number; today: string },
): Promise<DrawCheck> {
  const draw = await findDraw(database, viewer, survey.id, drawId);
  if (!draw) return "unreadable";
  for (const frame of ["all", ...KINDS_OF_SECTOR[survey.sector]] as const) {
    const { listed, elementsBy } = await frameOf(database, viewer, survey, frame, today);
    const elements = elementsBy(draw.method);
    if (frameChecksum(elements) !== draw.frameChecksum) continue;
    const drawing = drawSample(elements, { method: draw.method, seed: draw.seed, size: draw.sampleSize });
    const ids = drawing.ok ? drawing.drawn.map((position) => listed[position]?.id) : [];
    return JSON.stringify(ids) === JSON.stringify(draw.drawn) ? "same" : "other-result";
  }
  return "other-frame";
}

/** Names of drawn units, in the order drawn. */
export function drawnUnits(units: readonly UnitOnDay[], drawn: readonly number[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return drawn.map((id) => ({ id, code: byId.get(id)?.code ?? "", name: byId.get(id)?.name ?? `#${id}` }));
}
