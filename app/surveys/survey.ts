/** A questionnaire version in the field: its lifecycle, its window and the basis of its sample. */

export const SURVEY_STATUSES = ["draft", "open", "closed"] as const;
export type SurveyStatus = (typeof SURVEY_STATUSES)[number];

/** How the persons came into the sample; printed beside every index (statistics: "Basis of the sample"). */
export const SAMPLE_BASES = ["probability", "census", "quota", "voluntary"] as const;
export type SampleBasis = (typeof SAMPLE_BASES)[number];

/** Whether intervals describe sampling error, or only model it as if the answers were a random sample. */
export function isProbabilityBasis(basis: SampleBasis): boolean {
  return basis === "probability" || basis === "census";
}

/** Where a survey stands for somebody who wants to answer on a given day. */
export type CollectionState = "not-yet-open" | "open" | "closed";

/**
 * State on a day (ISO, in TIME_ZONE). Both days of the window are inside it. A draft is not yet open whatever its dates,
 * and a survey closed by hand is closed even inside its window.
 */
export function collectionState(
  survey: { status: SurveyStatus; opensOn: string; closesOn: string },
  today: string,
): CollectionState {
  if (survey.status === "closed" || today > survey.closesOn) return "closed";
  if (survey.status === "draft" || today < survey.opensOn) return "not-yet-open";
  return "open";
}
