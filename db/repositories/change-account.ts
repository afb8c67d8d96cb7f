import { and, eq, sql } from "drizzle-orm";
import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "../open-database.server";
import { accounts, sessions } from "../schema";
import { forgetLinks } from "./account-links";
import { recordNow } from "./activities";
import { visibleUnits } from "./scope";

/** What an administrator may change of another's account. */
export interface AccountChange {
  displayName: string;
  role: Role;
  unitId: number;
  sector: Sector | null;
}

export type ChangeOutcome =
  | "done"
  /** No such account in the viewer's scope, or the new unit is outside it. */
  | "outside"
  /** One's own role, unit or activity: another administrator must do it. */
  | "own"
  /** Nobody would be left who administers the whole province. */
  | "last-administrator";

/** Changes who an account is and what it may do. The person sees it with the next page; nothing is signed out. */
export async function changeAccount(
  database: Database,
  viewer: Viewer,
  { accountId, change, at }: { accountId: number; change: AccountChange; at: Date },
): Promise<ChangeOutcome> {
  return database.transaction(
    () => {
      const before = findInScope(database, viewer, accountId);
      if (!before || !isInScope(database, viewer, change.unitId)) return "outside";
      const { displayName, role, unitId, sector } = before;
      const moved = role !== change.role || unitId !== change.unitId || sector !== change.sector;
      if (moved && accountId === viewer.accountId) return "own";
      if (moved && before.active && isLastAdministrator(database, before)) return "last-administrator";
      if (!moved && displayName === change.displayName) return "done";
      database.update(accounts).set(change).where(eq(accounts.id, accountId)).run();
      record(database, viewer, { ...before, unitId: change.unitId }, "account.change", at, {
        ...(role === change.role ? {} : { role: change.role, formerRole: role }),
      });
      return "done";
    },
    { behavior: "immediate" },
  );
}

/** Locks an account, which signs it out everywhere and ends the link that is out for it, or unlocks it. */
export async function setAccountActive(
  database: Database,
  viewer: Viewer,
  { accountId, active, at }: { accountId: number; active: boolean; at: Date },
): Promise<ChangeOutcome> {
  return database.transaction(
    () => {
      const account = findInScope(database, viewer, accountId);
      if (!account) return "outside";
      if (accountId === viewer.accountId) return "own";
      if (account.active === active) return "done";
      if (!active && isLastAdministrator(database, account)) return "last-administrator";
      database.update(accounts).set({ active }).where(eq(accounts.id, accountId)).run();
      if (!active) {
        database.delete(sessions).where(eq(sessions.accountId, accountId)).run();
        forgetLinks(database, accountId);
      }
      record(database, viewer, account, active ? "account.activate" : "account.deactivate", at);
      return "done";
    },
    { behavior: "immediate" },
  );
}

type StoredAccount = typeof accounts.$inferSelect;

function record(
  database: Database,
  viewer: Viewer,
  { id, username, unitId }: StoredAccount,
  kind: "account.change" | "account.activate" | "account.deactivate",
  at: Date,
  detail: Record<string, string> = {},
): void {
  const about = { subjectAccountId: id, unitId, detail: { username, ...detail } };
  recordNow(database, { at, accountId: viewer.accountId, kind, ...about });
}

function findInScope(database: Database, viewer: Viewer, accountId: number): StoredAccount | undefined {
  const inScope = sql`${accounts.unitId} in ${visibleUnits(viewer)}`;
  return database
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), inScope))
    .get();
}

function isInScope(database: Database, viewer: Viewer, unitId: number): boolean {
  return database.get(sql`select 1 where ${unitId} in ${visibleUnits(viewer)}`) !== undefined;
}

/** Whether nobody else who has taken an account into use administers the whole province. */
function isLastAdministrator(database: Database, account: StoredAccount): boolean {
  const overProvince = sql`${accounts.unitId} in (select unit_id from unit_versions where kind = 'province')`;
  const administrators = database
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.role, "administrator"),
        eq(accounts.active, true),
        eq(accounts.mustChangePassword, false),
        overProvince,
      ),
    )
    .all();
  return administrators.length === 1 && administrators[0]?.id === account.id;
}
