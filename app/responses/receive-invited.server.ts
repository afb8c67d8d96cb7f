import type { FoundInvitation } from "~/collection-points/find-invitation.server";
import { dayOf } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { type AnswerPage, type InvitationPage, openAnswerPage } from "./answer-page";
import { believableTimes } from "./filling-times";
import type { FormBody } from "./form-body";
import { type FormValues, gatherValues } from "./form-fields";
import { parseEnvelope } from "./parse-envelope";
import { type Received, receiveSubmission } from "./receive-submission.server";

type Visit = Parameters<typeof receiveSubmission>[3];

/** The page that a visitor with a one-time code meets: the form, the state of its survey, or why the code opens nothing. */
export function openInvitation(found: FoundInvitation, visit: Visit): AnswerPage {
  if (!found.found || found.fault !== null) return faultPage(found, visit.typed, gatherValues([]));
  return withoutProof(openAnswerPage(found.at, { ...visit, wantedId: null }, visit.freshIdentity));
}

/**
 * Takes a form sent to the address of a one-time code; one that was finished before the code expired is taken after it.
 * A used code still takes what its own sender sends again: the
 * same answers, or a correction within ten minutes, known by the id that came with the page.
 */
export async function receiveInvited(
  database: Database,
  body: FormBody,
  found: FoundInvitation,
  visit: Visit,
  device: string | null,
): Promise<Received> {
  const values = body.ok || body.reason === "too-large" ? gatherValues(body.fields) : gatherValues([]);
  if (!found.found || (found.fault !== null && found.fault !== "used" && !wasInTime(found, values, visit))) {
    return { taken: false, page: faultPage(found, visit.typed, values) };
  }
  const { point } = found.at;
  const sender = { channel: "link", device, invitation: point.code } as const;
  const received = await receiveSubmission(database, body, found.at, visit, sender);
  if (received.taken) return received;
  // Nothing that is wrong with a form matters where it cannot be sent again.
  if (found.fault === "used" && received.page.kind === "form") {
    return { taken: false, page: faultPage(found, visit.typed, values) };
  }
  return { taken: false, page: withoutProof(received.page) };
}

/** Whether a code has expired only since a device that had no network was told to send the form. */
function wasInTime(found: Extract<FoundInvitation, { found: true }>, values: FormValues, visit: Visit): boolean {
  if (found.fault !== "expired" || found.expiresOn === null) return false;
  const envelope = parseEnvelope(values);
  return (
    envelope !== null &&
    dayOf(new Date(believableTimes(envelope, visit.now).finishedAt), visit.timeZone) <= found.expiresOn
  );
}

function withoutProof(page: AnswerPage): AnswerPage {
  return page.kind === "form" ? { ...page, proofBits: null } : page;
}

function faultPage(found: FoundInvitation, typed: string, values: FormValues): InvitationPage {
  if (!found.found) {
    return { kind: "invitation", fault: found.fault, point: null, day: null, sentTo: null, values, typed };
  }
  const [sentTo = null] = found.at.surveys;
  const day = found.fault === "expired" ? found.expiresOn : null;
  return { kind: "invitation", fault: found.fault ?? "used", point: found.at.point, day, sentTo, values, typed };
}
