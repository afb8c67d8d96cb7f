import { chooseUnit, unitLabel } from "~/units/choose-unit";
import type { Database } from "~db/open-database.server";
import { listUnits, type UnitOnDay } from "~db/repositories/units";
import type { Viewer } from "./viewer";

/** The unit that was typed for an account, within the viewer's scope; or why it names none and which it may have meant. */
export async function resolveUnit(
  database: Database,
  viewer: Viewer,
  typed: string,
  today: string,
): Promise<{ ok: true; unit: UnitOnDay } | { ok: false; field: "unit"; message: string }> {
  const chosen = chooseUnit(await listUnits(database, viewer, { on: today }), typed);
  if (chosen.unit) return { ok: true, unit: chosen.unit };
  return { ok: false, field: "unit", message: explainUnit(typed, chosen) };
}

function explainUnit(typed: string, { similar, more }: { similar: readonly UnitOnDay[]; more: number }): string {
  if (similar.length === 0) return `Không có đơn vị “${typed}” trong phạm vi quản trị`;
  const names = similar.map(unitLabel).join("; ");
  return `“${typed}” chưa rõ là đơn vị nào. Nhập tên đầy đủ hoặc mã, ví dụ: ${names}${more > 0 ? `; và ${more} đơn vị khác` : ""}`;
}
