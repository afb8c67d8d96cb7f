import type { Database } from "~db/open-database.server";
import { type EnrolmentOutcome, enrol, findKioskByToken, isFormerCode, type KnownKiosk } from "~db/repositories/kiosks";
import { isWellFormedCode, normalizeCode } from "./code";
import { drawKioskToken, hashSecret } from "./kiosk-secrets.server";

export type Enrolled =
  | { ok: true; token: string; pointCode: string }
  | { ok: false; reason: "malformed" | Exclude<EnrolmentOutcome, "enrolled"> };

/**
 * Makes a tablet the one that a code was drawn for. The code serves once; a tablet that held the place before is out.
 * @returns the token for its cookie and the point where it stands, or why the code does not serve.
 */
export async function enrolKiosk(
  database: Database,
  { code: typed, now }: { code: string; now: Date },
): Promise<Enrolled> {
  const code = normalizeCode(typed);
  if (!isWellFormedCode(code)) return { ok: false, reason: "malformed" };
  const { token, hash } = drawKioskToken();
  const found = await enrol(database, {
    enrolmentHash: hashSecret(code),
    tokenHash: hash,
    now: now.toISOString(),
  });
  if (found.outcome !== "enrolled") return { ok: false, reason: found.outcome };
  return { ok: true, token, pointCode: found.pointCode };
}

/** The tablet behind a cookie's token; null where there is none or it was revoked. */
export async function findKiosk(database: Database, token: string | null): Promise<KnownKiosk | null> {
  return token === null ? null : findKioskByToken(database, hashSecret(token));
}

/** Whether an address with this code is one of the tablet's own point, be it from before the point was given a new code. */
export async function isOwnCode(database: Database, kiosk: KnownKiosk, typed: string): Promise<boolean> {
  const code = normalizeCode(typed);
  return code === kiosk.pointCode || isFormerCode(database, kiosk.pointId, code);
}
