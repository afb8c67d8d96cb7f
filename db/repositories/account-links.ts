import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accountLinks, accounts, sessions } from "../schema";
import type { NewAccount } from "./accounts";
import { recordNow } from "./activities";
import { visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** A link that is handed out: only the hash of its token is kept. */
export interface NewLink {
  tokenHash: string;
  at: Date;
  expiresAt: string;
}

/**
 * Adds an account that waits for its person, with the link by which it is taken into use.
 * @returns `taken` when the user name is another's, `outside` when the unit is not in the viewer's scope.
 */
export async function inviteAccount(
  database: Database,
  viewer: Viewer,
  account: NewAccount,
  link: NewLink,
): Promise<number | "taken" | "outside"> {
  return database.transaction(
    () => {
      const inScope = database.get(sql`select 1 where ${account.unitId} in ${visibleUnits(viewer)}`);
      if (!inScope) return "outside";
      const added = database
        .insert(accounts)
        .values(account)
        .onConflictDoNothing({ target: accounts.username })
        .returning({ id: accounts.id })
        .get();
      if (!added) return "taken";
      handOut(database, viewer, added.id, link);
      const detail = { username: account.username, role: account.role };
      const about = { subjectAccountId: added.id, unitId: account.unitId, detail };
      recordNow(database, { at: link.at, accountId: viewer.accountId, kind: "account.invite", ...about });
      return added.id;
    },
    { behavior: "immediate" },
  );
}

/**
 * A new link for an active account in the viewer's scope; the one that was out before opens nothing any more. Never for
 * the viewer's own account.
 */
export async function renewLink(
  database: Database,
  viewer: Viewer,
  accountId: number,
  link: NewLink,
): Promise<{ username: string; displayName: string } | null> {
  return database.transaction(
    () => {
      const account = database
        .select({
          username: accounts.username,
          displayName: accounts.displayName,
          waiting: accounts.mustChangePassword,
          unitId: accounts.unitId,
        })
        .from(accounts)
        .where(and(othersInScope(viewer, accountId), eq(accounts.active, true)))
        .get();
      if (!account) return null;
      handOut(database, viewer, accountId, link);
      const { username, displayName, waiting, unitId } = account;
      const kind = waiting ? "account.invite" : "account.reset";
      const about = { subjectAccountId: accountId, unitId, detail: { username } };
      recordNow(database, { at: link.at, accountId: viewer.accountId, kind, ...about });
      return { username, displayName };
    },
    { behavior: "immediate" },
  );
}

/** Takes back the link that is out for an account in the viewer's scope. False where there is none. */
export async function withdrawLink(database: Database, viewer: Viewer, accountId: number, at: Date): Promise<boolean> {
  return database.transaction(
    () => {
      const account = database
        .select({ username: accounts.username, unitId: accounts.unitId })
        .from(accounts)
        .where(othersInScope(viewer, accountId))
        .get();
      if (!account || forgetLinks(database, accountId) === 0) return false;
      const { username, unitId } = account;
      const about = { subjectAccountId: accountId, unitId, detail: { username } };
      recordNow(database, { at, accountId: viewer.accountId, kind: "account.withdraw", ...about });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** What a link opens, for whoever holds its token: the token is the scope. Null where no link has it. */
export async function findLink(database: Database, tokenHash: string, today: string) {
  const inviter = alias(accounts, "inviter");
  return (
    database
      .select({
        accountId: accounts.id,
        username: accounts.username,
        displayName: accounts.displayName,
        role: accounts.role,
        sector: accounts.sector,
        active: accounts.active,
        language: accounts.language,
        /** Nobody has used the account yet. */
        firstUse: accounts.mustChangePassword,
        unitName: unitNameOn(accounts.unitId, today),
        invitedBy: inviter.displayName,
        expiresAt: accountLinks.expiresAt,
        usedAt: accountLinks.usedAt,
      })
      .from(accountLinks)
      .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
      .leftJoin(inviter, eq(inviter.id, accountLinks.createdBy))
      .where(eq(accountLinks.tokenHash, tokenHash))
      .get() ?? null
  );
}

/**
 * Spends a link: the account gets its name and password, is signed out everywhere else and signed in with the session
 * given. False when the link was used, ran out or was replaced meanwhile.
 */
export async function takeLink(
  database: Database,
  tokenHash: string,
  change: { displayName: string; passwordHash: string; now: Date; session: { tokenHash: string; expiresAt: string } },
): Promise<boolean> {
  const now = change.now.toISOString();
  return database.transaction(
    () => {
      const link = database
        .select({ accountId: accounts.id, username: accounts.username, unitId: accounts.unitId })
        .from(accountLinks)
        .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
        .where(
          and(
            eq(accountLinks.tokenHash, tokenHash),
            isNull(accountLinks.usedAt),
            sql`${accountLinks.expiresAt} > ${now}`,
            eq(accounts.active, true),
          ),
        )
        .get();
      if (!link) return false;
      const { accountId, username, unitId } = link;
      const { displayName, passwordHash } = change;
      database
        .update(accounts)
        .set({ displayName, passwordHash, mustChangePassword: false })
        .where(eq(accounts.id, accountId))
        .run();
      database.update(accountLinks).set({ usedAt: now }).where(eq(accountLinks.tokenHash, tokenHash)).run();
      database.delete(sessions).where(eq(sessions.accountId, accountId)).run();
      database
        .insert(sessions)
        .values({ ...change.session, accountId, createdAt: now })
        .run();
      const about = { subjectAccountId: accountId, unitId, detail: { username } };
      recordNow(database, { at: change.now, accountId, kind: "account.accept", ...about });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Forgets the links of an account that nobody used; inside the caller's transaction. Returns how many there were. */
export function forgetLinks(database: Database, accountId: number): number {
  return database
    .delete(accountLinks)
    .where(and(eq(accountLinks.accountId, accountId), isNull(accountLinks.usedAt)))
    .run().changes;
}

function handOut(database: Database, viewer: Viewer, accountId: number, { tokenHash, at, expiresAt }: NewLink): void {
  forgetLinks(database, accountId);
  const createdBy = viewer.accountId || null;
  database
    .insert(accountLinks)
    .values({ tokenHash, accountId, createdAt: at.toISOString(), createdBy, expiresAt })
    .run();
}

function othersInScope(viewer: Viewer, accountId: number) {
  return and(
    eq(accounts.id, accountId),
    sql`${accounts.id} <> ${viewer.accountId}`,
    sql`${accounts.unitId} in ${visibleUnits(viewer)}`,
  );
}
