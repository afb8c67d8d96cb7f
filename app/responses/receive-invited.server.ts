import type { FoundInvitation } from "~/collection-points/find-invitation.server";
import type { Database } from "~db/open-database.server";
import { type AnswerPage, type InvitationPage, openAnswerPage } from "./answer-page";
import type { FormBody } from "./form-body";
import { type FormValues, gatherValues } from "./form-fields";
import { type Received, receiveSubmission } from "./receive-submission.server";

type Visit = Parameters<typeof receiveSubmission>[3];

/** The page that a visitor with a one-time code meets: the form, the state of its survey, or why the code opens nothing. */
export function openInvitation(found: FoundInvitation, visit: Visit): AnswerPage {
  if (!found.found || found.fault !== null) return faultPage(found, visit.typed, gatherValues([]));
  return withoutProof(openAnswerPage(found.at, { ...visit, wantedId: null }, visit.freshIdentity));
}

/**
 * Takes a form sent to the address of a one-time code. A used code still takes what its own sender sends again: the
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
  if (!found.found || (found.fault !== null && found.fault !== "used")) {
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
