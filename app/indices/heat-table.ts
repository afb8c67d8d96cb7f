import { scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { byName } from "~/units/tree-order";
import { type Analysis, subtreeOf, unitsOfFilter } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { cutOfUnit, hiddenBy } from "./analysis-group";
import { rowsOfGroups } from "./group-rows";
import type { IndexMeasure } from "./index-estimate";
import type { MeasureRow } from "./result";
import { headlineIndex, headlineRows } from "./results-view";
import { cutsOfFilter } from "./split-persons";
import { measuresOf, type ResultUnit, type SurveyResults } from "./survey-results";

/** A unit with its overall index and those of its factors, in the order of the questionnaire. */
export interface HeatRow {
  unit: Pick<ResultUnit, "key" | "name" | "code" | "place" | "depth" | "surveyed">;
  /** Persons, null where masked. */
  persons: number | null;
  overall: MeasureRow | undefined;
  factors: (MeasureRow | undefined)[];
  /** The pooled overall figure of a branch whose figures are theo quy mô. */
  pooled?: MeasureRow | undefined;
  /** Of one scored item, where it is asked for. */
  item?: MeasureRow | undefined;
}

/** By what the rows may stand: the tree, the name, the persons, the overall index, or a factor by its code. */
export interface HeatOrder {
  by: string;
  descending: boolean;
}

/** `?sort=A` or `?sort=-A`; anything that is no column is the order of the tree. */
export function readHeatOrder(address: URLSearchParams, { factors }: Questionnaire): HeatOrder {
  const sort = address.get("sort") ?? "";
  const by = sort.replace(/^-/, "");
  const known = ["name", "persons", "overall", ...factors.map(({ code }) => `f.${code}`)].includes(by);
  return known ? { by, descending: sort.startsWith("-") } : { by: "tree", descending: false };
}

/** Which of the two is shown: `?of=mean`, else the rate where the questionnaire has one. */
export function readMeasure(address: URLSearchParams, questionnaire: Questionnaire): IndexMeasure {
  return address.get("of") === "mean" || !hasRate(questionnaire) ? "mean" : "rate";
}

/** Whether any scored item has a satisfied level. */
export function hasRate(questionnaire: Questionnaire): boolean {
  return scoredItems(questionnaire).some((item) =>
    scaleOf(questionnaire, item).levels.some((level) => level.satisfied),
  );
}

/**
 * The rows of a filter as the results page has them, masks included. No records are needed: a filter of units only leaves
 * rows out.
 * @param item code of the scored item whose rows are wanted besides.
 */
export function heatRows(
  results: SurveyResults,
  { unit, kind }: Pick<AnalysisFilter, "unit" | "kind">,
  item: string | null = null,
): HeatRow[] {
  const index = headlineIndex(results);
  const below = unit === null ? null : subtreeOf(results.units, unit);
  return results.units
    .filter(
      ({ key, kind: own, surveyed }) => (below?.has(key) ?? true) && (kind === null || (own === kind && surveyed)),
    )
    .map((one) => ({
      unit: one,
      persons: one.responses,
      ...headlineRows(results, index, one.key),
      ...(item === null ? {} : { item: itemRow(measuresOf(results, one.key), item) }),
    }));
}

/**
 * The same rows for the persons whom a filter keeps within units: measured from the records, withheld where the group is too
 * small or where another would follow from it by subtraction, across the tree and across the values.
 */
export function splitHeatRows(analysis: Analysis, filter: AnalysisFilter, item: string | null = null): HeatRow[] {
  const { results, frame } = analysis;
  const rows = heatRows(results, filter, item);
  const cuts = cutsOfFilter(analysis, filter);
  if (cuts.length === 0) return rows;
  const isHidden = hiddenBy(analysis, cuts);
  const groups = rows.map(({ unit }) => ({
    key: unit.key,
    unitKeys: unitsOfFilter(results, { unit: unit.key, kind: null }).map(({ key }) => key),
  }));
  const rowsOf = rowsOfGroups(frame, groups);
  return rows.map(({ unit }, at) => {
    const told = cutOfUnit(analysis, unit.key, rowsOf[at] ?? new Int32Array(), { cuts, hidden: isHidden(unit.key) });
    const find = (level: string, code: string) => told.measures.find((row) => row.level === level && row.code === code);
    return {
      ...{ unit, persons: told.persons, overall: find("overall", "*") },
      factors: results.questionnaire.factors.map(({ code }) => find("factor", code)),
      ...(item === null ? {} : { item: itemRow(told.measures, item) }),
    };
  });
}

function itemRow(rows: readonly MeasureRow[], item: string): MeasureRow | undefined {
  return rows.find(({ level, code }) => level === "item" && code === item);
}

/** Rows in the order asked for; those without a published figure stand last either way, so that an order tells nothing of them. */
export function orderHeatRows(
  rows: readonly HeatRow[],
  { by, descending }: HeatOrder,
  { factors }: Pick<Questionnaire, "factors">,
  measure: IndexMeasure,
): HeatRow[] {
  if (by === "tree") return [...rows];
  const direction = descending ? -1 : 1;
  const at = factors.findIndex(({ code }) => `f.${code}` === by);
  const figureOf = (row: HeatRow): number | null => {
    if (by === "persons") return row.persons;
    return (by === "overall" ? row.overall : row.factors[at])?.[measure] ?? null;
  };
  return [...rows].sort((one, other) => {
    if (by === "name") return direction * byName(one.unit, other.unit);
    const [left, right] = [figureOf(one), figureOf(other)];
    const absent = Number(left === null) - Number(right === null);
    return absent || direction * ((left ?? 0) - (right ?? 0)) || byName(one.unit, other.unit);
  });
}

/** The four cuts between the five colours: shares, and for means parts of the way from the lowest level to the highest. */
export const RATE_CUTS = [0.6, 0.7, 0.8, 0.9] as const;
const MEAN_CUTS = [0.5, 0.625, 0.75, 0.875] as const;

/** Where the colours of a measure change, in its own unit: on levels 1 to 5 the means 3, 3.5, 4 and 4.5. */
export function colourCuts(questionnaire: Questionnaire, measure: IndexMeasure): number[] {
  if (measure === "rate") return [...RATE_CUTS];
  const levels = scoredItems(questionnaire).flatMap((item) =>
    scaleOf(questionnaire, item).levels.flatMap(({ value, excluded }) => (excluded ? [] : [value])),
  );
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  return MEAN_CUTS.map((part) => lowest + part * (highest - lowest));
}

/** Colour of a figure, 1 the lowest to 5 the highest; null without one. */
export function colourOf(value: number | null | undefined, cuts: readonly number[]): 1 | 2 | 3 | 4 | 5 | null {
  if (value == null) return null;
  return (1 + cuts.filter((cut) => value >= cut).length) as 1 | 2 | 3 | 4 | 5;
}
