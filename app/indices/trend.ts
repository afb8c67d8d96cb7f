import { formatDay } from "~/i18n/dates";
import { isProbabilityBasis, type SampleBasis } from "~/surveys/survey";
import type { Break } from "./break-markers";
import type { JudgedDifference } from "./compare-rows";
import type { MeasureRow } from "./result";

/** Figures of one survey of a series, over the linked items alone, masked. */
export interface TrendPoint {
  survey: { id: number; title: string; opensOn: string; closesOn: string; basis: SampleBasis; simulated: boolean };
  /** Absent where the unit cannot be told apart in the answers of that time. Theo quy mô where the whole series is. */
  overall: MeasureRow | null;
  /** The pooled figure, where the one above is theo quy mô. */
  pooled: MeasureRow | null;
  /** By the code of the item in the latest survey. */
  items: Record<string, MeasureRow>;
  /** What sets it apart from the survey before it. */
  breaks: Break[];
  /** Of the overall rate from the survey before; null where either is withheld. */
  change: JudgedDifference | null;
  /** Units of that time of which only a part is in the unit of today: they are why there is no figure. */
  split: SplitUnit[];
  /** Units of that time, since gone, whose answers the figure of the unit of today consists of. */
  madeOf: string[];
  /** First day of the state that the unit of today got while the survey ran: answers of before stand with the units of then. */
  changedOn: string[];
}

/** A unit that was divided, from a day on, among units of today. */
export interface SplitUnit {
  name: string;
  on: string;
  into: string[];
}

export interface Trend {
  /** Oldest first; the survey itself is the last. */
  points: TrendPoint[];
  /** Whether the overall figures are theo quy mô: only where every survey has such a figure of the same items. */
  isSized: boolean;
  items: { code: string; text: string; reworded: boolean; change: JudgedDifference | null }[];
  /** Scored items of the survey that are left out, having no counterpart in every survey shown. */
  unlinked: string[];
  /** Surveys that could be shown, oldest first. */
  choices: { id: number; title: string; opensOn: string; chosen: boolean }[];
  unit: { key: string; name: string } | null;
  /** Units of the survey within the viewer's scope. */
  units: { key: string; name: string }[];
}

/** What a column may call each survey: the year it began, or the day where two began in one year. */
export function shortNamesOf(surveys: readonly { id: number; opensOn: string }[]): Map<number, string> {
  const years = surveys.map(({ opensOn }) => opensOn.slice(0, 4));
  const distinct = new Set(years).size === years.length;
  return new Map(surveys.map(({ id, opensOn }, at) => [id, distinct ? (years[at] ?? "") : formatDay(opensOn)]));
}

/** The basis by which a series is read: one survey whose sample was not drawn by chance makes the whole no more than that. */
export function weakestBasis(points: readonly TrendPoint[]): SampleBasis | undefined {
  const bases = points.map(({ survey }) => survey.basis);
  return bases.find((basis) => !isProbabilityBasis(basis)) ?? bases[0];
}
