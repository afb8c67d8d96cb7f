import { ROLL_UP_NAME, SIZE_NAME } from "~/i18n/names";
import { ALL_UNITS } from "~/indices/measure-groups";
import { sizeView, standingText } from "~/indices/size-view";
import { MeasureIndex, measureIndexOf, type SurveyResults } from "~/indices/survey-results";
import { scoredItems } from "~/questionnaires/questionnaire";
import { collectionState } from "~/surveys/survey";
import type { ReportIssuer } from "../letterhead";
import { deadlineOn, type ReformTask } from "../reform-plan";
import { type Block, paragraph } from "../report-document";

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
  /** How the snapshot of its figures is named; null: they come from none. */
  snapshot: string | null;
  /** The year before in a sentence; absent where the report does not speak of it. */
  lastYear?: string;
}

/** The input and what every section looks up in it. */
export interface ReportContext extends ReportInput {
  /** Whose figures the sections tell: a unit's key, or `*` for all together. */
  unit: string;
  measures: MeasureIndex;
  /** Estimates of branches theo quy mô. */
  sized: MeasureIndex;
  hasIndex: boolean;
  /** Figures may still change: the survey runs on, or the month of the report has not come. */
  provisional: boolean;
}

export function reportContext(input: ReportInput, unit = ALL_UNITS): ReportContext {
  return {
    ...input,
    unit,
    measures: measureIndexOf(input.results),
    sized: new MeasureIndex(input.results.bySize.rows),
    hasIndex: scoredItems(input.results.questionnaire).length > 0,
    provisional: isProvisional(input),
  };
}

/**
 * How the figures of a branch, or of all, stand in a report: theo quy mô first where that is published, then pooled,
 * both named; pooled alone without a name of its own else.
 */
export function inBothWays({
  measures,
  sized,
  unit,
}: Pick<ReportContext, "measures" | "sized" | "unit">): { measures: MeasureIndex; called: (name: string) => string }[] {
  if (sized.find(unit, "overall")?.suppressed !== null) return [{ measures, called: (name) => name }];
  return [
    { measures: sized, called: (name) => `${name} (${SIZE_NAME})` },
    { measures, called: (name) => `${name} (${ROLL_UP_NAME})` },
  ];
}

/** What the figure theo quy mô speaks for, or what is missing for it. */
export function standingParagraphs({ results }: Pick<ReportContext, "results">, unit: string): Block[] {
  const { standing } = sizeView(results.bySize, unit);
  return standing ? [paragraph(standingText(standing))] : [];
}

/**
 * While answers come in, or until the month in which the plan wants the report (December where it names none); figures that
 * have been fixed no longer change.
 */
function isProvisional({ results, task, planYear, today }: ReportInput): boolean {
  if (results.survey.status === "finalised") return false;
  if (collectionState(results.survey, today) !== "closed") return true;
  const deadline = (task && deadlineOn(task, planYear)) ?? `${planYear}-12-31`;
  return today < `${deadline.slice(0, 7)}-01`;
}
