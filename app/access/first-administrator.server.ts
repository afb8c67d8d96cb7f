import type { Database } from "~db/open-database.server";
import { countAccounts, insertAccount } from "~db/repositories/accounts";
import { findUnitId } from "~db/repositories/units";
import { drawOneTimePassword, hashPassword } from "./password.server";

/**
 * Makes one administrator over the whole province where there is no account yet.
 * @returns the user name and a one-time password to print once, or null when accounts exist.
 */
export async function createFirstAdministrator(
  database: Database,
  now: Date,
): Promise<{ username: string; password: string } | null> {
  if ((await countAccounts(database)) > 0) return null;
  const unitId = await findUnitId(database, "th");
  if (unitId === null) throw new Error("reference data must be loaded before the first administrator");
  const password = drawOneTimePassword();
  await insertAccount(database, {
    username: "quantri",
    displayName: "Quản trị viên",
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    role: "administrator",
    unitId,
    sector: null,
    createdAt: now.toISOString(),
  });
  return { username: "quantri", password };
}
