import { chooseSurvey, nextOpening } from "~/collection-points/choose-survey";
import type { InvitationFault } from "~/collection-points/find-invitation.server";
import type { FoundPoint, PointSurvey } from "~/collection-points/find-point.server";
import { dayOf } from "~/i18n/dates";
import type { ArrivalWatch } from "./arrival-watch";
import { type FormValues, gatherValues } from "./form-fields";
import type { Problem } from "./parse-submission";

export type AnswerPoint = Extract<FoundPoint, { found: true }>["point"];

/** The id that comes with a form page and the instant it was made. */
export interface PageIdentity {
  responseId: string;
  startedAt: string;
}

interface AtSurvey {
  point: AnswerPoint;
  survey: PointSurvey;
}

/** A form page, fresh or come back with what was sent and why it was not taken. */
export interface FormPage extends AtSurvey, PageIdentity {
  kind: "form";
  /** Zero bits of the proof of work that it must come with; null while its point is not under attack. */
  proofBits: number | null;
  values: FormValues;
  problems: readonly Problem[];
}

/** No answers are taken on this day; `values` holds those that were sent all the same. */
export interface OutsideWindowPage extends AtSurvey {
  kind: "not-yet-open" | "closed";
  day: string | null;
  /** First day of the next survey at this point, where one is planned. */
  nextOn: string | null;
  values: FormValues;
}

/** The survey is paused; `values` holds answers that were sent all the same, to be sent again from here later. */
export interface PausedPage extends AtSurvey, PageIdentity {
  kind: "paused";
  proofBits: number | null;
  values: FormValues;
}

/** The code no longer serves; `values` holds answers that were sent all the same, to the survey `sentTo`. */
export interface RetiredPage {
  kind: "retired";
  point: AnswerPoint;
  /** Since when, in TIME_ZONE. */
  day: string;
  replaced: boolean;
  sentTo: PointSurvey | null;
  values: FormValues;
}

/** A one-time code that opens no form; `values` holds answers that were sent all the same, to the survey `sentTo`. */
export interface InvitationPage {
  kind: "invitation";
  fault: InvitationFault;
  /** Null where the code is nobody's. */
  point: AnswerPoint | null;
  /** The last day on which it was good, where it has expired. */
  day: string | null;
  sentTo: PointSurvey | null;
  values: FormValues;
  typed: string;
}

/** What stands at the address of a collection point. */
export type AnswerPage =
  | FormPage
  | OutsideWindowPage
  | PausedPage
  | (AtSurvey & { kind: "conflict"; values: FormValues; once: boolean })
  | { kind: "choose"; point: AnswerPoint; surveys: readonly PointSurvey[] }
  | { kind: "no-survey"; point: AnswerPoint }
  | RetiredPage
  | InvitationPage
  | { kind: "missing"; reason: "malformed" | "unknown"; typed: string }
  | { kind: "unreadable"; reason: "content-type" | "encoding" };

/** The page a visitor meets at a point. */
export function openAnswerPage(
  found: FoundPoint,
  visit: {
    typed: string;
    wantedId: number | null;
    today: string;
    timeZone: string;
    now: Date;
    arrivals: ArrivalWatch;
  },
  identity: PageIdentity,
): AnswerPage {
  if (!found.found) return { kind: "missing", reason: found.reason, typed: visit.typed };
  const { point, retired } = found;
  if (retired) {
    const day = dayOf(new Date(retired.at), visit.timeZone);
    const sentTo = found.surveys.find(({ id }) => id === visit.wantedId) ?? null;
    return { kind: "retired", point, day, replaced: retired.replaced, sentTo, values: gatherValues([]) };
  }
  const choice = chooseSurvey(found.surveys, visit);
  switch (choice.kind) {
    case "none":
      return { kind: "no-survey", point };
    case "choose":
      return { kind: "choose", point, surveys: choice.surveys };
    case "open":
      return formPage({ point, survey: choice.survey }, visit, identity);
    case "paused": {
      const { problems: _none, ...page } = formPage({ point, survey: choice.survey }, visit, identity);
      return { ...page, kind: "paused" };
    }
    default: {
      const { kind, survey, day } = choice;
      return { kind, point, survey, day, nextOn: nextOpening(found.surveys, visit.today), values: gatherValues([]) };
    }
  }
}

/** The form of a survey at a point as a visitor meets it, with what was answered before where it comes back. */
export function formPage(
  { point, survey }: AtSurvey,
  { arrivals, now }: { arrivals: ArrivalWatch; now: Date },
  identity: PageIdentity,
  values: FormValues = gatherValues([]),
): FormPage {
  const proofBits = arrivals.proofBits(point.id, now);
  return { kind: "form", point, survey, ...identity, proofBits, values, problems: [] };
}

/** HTTP status of a page that answers a form: a choice between surveys is fine to open, but does not take what was sent. */
export function refusalStatus(page: AnswerPage): number {
  return page.kind === "choose" ? 422 : answerPageStatus(page);
}

/** HTTP status that says the same as the page. */
export function answerPageStatus(page: AnswerPage): number {
  switch (page.kind) {
    case "form":
      if (page.problems.length === 0) return 200;
      return page.problems.some(({ kind }) => kind === "too-large") ? 413 : 422;
    case "not-yet-open":
      return 403;
    // Locked for now, unlike what is over: devices keep the forms they hold and send them again later.
    case "paused":
      return 423;
    case "closed":
    case "retired":
      return 410;
    case "invitation":
      return page.point ? 410 : 404;
    case "conflict":
      return 409;
    case "choose":
      return 200;
    case "no-survey":
    case "missing":
      return 404;
    case "unreadable":
      return page.reason === "content-type" ? 415 : 400;
  }
}
