import { randomInt } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "~/collection-points/code";
import { KINDS_OF_SECTOR } from "~/units/unit-kinds";
import type { Database } from "~db/open-database.server";
import { readMark } from "~db/repositories/database-marks";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { insertSurvey } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import type { SurveyInput } from "./survey-input";

/** Name of the first point of a unit; an officer may add more by counter later. */
const FIRST_POINT_LABEL = "Điểm khảo sát chung";

/**
 * Creates a draft survey run by the viewer's unit, with one collection point per unit.
 * @returns the survey's id, or the field that cannot stand and why.
 */
export async function createSurvey(
  database: Database,
  viewer: Viewer,
  input: SurveyInput,
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true; surveyId: number } | { ok: false; field: keyof SurveyInput; message: string }> {
  const version = await findVersion(database, input.versionId);
  if (!version) return { ok: false, field: "versionId", message: "Mẫu phiếu không tồn tại" };
  if (!version.collectable) {
    return {
      ok: false,
      field: "versionId",
      message: "Mẫu phiếu này chỉ giữ cấu trúc để so sánh, không dùng thu phiếu",
    };
  }
  if (viewer.sector && version.sector !== viewer.sector) {
    return { ok: false, field: "versionId", message: "Mẫu phiếu thuộc lĩnh vực khác với lĩnh vực của tài khoản" };
  }
  if (input.closesOn < today) {
    return { ok: false, field: "closesOn", message: "Ngày kết thúc đã qua: đợt khảo sát sẽ không nhận được phiếu nào" };
  }
  const kinds = KINDS_OF_SECTOR[version.sector];
  const reachable = new Set((await listUnits(database, viewer, { on: today, kinds })).map((unit) => unit.id));
  if (input.unitIds.some((id) => !reachable.has(id))) {
    return {
      ok: false,
      field: "unitIds",
      message: "Có đơn vị ngoài phạm vi của tài khoản hoặc không hợp với mẫu phiếu",
    };
  }
  // In a file of simulated answers every figure is one: whatever is created there is marked as well.
  const simulated = (await readMark(database, "simulated")) !== null;
  const surveyId = await insertSurvey(
    database,
    { ...input, ownerUnitId: viewer.unitId, simulated, createdAt: now.toISOString(), createdBy: viewer.accountId },
    { drawCode, label: FIRST_POINT_LABEL },
  );
  return { ok: true, surveyId };
}

/** A random code: unpredictable, so that nobody can walk through the points of a province. */
export function drawCode(): string {
  return codeFrom(Array.from({ length: CODE_LENGTH - 1 }, () => randomInt(CODE_ALPHABET.length)));
}
