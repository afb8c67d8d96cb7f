import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { findAccountByUsername, insertAccount } from "~db/repositories/accounts";
import { unitId } from "./surveys";

/** An account over the subtree under a unit, and the viewer it gives. Its password is not one that anybody knows. */
export async function addViewer(
  database: Database,
  unitKey: string,
  {
    role = "viewer",
    sector = null,
    username = `${role}-${unitKey}`,
  }: { role?: Role; sector?: Sector | null; username?: string } = {},
): Promise<Viewer> {
  await insertAccount(database, {
    username,
    displayName: username,
    passwordHash: "-",
    mustChangePassword: false,
    role,
    sector,
    unitId: await unitId(database, unitKey),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  const account = await findAccountByUsername(database, username);
  if (!account) throw new Error(`account ${username} was not stored`);
  return { accountId: account.id, role, unitId: account.unitId, sector };
}
