import type { Analysis } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { analysisGroup } from "./analysis-group";
import { type Comparison, comparedGroups } from "./compared-groups";
import { type CrossChoice, type CrossRow, crossTable } from "./cross-table";
import { type FactorReliability, factorReliability } from "./factor-reliability";
import { type HeatRow, splitHeatRows } from "./heat-table";
import { outcomeItems } from "./outcome-items";
import { type RankBy, rankUnits, type UnitRanking } from "./rank-units";
import type { MeasureRow } from "./result";
import { type Drivers, satisfactionDrivers } from "./satisfaction-drivers";
import { tablesOf } from "./split-memory";
import { cutsOfFilter } from "./split-persons";

/** What a page of the analysts' room asks of the records behind results; the same whoever asks it, so that it is answered once. */
export type AnalysisQuestion = { filter: AnalysisFilter } & (
  | { ask: "units" }
  | { ask: "ranking"; by: RankBy }
  | { ask: "profile"; choice: CrossChoice }
  | { ask: "group" }
  | { ask: "drivers"; outcome: string | null }
  | { ask: "compare"; pair: { first: string; second: string } }
);

/** How a group of a filter answered, all of it masked. */
interface AskedGroup {
  persons: number | null;
  leftOut: number;
}

/** What is told of each question, masked: nothing else leaves the thread that has the records. */
export interface AnalysisAnswers {
  units: HeatRow[];
  ranking: UnitRanking;
  profile: CrossRow[];
  group: AskedGroup & { measures: MeasureRow[] };
  drivers: AskedGroup & { drivers: Drivers | null; reliability: FactorReliability[] };
  compare: Comparison;
}
export type AnswerTo<Question extends AnalysisQuestion> = AnalysisAnswers[Question["ask"]];

/** Answers a question from the records. */
export function answerAnalysis(analysis: Analysis, question: AnalysisQuestion): AnalysisAnswers[keyof AnalysisAnswers] {
  const { filter } = question;
  switch (question.ask) {
    case "units":
      return splitHeatRows(analysis, filter);
    case "ranking": {
      const rows = splitHeatRows(analysis, filter, question.by.level === "item" ? question.by.code : null);
      return rankUnits(analysis.results, rows, question.by);
    }
    case "profile":
      return crossTable(analysis, filter, question.choice);
    case "compare":
      return comparedGroups(analysis, question.pair, filter);
    case "group": {
      const { persons, leftOut, measures } = analysisGroup(analysis, filter);
      return { persons, leftOut, measures };
    }
    case "drivers":
      return driversOf(analysis, filter, question.outcome);
  }
}

/** Names of the tables of units × values that the answer to a question may tell. */
export function tablesOfQuestion(analysis: Analysis, question: AnalysisQuestion): string[] {
  if (question.ask !== "profile") return tablesOf(waysOf(analysis, question.filter), null);
  const { by, item } = question.choice;
  return tablesOf([...waysOf(analysis, { ...question.filter, profile: null }), by], item);
}

function waysOf(analysis: Analysis, filter: AnalysisFilter): string[] {
  return cutsOfFilter(analysis, filter).map(({ way }) => way.name);
}

function driversOf(analysis: Analysis, filter: AnalysisFilter, code: string | null): AnalysisAnswers["drivers"] {
  const { questionnaire, minimums } = analysis.results;
  const group = analysisGroup(analysis, filter);
  const outcome = outcomeItems(questionnaire).find((one) => one.code === code);
  return {
    ...{ persons: group.persons, leftOut: group.leftOut },
    drivers: outcome ? satisfactionDrivers(analysis.frame, group, outcome, minimums.unit) : null,
    reliability: factorReliability(analysis.frame, group, minimums.cell),
  };
}
