import type { FoundPoint } from "~/collection-points/find-point.server";
import { type Dictionary, inBoth } from "~/i18n";
import type { Database } from "~db/open-database.server";
import { holdBurst } from "~db/repositories/held-responses";
import { type AnswerPage, formPage, openAnswerPage, type PageIdentity } from "./answer-page";
import type { ArrivalWatch } from "./arrival-watch";
import { believableTimes, type FillingTimes, finishedBeforePause, standingAfterClose } from "./filling-times";
import type { FormBody } from "./form-body";
import { type FormValues, gatherValues } from "./form-fields";
import { judgeArrival } from "./judge-arrival";
import { type Envelope, parseEnvelope } from "./parse-envelope";
import { type Problem, parseSubmission } from "./parse-submission";
import { isProof } from "./proof-of-work";
import { recordResponse } from "./record-response.server";

/** Forms that arrived this long before a burst was noticed are held with it: the window it is measured in. */
const BURST_WINDOW_MS = 60_000;

interface Visit {
  typed: string;
  wantedId: number | null;
  today: string;
  now: Date;
  timeZone: string;
  arrivals: ArrivalWatch;
  /** For the page that comes back when the one sent is not usable. */
  freshIdentity: PageIdentity;
}

/**
 * Who sends, as far as it matters: a tablet that an officer enrolled at the point, an interviewer assigned there, or any
 * other device.
 */
export interface Sender {
  channel: "qr" | "kiosk" | "interviewer" | "link";
  /** Pseudonym of the interviewer. */
  interviewer?: string;
  /** Random token of the device; null before its first answer. */
  device: string | null;
  /** The one-time code that opened the form. */
  invitation?: string;
}

export type Received = { taken: true; surveyId: number } | { taken: false; page: AnswerPage };

/** Takes a form sent to a point's address: stores it, or says with which page to answer. Nothing typed is ever lost. */
export async function receiveSubmission(
  database: Database,
  body: FormBody,
  found: FoundPoint,
  visit: Visit,
  sender: Sender,
): Promise<Received> {
  if (!body.ok && body.reason !== "too-large") return refuse({ kind: "unreadable", reason: body.reason });
  const values = gatherValues(body.fields);
  const envelope = parseEnvelope(values);
  const times = believableTimes(envelope ?? { startedAt: null, finishedAt: null }, visit.now);
  const { page, late } = pageSentTo(stillServing(found, times, sender), visit, { envelope, times, values });
  if (page.kind !== "form") return refuse(page);
  const problem = problemOfPage(body, envelope, page.survey.id);
  if (problem || !envelope) return refuse({ ...page, problems: problem ? [problem] : [] });
  if (envelope.intent === "show") return refuse(page);
  if (envelope.version !== page.survey.checksum)
    return refuse({ ...page, problems: [wholePage("version", (text) => text.problems.version)] });
  const parsed = parseSubmission(page.survey.questionnaire, body.fields);
  if (!parsed.ok) return refuse({ ...page, problems: parsed.problems });
  const { point, survey } = page;
  // From here to the storing nothing else may run in between: the count and the mark belong to this form.
  const pressure =
    sender.channel !== "qr" ? null : visit.arrivals.register({ pointId: point.id, device: sender.device }, visit.now);
  const flags = judgeArrival({
    times,
    answered: Object.keys(parsed.answers).length + Object.keys(parsed.texts).length,
    honeypot: envelope.honeypot,
    // A one-time code is hard enough to come by.
    proven: sender.invitation !== undefined || isProof(envelope.responseId, envelope.proof, pressure?.proofBits ?? 0),
    pressure,
    late,
  });
  const outcome = await recordResponse(
    database,
    {
      responseId: envelope.responseId,
      surveyId: survey.id,
      unitId: point.unitId,
      pointId: point.id,
      channel: sender.channel,
      interviewer: sender.interviewer ?? null,
      language: envelope.language,
      startedAt: times.startedAt,
      finishedAt: times.finishedAt,
      noticeVersion: envelope.noticeVersion,
      flags,
      questionnaire: survey.questionnaire,
      answers: parsed.answers,
      texts: parsed.texts,
      intent: envelope.intent,
      invitation: sender.invitation,
    },
    visit.now,
  );
  // Also a form that was judged just before the burst was noticed and stored just after it.
  if (pressure?.burstBegins || (!pressure?.burst && visit.arrivals.isBurst(point.id, visit.now))) {
    await holdBurst(database, { pointId: point.id, since: new Date(visit.now.getTime() - BURST_WINDOW_MS) });
  }
  if (outcome === "used")
    return refuse({ kind: "invitation", fault: "used", point, day: null, sentTo: survey, values, typed: visit.typed });
  const once = sender.invitation !== undefined;
  if (outcome === "conflict") return refuse({ kind: "conflict", point, survey, values, once });
  return { taken: true, surveyId: survey.id };
}

function refuse(page: AnswerPage): Received {
  return { taken: false, page };
}

/**
 * The page that a form belongs to, holding what was sent. Where the survey has closed meanwhile it is still the form's
 * for answers finished before, `late` when they come after the days of grace or the fixing of results; a pause is no
 * matter for what was finished before it.
 */
function pageSentTo(
  found: FoundPoint,
  visit: Visit,
  { envelope, times, values }: { envelope: Envelope | null; times: FillingTimes; values: FormValues },
): { page: AnswerPage; late: boolean } {
  const identity = {
    responseId: envelope?.responseId ?? visit.freshIdentity.responseId,
    startedAt: envelope?.startedAt ?? visit.freshIdentity.startedAt,
  };
  const page = openAnswerPage(found, { ...visit, wantedId: envelope?.surveyId ?? visit.wantedId }, identity);
  if (page.kind === "paused" && envelope && finishedBeforePause(page.survey, times)) {
    const { point, survey } = page;
    return { page: formPage({ point, survey }, visit, identity, values), late: false };
  }
  if (page.kind === "closed") {
    const standing = standingAfterClose(page.survey, times, visit.now, visit.timeZone);
    if (envelope && standing !== "after-close") {
      const { point, survey } = page;
      return { page: formPage({ point, survey }, visit, identity, values), late: standing === "late" };
    }
  }
  return { page: "values" in page ? { ...page, values } : page, late: false };
}

/**
 * The point as it was when a form was finished: a code that was withdrawn later served then. A tablet enrolled at the
 * point needs no code to be trusted, and may not have heard yet that there is a new one.
 */
function stillServing(found: FoundPoint, { finishedAt }: FillingTimes, { channel }: Sender): FoundPoint {
  if (!found.found || !found.retired) return found;
  const { at, replaced } = found.retired;
  return finishedAt < at || (channel !== "qr" && replaced) ? { ...found, retired: null } : found;
}

/** What is wrong with what was sent as a whole, whatever was answered on it. */
function problemOfPage(body: FormBody, envelope: Envelope | null, surveyId: number): Problem | null {
  if (!body.ok) return wholePage("too-large", (text) => text.problems.tooLarge);
  // A survey that is not at this point: another one stands there in its place.
  if (envelope?.surveyId !== surveyId) return wholePage("envelope", (text) => text.problems.envelope);
  return null;
}

function wholePage(kind: Problem["kind"], pick: (text: Dictionary) => string): Problem {
  return { kind, field: null, itemCode: null, message: inBoth(pick) };
}
