import type { Database } from "~db/open-database.server";
import { changeAccount, insertAccount } from "~db/repositories/accounts";
import { listUnits } from "~db/repositories/units";
import type { AccountInput } from "./account-input";
import { drawOneTimePassword, hashPassword } from "./password.server";
import type { Viewer } from "./viewer";

/**
 * Makes an account in the viewer's scope with a one-time password.
 * @returns the password to hand over once, or the field that cannot stand and why.
 */
export async function createAccount(
  database: Database,
  viewer: Viewer,
  input: AccountInput,
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true; password: string } | { ok: false; field: keyof AccountInput; message: string }> {
  const unit = (await listUnits(database, viewer, { on: today })).find(({ key }) => key === input.unitKey);
  if (!unit) return { ok: false, field: "unitKey", message: "Đơn vị không tồn tại hoặc ngoài phạm vi" };
  const password = drawOneTimePassword();
  const { unitKey: _unitKey, ...account } = input;
  const added = await insertAccount(database, {
    ...account,
    unitId: unit.id,
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    createdAt: now.toISOString(),
  });
  return added ? { ok: true, password } : { ok: false, field: "username", message: "Tên đăng nhập đã có người dùng" };
}

/** Replaces a forgotten password by a one-time one and signs the account out. Null outside the viewer's scope. */
export async function resetPassword(database: Database, viewer: Viewer, accountId: number): Promise<string | null> {
  const password = drawOneTimePassword();
  const passwordHash = await hashPassword(password);
  const changed = await changeAccount(database, viewer, accountId, { passwordHash, mustChangePassword: true });
  return changed ? password : null;
}
