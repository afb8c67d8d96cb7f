import { randomBytes } from "node:crypto";
import { formatMoment } from "~/i18n/dates";
import { ROLE_NAMES, uncapitalized } from "~/i18n/names";
import type { Database } from "~db/open-database.server";
import { findLink, inviteAccount, renewLink, takeLink } from "~db/repositories/account-links";
import { findAccount } from "~db/repositories/accounts";
import type { UnitOnDay } from "~db/repositories/units";
import type { AccountInput } from "./account-input";
import { type HandedOutLink, LINK_DAYS, type LinkFailure, linkMessage } from "./account-link";
import { resolveUnit } from "./account-unit.server";
import { hashPassword } from "./password.server";
import { hashToken, newSession } from "./sign-in.server";
import type { Viewer } from "./viewer";

/** What links are made of: the moment, and the site that they lead to. */
export interface LinkPlace {
  now: Date;
  today: string;
  timeZone: string;
  publicUrl: string;
  province: string;
}

/**
 * Makes an account in the viewer's scope that waits for its person, and the link to send.
 * @returns the link, shown once, and the unit; or the field that cannot stand and why.
 */
export async function createAccount(
  database: Database,
  viewer: Viewer,
  { unit: typedUnit, ...account }: AccountInput,
  place: LinkPlace,
): Promise<
  | { ok: true; accountId: number; link: HandedOutLink; unit: UnitOnDay }
  | { ok: false; field: keyof AccountInput; message: string }
> {
  const resolved = await resolveUnit(database, viewer, typedUnit, place.today);
  if (!resolved.ok) return resolved;
  const { unit } = resolved;
  const { token, link, until } = drawLink(place);
  const added = await inviteAccount(
    database,
    viewer,
    {
      ...account,
      sector: account.role === "designer" ? account.sector : null,
      unitId: unit.id,
      // Nobody knows it: only the link opens the account.
      passwordHash: await hashPassword(randomBytes(32).toString("base64url")),
      mustChangePassword: true,
      createdAt: place.now.toISOString(),
    },
    link,
  );
  if (added === "taken") return { ok: false, field: "username", message: "Tên đăng nhập này đã có người dùng" };
  if (added === "outside") return { ok: false, field: "unit", message: "Đơn vị này ngoài phạm vi quản trị" };
  const invited = { role: uncapitalized(ROLE_NAMES[account.role]), unitName: unit.name };
  return { ok: true, accountId: added, unit, link: handOut(place, { ...account, invited, token, until }) };
}

/** A new link for an account in the viewer's scope, in place of the one before. Null where there is no such account. */
export async function sendLinkAnew(
  database: Database,
  viewer: Viewer,
  accountId: number,
  place: LinkPlace,
): Promise<HandedOutLink | null> {
  const account = await findAccount(database, viewer, { accountId, ...place });
  const { token, link, until } = drawLink(place);
  if (!account || !(await renewLink(database, viewer, accountId, link))) return null;
  const invited = { role: uncapitalized(ROLE_NAMES[account.role]), unitName: account.unitName };
  return handOut(place, { ...account, ...(account.mustChangePassword ? { invited } : {}), token, until });
}

function drawLink({ now, timeZone }: LinkPlace) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 24 * 3_600_000);
  const link = { tokenHash: hashToken(token), at: now, expiresAt: expiresAt.toISOString() };
  return { token, link, until: formatMoment(expiresAt, timeZone) };
}

function handOut(
  { publicUrl, province }: LinkPlace,
  about: {
    displayName: string;
    username: string;
    invited?: { role: string; unitName: string };
    token: string;
    until: string;
  },
): HandedOutLink {
  const { token, until } = about;
  const address = `${publicUrl}/welcome/${token}`;
  return { address, until, message: linkMessage({ ...about, province, address }) };
}

/** What a link opens, or why it opens nothing. */
export async function openLink(database: Database, token: string, { now, today }: { now: Date; today: string }) {
  const found = await findLink(database, hashToken(token), today);
  const failure = failureOf(found, now);
  return found && !failure
    ? { ok: true as const, account: found }
    : { ok: false as const, failure: failure ?? "unknown" };
}

function failureOf(found: Awaited<ReturnType<typeof findLink>>, now: Date): LinkFailure | null {
  if (!found) return "unknown";
  if (found.usedAt !== null) return "used";
  if (!found.active) return "locked";
  return found.expiresAt <= now.toISOString() ? "expired" : null;
}

/** Takes an account into use, or gives it a new password. Returns the session's token; null when the link is spent. */
export async function acceptLink(
  database: Database,
  token: string,
  { displayName, password, now }: { displayName: string; password: string; now: Date },
): Promise<string | null> {
  const { token: sessionToken, ...session } = newSession(now);
  const passwordHash = await hashPassword(password);
  const taken = await takeLink(database, hashToken(token), { displayName, passwordHash, now, session });
  return taken ? sessionToken : null;
}
