import type { Viewer } from "~/access/viewer";
import { KINDS_OF_SECTOR } from "~/units/unit-kinds";
import type { Database } from "~db/open-database.server";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { listUnits } from "~db/repositories/units";
import { listOwners } from "./owners.server";
import type { SurveyInput } from "./survey-input";

/** A field that cannot stand and why. */
export interface InputRefusal {
  field: keyof SurveyInput;
  message: string;
}

/**
 * What the database and the viewer's scope have against a survey's input, of which only a form that was tampered with or
 * has become outdated gives any; null when it can stand.
 */
export async function checkSurveyInput(
  database: Database,
  viewer: Viewer,
  input: SurveyInput,
  {
    today,
    presentOwner,
    presentUnits = [],
  }: {
    today: string;
    presentOwner?: number;
    /** Units that the survey has already: they may stay, whatever became of them. */
    presentUnits?: readonly number[];
  },
): Promise<InputRefusal | null> {
  const version = await findVersion(database, input.versionId);
  if (!version) return { field: "versionId", message: "Mẫu phiếu không tồn tại" };
  if (!version.collectable) {
    return { field: "versionId", message: "Mẫu phiếu này chỉ giữ cấu trúc để so sánh, không dùng thu phiếu" };
  }
  if (viewer.sector && version.sector !== viewer.sector) {
    return { field: "versionId", message: "Mẫu phiếu thuộc lĩnh vực khác với lĩnh vực của tài khoản" };
  }
  const owners = await listOwners(database, viewer, { today, present: presentOwner });
  if (!owners.some(({ id }) => id === input.ownerUnitId)) {
    return { field: "ownerUnitId", message: "Cơ quan thực hiện ngoài phạm vi của tài khoản" };
  }
  const kinds = KINDS_OF_SECTOR[version.sector];
  const offered = (await listUnits(database, viewer, { on: today, kinds })).map((unit) => unit.id);
  const reachable = new Set([...offered, ...presentUnits]);
  if (input.unitIds.some((id) => !reachable.has(id))) {
    return { field: "unitIds", message: "Có đơn vị ngoài phạm vi của tài khoản hoặc không hợp với mẫu phiếu" };
  }
  return null;
}
