import { expect } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Role } from "~/access/roles";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { type Visitor, visitSite } from "./built-site";
import { unitId } from "./surveys";

export const PASSWORD = "mot-mat-khau-de-thu";
const passwordHash = hashPassword(PASSWORD);

/** A new account, `<role>-<unit>`, signed in on the built site; an administrator over the province unless said otherwise. */
export async function signedIn(
  database: Database,
  {
    role = "administrator",
    unit = "th",
    sector = null,
    mustChangePassword = false,
  }: { role?: Role; unit?: string; sector?: Sector | null; mustChangePassword?: boolean } = {},
): Promise<Visitor> {
  const username = `${role}-${unit}`;
  await insertAccount(database, {
    username,
    displayName: username,
    passwordHash: await passwordHash,
    mustChangePassword,
    role,
    sector,
    unitId: await unitId(database, unit),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  const site = await visitSite(database);
  const response = await site.post("/sign-in", { username, password: PASSWORD });
  expect(response.status).toBe(302);
  return site;
}
