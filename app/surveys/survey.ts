/** A questionnaire version in the field: its lifecycle, its window and the basis of its sample. */

import { dayOf } from "~/i18n/dates";

/** Draft → open ⇄ paused → closed → finalised; a closed survey may be opened again, a finalised one never changes. */
export const SURVEY_STATUSES = ["draft", "open", "paused", "closed", "finalised"] as const;
export type SurveyStatus = (typeof SURVEY_STATUSES)[number];

/** How the persons came into the sample; printed beside every index (statistics: "Basis of the sample"). */
export const SAMPLE_BASES = ["probability", "census", "quota", "voluntary"] as const;
export type SampleBasis = (typeof SAMPLE_BASES)[number];

/** Whether intervals describe sampling error, or only model it as if the answers were a random sample. */
export function isProbabilityBasis(basis: SampleBasis): boolean {
  return basis === "probability" || basis === "census";
}

/** What decides where a survey stands. Days are ISO days in TIME_ZONE; both are inside the window. */
export interface Lifecycle {
  status: SurveyStatus;
  opensOn: string;
  closesOn: string;
}

/**
 * Where a survey stands for the officers who run it: the status that they set, told together with its window. An opened
 * survey is `scheduled` before its window, `collecting` inside it and `expired` after it, whether or not the step that its
 * last day brings has been recorded yet.
 */
export type SurveyStage = "draft" | "scheduled" | "collecting" | "paused" | "expired" | "closed" | "finalised";

/** @param now the present day, ISO, in TIME_ZONE. */
export function surveyStage({ status, opensOn, closesOn }: Lifecycle, now: string): SurveyStage {
  if (status !== "open" && status !== "paused") return status;
  if (now > closesOn) return "expired";
  if (status === "paused") return "paused";
  return now < opensOn ? "scheduled" : "collecting";
}

/** The last day of its window so far (ISO, in TIME_ZONE): the day whose units and whose end its figures are told by. */
export function lastFieldDay({ closesOn }: Pick<Lifecycle, "closesOn">, today: string): string {
  return closesOn < today ? closesOn : today;
}

/** The last day on which answers were taken (ISO, in TIME_ZONE): that of its window, or an earlier one on which it was closed. */
export function fieldworkEnd(
  { closesOn, closedAt }: Pick<Lifecycle, "closesOn"> & { closedAt: string | null },
  timeZone: string,
): string {
  const closed = closedAt === null ? closesOn : dayOf(new Date(closedAt), timeZone);
  return closed < closesOn ? closed : closesOn;
}

/** Where a survey stands for somebody who wants to answer on a given day. */
export type CollectionState = "not-yet-open" | "open" | "paused" | "closed";

/**
 * State on a day (ISO, in TIME_ZONE). A draft is not yet open whatever its dates, unless they are over, and a survey
 * closed by hand is closed even inside its window. A pause before the first day is nobody's business yet.
 */
export function collectionState(survey: Lifecycle, today: string): CollectionState {
  switch (surveyStage(survey, today)) {
    case "draft":
      return today > survey.closesOn ? "closed" : "not-yet-open";
    case "scheduled":
      return "not-yet-open";
    case "paused":
      return today < survey.opensOn ? "not-yet-open" : "paused";
    case "collecting":
      return "open";
    case "expired":
    case "closed":
    case "finalised":
      return "closed";
  }
}
