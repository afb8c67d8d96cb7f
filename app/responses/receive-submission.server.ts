import type { FoundPoint } from "~/collection-points/find-point.server";
import { inBoth } from "~/i18n";
import type { Database } from "~db/open-database.server";
import { type AnswerPage, openAnswerPage, type PageIdentity } from "./answer-page";
import type { FormBody } from "./form-body";
import { gatherValues } from "./form-fields";
import { type Envelope, parseEnvelope } from "./parse-envelope";
import { type Problem, parseSubmission } from "./parse-submission";
import { recordResponse } from "./record-response.server";

/** Answers kept offline may be sent late; a start before that is not believable. */
const LONGEST_FILLING_MS = 31 * 24 * 60 * 60 * 1000;

interface Visit {
  typed: string;
  wantedId: number | null;
  today: string;
  now: Date;
  /** For the page that comes back when the one sent is not usable. */
  freshIdentity: PageIdentity;
}

export type Received = { taken: true; surveyId: number } | { taken: false; page: AnswerPage };

/** Takes a form sent to a point's address: stores it, or says with which page to answer. Nothing typed is ever lost. */
export async function receiveSubmission(
  database: Database,
  body: FormBody,
  found: FoundPoint,
  visit: Visit,
): Promise<Received> {
  if (!body.ok && body.reason !== "too-large") return refuse({ kind: "unreadable", reason: body.reason });
  const values = gatherValues(body.fields);
  const envelope = parseEnvelope(values);
  const page = openAnswerPage(
    found,
    { ...visit, wantedId: envelope?.surveyId ?? visit.wantedId },
    envelope ? identityOf(envelope, visit.freshIdentity) : visit.freshIdentity,
  );
  if (page.kind === "not-yet-open" || page.kind === "closed") return refuse({ ...page, values });
  if (page.kind !== "form") return refuse(page);
  const problem = problemOfPage(body, envelope, page.survey.checksum);
  if (problem || !envelope) return refuse({ ...page, values, problems: problem ? [problem] : [] });
  const parsed = parseSubmission(page.survey.questionnaire, body.fields);
  if (!parsed.ok) return refuse({ ...page, values, problems: parsed.problems });
  const outcome = await recordResponse(
    database,
    {
      responseId: envelope.responseId,
      surveyId: page.survey.id,
      unitId: page.point.unitId,
      pointId: page.point.id,
      channel: "qr",
      language: envelope.language,
      startedAt: believableStart(envelope.startedAt, visit.now),
      finishedAt: visit.now.toISOString(),
      noticeVersion: null,
      flags: [],
      questionnaire: page.survey.questionnaire,
      answers: parsed.answers,
      texts: parsed.texts,
      intent: envelope.intent,
    },
    visit.now,
  );
  if (outcome === "conflict") return refuse({ kind: "conflict", point: page.point, survey: page.survey, values });
  return { taken: true, surveyId: page.survey.id };
}

function refuse(page: AnswerPage): Received {
  return { taken: false, page };
}

function identityOf({ responseId, startedAt }: Envelope, fresh: PageIdentity): PageIdentity {
  return { responseId, startedAt: startedAt ?? fresh.startedAt };
}

/** What is wrong with the page as a whole, whatever was answered on it. */
function problemOfPage(body: FormBody, envelope: Envelope | null, checksum: string): Problem | null {
  if (!body.ok)
    return wholePage(
      "too-large",
      inBoth((text) => text.problems.tooLarge),
    );
  if (!envelope)
    return wholePage(
      "envelope",
      inBoth((text) => text.problems.envelope),
    );
  if (envelope.version !== checksum)
    return wholePage(
      "version",
      inBoth((text) => text.problems.version),
    );
  return null;
}

function wholePage(kind: Problem["kind"], message: Problem["message"]): Problem {
  return { kind, field: null, itemCode: null, message };
}

/** The start as a UTC instant, or null where it lies in the future or too far back. */
function believableStart(startedAt: string | null, now: Date): string | null {
  if (startedAt === null) return null;
  const start = new Date(startedAt);
  const filling = now.getTime() - start.getTime();
  return filling >= 0 && filling <= LONGEST_FILLING_MS ? start.toISOString() : null;
}
