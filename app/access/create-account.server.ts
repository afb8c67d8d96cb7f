import { chooseUnit, unitLabel } from "~/units/choose-unit";
import type { Database } from "~db/open-database.server";
import { changeAccount, insertAccount } from "~db/repositories/accounts";
import { listUnits, type UnitOnDay } from "~db/repositories/units";
import type { AccountInput } from "./account-input";
import { drawOneTimePassword, hashPassword } from "./password.server";
import type { Viewer } from "./viewer";

/**
 * Makes an account in the viewer's scope with a one-time password.
 * @returns the password to hand over once and the unit's name, or the field that cannot stand and why.
 */
export async function createAccount(
  database: Database,
  viewer: Viewer,
  input: AccountInput,
  { now, today }: { now: Date; today: string },
): Promise<
  { ok: true; password: string; unitName: string } | { ok: false; field: keyof AccountInput; message: string }
> {
  const { unit: typedUnit, ...account } = input;
  const chosen = chooseUnit(await listUnits(database, viewer, { on: today }), typedUnit);
  if (!chosen.unit) return { ok: false, field: "unit", message: explainUnit(typedUnit, chosen) };
  const password = drawOneTimePassword();
  const added = await insertAccount(database, {
    ...account,
    unitId: chosen.unit.id,
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    createdAt: now.toISOString(),
  });
  if (!added) return { ok: false, field: "username", message: "Tên đăng nhập này đã có người dùng" };
  return { ok: true, password, unitName: chosen.unit.name };
}

/** Why what was typed for a unit does not name one, and which ones it may have meant. */
function explainUnit(typed: string, { similar, more }: { similar: readonly UnitOnDay[]; more: number }): string {
  if (similar.length === 0) return `Không có đơn vị “${typed}” trong phạm vi quản trị`;
  const names = similar.map(unitLabel).join("; ");
  return `“${typed}” chưa rõ là đơn vị nào. Nhập tên đầy đủ hoặc mã, ví dụ: ${names}${more > 0 ? `; và ${more} đơn vị khác` : ""}`;
}

/**
 * Replaces a forgotten password by a one-time one and signs the account out.
 * @returns whose password it is and what to hand over once; null outside the viewer's scope.
 */
export async function resetPassword(
  database: Database,
  viewer: Viewer,
  accountId: number,
): Promise<{ username: string; password: string } | null> {
  const password = drawOneTimePassword();
  const passwordHash = await hashPassword(password);
  const username = await changeAccount(database, viewer, accountId, { passwordHash, mustChangePassword: true });
  return username === null ? null : { username, password };
}
