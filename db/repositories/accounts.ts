import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import type { Language } from "~/i18n/numbers";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "../open-database.server";
import { accounts, sessions } from "../schema";
import { visibleUnits } from "./scope";
import { unitNameOn } from "./units";

export type Account = typeof accounts.$inferSelect;

export interface NewAccount {
  username: string;
  displayName: string;
  passwordHash: string;
  mustChangePassword: boolean;
  role: Role;
  unitId: number;
  sector: Sector | null;
  createdAt: string;
}

/** Adds an account; false when the user name is taken. */
export async function insertAccount(database: Database, account: NewAccount): Promise<boolean> {
  return database.insert(accounts).values(account).onConflictDoNothing({ target: accounts.username }).run().changes > 0;
}

export async function countAccounts(database: Database): Promise<number> {
  return database.select({ n: sql<number>`count(*)` }).from(accounts).get()?.n ?? 0;
}

/** The active account with a user name, for signing in; null otherwise. */
export async function findAccountByUsername(database: Database, username: string): Promise<Account | null> {
  return (
    database
      .select()
      .from(accounts)
      .where(and(eq(accounts.username, username), eq(accounts.active, true)))
      .get() ?? null
  );
}

/** Accounts whose unit is in the viewer's scope, by user name, without password hashes. */
export async function listAccounts(database: Database, viewer: Viewer, { today, now }: { today: string; now: Date }) {
  return database
    .select(listedAccount(today, now))
    .from(accounts)
    .where(sql`${accounts.unitId} in ${visibleUnits(viewer)}`)
    .orderBy(asc(accounts.username))
    .all();
}

/** One of them; null outside the viewer's scope. */
export async function findAccount(
  database: Database,
  viewer: Viewer,
  { accountId, today, now }: { accountId: number; today: string; now: Date },
) {
  const inScope = sql`${accounts.unitId} in ${visibleUnits(viewer)}`;
  return (
    database
      .select({ ...listedAccount(today, now), unitId: accounts.unitId, createdAt: accounts.createdAt })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), inScope))
      .get() ?? null
  );
}

function listedAccount(today: string, now: Date) {
  return {
    id: accounts.id,
    username: accounts.username,
    displayName: accounts.displayName,
    role: accounts.role,
    sector: accounts.sector,
    active: accounts.active,
    mustChangePassword: accounts.mustChangePassword,
    unitName: unitNameOn(accounts.unitId, today),
    /** Until when the link that is out opens the account; null where none is. */
    linkUntil: sql<string | null>`(select expires_at from account_links link
      where link.account_id = ${accounts.id} and link.used_at is null and link.expires_at > ${now.toISOString()})`,
  };
}

/** Sets the password of one's own account and ends its other sessions. */
export async function changeOwnPassword(
  database: Database,
  accountId: number,
  passwordHash: string,
  keepTokenHash: string,
): Promise<void> {
  database.transaction(
    () => {
      database
        .update(accounts)
        .set({ passwordHash, mustChangePassword: false })
        .where(eq(accounts.id, accountId))
        .run();
      database
        .delete(sessions)
        .where(and(eq(sessions.accountId, accountId), sql`${sessions.tokenHash} <> ${keepTokenHash}`))
        .run();
    },
    { behavior: "immediate" },
  );
}

/** Sets the language in which an account sees the officers' screens. */
export async function changeOwnLanguage(database: Database, accountId: number, language: Language): Promise<void> {
  database.update(accounts).set({ language }).where(eq(accounts.id, accountId)).run();
}

/** Sets the name under which an account is shown. */
export async function changeOwnName(database: Database, accountId: number, displayName: string): Promise<void> {
  database.update(accounts).set({ displayName }).where(eq(accounts.id, accountId)).run();
}

/** Opens a session and forgets those that have run out. */
export async function insertSession(
  database: Database,
  session: { tokenHash: string; accountId: number; createdAt: string; expiresAt: string },
): Promise<void> {
  database.transaction(
    () => {
      database.delete(sessions).where(lt(sessions.expiresAt, session.createdAt)).run();
      database.insert(sessions).values(session).run();
    },
    { behavior: "immediate" },
  );
}

export async function deleteSession(database: Database, tokenHash: string): Promise<void> {
  database.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run();
}

/** The active account behind a session that has not run out, or null. */
export async function findSessionAccount(
  database: Database,
  { tokenHash, now, today }: { tokenHash: string; now: string; today: string },
) {
  return (
    database
      .select({
        id: accounts.id,
        username: accounts.username,
        displayName: accounts.displayName,
        role: accounts.role,
        unitId: accounts.unitId,
        unitName: unitNameOn(accounts.unitId, today),
        sector: accounts.sector,
        language: accounts.language,
        mustChangePassword: accounts.mustChangePassword,
        passwordHash: accounts.passwordHash,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.tokenHash, tokenHash), eq(accounts.active, true), sql`${sessions.expiresAt} > ${now}`))
      .get() ?? null
  );
}
