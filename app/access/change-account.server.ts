import type { Database } from "~db/open-database.server";
import { type ChangeOutcome, changeAccount } from "~db/repositories/change-account";
import type { AccountChangeInput } from "./account-input";
import { resolveUnit } from "./account-unit.server";
import type { Viewer } from "./viewer";

/** Changes an account in the viewer's scope. @returns what came of it, or the field that cannot stand and why. */
export async function reviseAccount(
  database: Database,
  viewer: Viewer,
  accountId: number,
  { unit: typedUnit, ...input }: AccountChangeInput,
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true; outcome: ChangeOutcome } | { ok: false; field: "unit"; message: string }> {
  const resolved = await resolveUnit(database, viewer, typedUnit, today);
  if (!resolved.ok) return resolved;
  const sector = input.role === "designer" ? input.sector : null;
  const change = { ...input, sector, unitId: resolved.unit.id };
  return { ok: true, outcome: await changeAccount(database, viewer, { accountId, change, at: now }) };
}
