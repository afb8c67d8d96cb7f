import { createHash, randomBytes } from "node:crypto";
import type { Database } from "~db/open-database.server";
import {
  changeOwnPassword,
  deleteSession,
  findAccountByUsername,
  findSessionAccount,
  insertSession,
} from "~db/repositories/accounts";
import { hashPassword, verifyPassword } from "./password.server";
import type { Viewer } from "./viewer";

/** For how long a browser stays signed in. */
export const SESSION_HOURS = 12;

export type SignedIn = NonNullable<Awaited<ReturnType<typeof findSessionAccount>>>;

/** The session's secret stays in the cookie; the database keeps a hash of it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Checks user name and password and opens a session. Returns the token for the cookie, or null when they do not fit. */
export async function signIn(
  database: Database,
  { username, password, now }: { username: string; password: string; now: Date },
): Promise<string | null> {
  const account = await findAccountByUsername(database, username.trim().toLowerCase());
  if (!(await verifyPassword(account?.passwordHash ?? null, password)) || !account) return null;
  const { token, ...session } = newSession(now);
  await insertSession(database, { ...session, accountId: account.id, createdAt: now.toISOString() });
  return token;
}

/** A session that begins now: the token for the cookie, and what the database keeps of it. */
export function newSession(now: Date): { token: string; tokenHash: string; expiresAt: string } {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString();
  return { token, tokenHash: hashToken(token), expiresAt };
}

/** The account behind a session token, or null. */
export async function accountOf(
  database: Database,
  { token, now, today }: { token: string; now: Date; today: string },
): Promise<SignedIn | null> {
  return findSessionAccount(database, { tokenHash: hashToken(token), now: now.toISOString(), today });
}

/** Ends a session; unknown tokens are no error. */
export async function endSession(database: Database, token: string): Promise<void> {
  await deleteSession(database, hashToken(token));
}

/** Changes one's own password and signs one out elsewhere. False when the present password does not fit. */
export async function changePassword(
  database: Database,
  account: SignedIn,
  { present, next, token }: { present: string; next: string; token: string },
): Promise<boolean> {
  if (!(await verifyPassword(account.passwordHash, present))) return false;
  await changeOwnPassword(database, account.id, await hashPassword(next), hashToken(token));
  return true;
}

export function viewerOf(account: SignedIn): Viewer {
  return { accountId: account.id, role: account.role, unitId: account.unitId, sector: account.sector };
}
