import { MeasureIndex, type SurveyResults } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import { collectionState } from "~/surveys/survey";
import type { ReportIssuer } from "../letterhead";
import { deadlineOn, type ReformTask } from "../reform-plan";

/** What a report is made from. `today` is the day of the document, ISO, in the province's time zone. */
export interface ReportInput {
  results: SurveyResults;
  /** Task of the yearly plan the report answers, or null for a survey outside the plan. */
  task: ReformTask | null;
  planYear: number;
  /** What the plan says of its own origin, such as that it is a draft of the system; null without a plan. */
  planNote: string | null;
  today: string;
  issuedBy: ReportIssuer;
}

/** The input and what every section looks up in it. */
export interface ReportContext extends ReportInput {
  measures: MeasureIndex;
  hasIndex: boolean;
  /** Figures may still change: the survey runs on, or the month of the report has not come. */
  provisional: boolean;
}

export function reportContext(input: ReportInput): ReportContext {
  return {
    ...input,
    measures: new MeasureIndex(input.results.measures),
    hasIndex: scoredItems(input.results.questionnaire).length > 0,
    provisional: isProvisional(input),
  };
}

/** Before the month in which the plan wants the report (December where it names none), or while answers come in. */
function isProvisional({ results, task, planYear, today }: ReportInput): boolean {
  if (collectionState(results.survey, today) !== "closed") return true;
  const deadline = (task && deadlineOn(task, planYear)) ?? `${planYear}-12-31`;
  return today < `${deadline.slice(0, 7)}-01`;
}
