import { scoredItems } from "~/questionnaires/questionnaire";
import type { Analysis } from "./analysis";
import { NO_FILTER, profileItems } from "./analysis-filter";
import { crossTable } from "./cross-table";
import type { MeasureRow } from "./result";

/** The overall index, as a cross-table is asked for it. */
export const OVERALL = "*";

/** The overall index by the answers to one question about the respondent, masked as the profile page of the analysis is. */
export interface RespondentIndices {
  /** Code of the question. */
  item: string;
  /** One group for each answer in the form's order, last those who gave none (`option` null). */
  groups: { option: number | null; label: string | null; row: MeasureRow | null }[];
}

/**
 * {@link RespondentIndices} for every question about the respondent, one after another, so that whoever reckons them can
 * let others in between; none where the form has no index.
 */
export function* respondentIndices(analysis: Analysis): Generator<RespondentIndices> {
  const { questionnaire } = analysis.results;
  if (scoredItems(questionnaire).length === 0) return;
  for (const { code } of profileItems(questionnaire)) {
    const groups = crossTable(analysis, NO_FILTER, { by: code, item: OVERALL });
    yield { item: code, groups: groups.map(({ option, label, row }) => ({ option, label, row: row ?? null })) };
  }
}
