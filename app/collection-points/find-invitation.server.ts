import { readVersion } from "~/questionnaires/read-version.server";
import { collectionState } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { findInvitation as findStored } from "~db/repositories/invitations";
import { normalizeCode } from "./code";
import type { FoundPoint } from "./find-point.server";
import { isWellFormedInvitation } from "./invitation";

/** Why a one-time code opens no form. */
export type InvitationFault = "malformed" | "unknown" | "used" | "revoked" | "expired";

export type FoundInvitation =
  | { found: false; fault: "malformed" | "unknown" }
  | {
      found: true;
      /** Null while it opens the form. */
      fault: "used" | "revoked" | "expired" | null;
      expiresOn: string | null;
      /** The point and the one survey that the code invites to, as the page of a point has them. */
      at: Extract<FoundPoint, { found: true }>;
    };

/**
 * What a one-time code invites to. The point stands under the code itself, so that nothing on the page or on the device
 * leads to another form. @param today ISO day in TIME_ZONE.
 */
export async function findInvitation(
  database: Database,
  { code: typed, today }: { code: string; today: string },
): Promise<FoundInvitation> {
  const code = normalizeCode(typed);
  if (!isWellFormedInvitation(code)) return { found: false, fault: "malformed" };
  const stored = await findStored(database, code, today);
  if (!stored) return { found: false, fault: "unknown" };
  const { state, expiresOn, revokedAt, point, survey, checksum, ownerName } = stored;
  const { versionId, ...facts } = survey;
  const questionnaire = await readVersion(database, versionId);
  const there = { ...facts, checksum, ownerName, questionnaire, state: collectionState(survey, today) };
  const fault =
    state === "used"
      ? "used"
      : state === "revoked" || revokedAt !== null
        ? "revoked"
        : expiresOn !== null && expiresOn < today
          ? "expired"
          : null;
  return {
    found: true,
    fault,
    expiresOn,
    at: { found: true, point: { ...point, code }, surveys: [there], retired: null },
  };
}
