import { scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { byName } from "~/units/tree-order";
import { type Analysis, personsOfFilter, rowsOfUnits, subtreeOf, unitsOfFilter, withheldUnits } from "./analysis";
import { type AnalysisFilter, splitsUnits } from "./analysis-filter";
import { masked } from "./analysis-group";
import { hiddenParts } from "./hidden-parts";
import type { IndexMeasure } from "./index-estimate";
import { measureGroup } from "./measure-groups";
import type { MeasureRow } from "./result";
import { MeasureIndex, type ResultUnit, type SurveyResults } from "./survey-results";

/** A unit with its overall index and those of its factors, in the order of the questionnaire. */
export interface HeatRow {
  unit: Pick<ResultUnit, "key" | "name" | "code" | "place" | "depth" | "surveyed">;
  /** Persons, null where masked. */
  persons: number | null;
  overall: MeasureRow | undefined;
  factors: (MeasureRow | undefined)[];
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
 */
export function heatRows(results: SurveyResults, { unit, kind }: Pick<AnalysisFilter, "unit" | "kind">): HeatRow[] {
  const index = new MeasureIndex(results.measures);
  const below = unit === null ? null : subtreeOf(results.units, unit);
  return results.units
    .filter(
      ({ key, kind: own, surveyed }) => (below?.has(key) ?? true) && (kind === null || (own === kind && surveyed)),
    )
    .map((one) => ({
      unit: one,
      persons: one.responses,
      overall: index.find(one.key, "overall"),
      factors: results.questionnaire.factors.map(({ code }) => index.find(one.key, "factor", code)),
    }));
}

/**
 * The surveyed units of a filter by the persons of one channel or one answer. A unit is withheld where that is too few, or
 * where the rest of its persons would be; and since the units add up to the group, the smallest go with them.
 */
export function splitHeatRows(analysis: Analysis, filter: AnalysisFilter): HeatRow[] {
  if (!splitsUnits(filter)) return heatRows(analysis.results, filter);
  const { results, frame } = analysis;
  const { questionnaire, minimums } = results;
  const withheld = withheldUnits(results);
  const parts = unitsOfFilter(results, filter).map((unit) => {
    const part = personsOfFilter(analysis, rowsOfUnits(frame, new Set([unit.key])), filter);
    return { unit, rows: part.rows, told: part.told && !withheld.has(unit.key) };
  });
  const untold = new Set(parts.flatMap(({ unit, told }) => (told ? [] : [unit.key])));
  const counts = new Map(parts.map(({ unit, rows }) => [unit.key, rows.length]));
  const hidden = hiddenParts(counts, minimums.unit, untold);
  return parts.map(({ unit, rows }) => {
    const group = measureGroup({ frame, unit: unit.key, rows });
    const { measures, persons } = masked(group, { told: !hidden.has(unit.key), questionnaire, minimums });
    const find = (level: string, code: string) => measures.find((row) => row.level === level && row.code === code);
    return {
      ...{ unit: { ...unit, depth: 0 }, persons, overall: find("overall", "*") },
      factors: questionnaire.factors.map(({ code }) => find("factor", code)),
    };
  });
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
