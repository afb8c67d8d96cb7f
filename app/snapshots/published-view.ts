import { searchable } from "~/i18n/searchable";
import { itemDistributions } from "~/indices/item-distribution";
import { allSatisfiedName } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { hasSizeHeadline, type SizeView, sizeView } from "~/indices/size-view";
import type { ResultUnit } from "~/indices/survey-results";
import { scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { IndexRule, Localized, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import type { PublishedSurvey } from "./published";

/** Units on one page of the list. */
export const UNITS_PER_PAGE = 50;

/** The figures of a unit, or of all together (`*`), as a public page shows them. */
export interface UnitFigures {
  basis: SampleBasis;
  rule: IndexRule;
  allSatisfiedName: string;
  /** Lowest and highest level of what the mean is of; null where scored questions have other scales. */
  levels: [lowest: number, highest: number] | null;
  /** Theo quy mô where that is published, else pooled. */
  sized: SizeView | null;
  overall: MeasureRow | undefined;
  allSatisfied: MeasureRow | undefined;
  /** The pooled overall figure beside one theo quy mô. */
  pooled: MeasureRow | null;
  factors: { code: string; title: Localized; row: MeasureRow | undefined }[];
}

export interface ItemFigures {
  code: string;
  text: string;
  row: MeasureRow | undefined;
  /** Levels from the most to the least satisfied with how many chose them; null where masked. */
  levels: { label: Localized; count: number }[] | null;
}

/** One line of the list of units. */
export interface UnitLine {
  key: string;
  name: string;
  place: string | null;
  surveyed: boolean;
  overall: MeasureRow | undefined;
}

export interface UnitsPage {
  lines: UnitLine[];
  found: number;
  page: number;
  pages: number;
  /** Places that units can be chosen by, in the order of the list. */
  places: string[];
}

/** Headline and factors of a unit out of a published snapshot. */
export function unitFigures({ document, rows }: PublishedSurvey, unit: string): UnitFigures {
  const { results } = document;
  const { questionnaire, survey } = results;
  const own = rows.get(unit) ?? [];
  const sized = sizeView(results.bySize, unit);
  const isSized = hasSizeHeadline(sized.rows);
  const first = isSized ? sized.rows : own;
  const find = (level: MeasureRow["level"], code = "*") =>
    first.find((row) => row.level === level && row.code === code);
  return {
    basis: survey.basis,
    rule: questionnaire.index.rule,
    allSatisfiedName: allSatisfiedName(questionnaire.sector),
    levels: levelsOfMean(questionnaire),
    sized: sized.standing ? sized : null,
    overall: find("overall"),
    allSatisfied: find("all-satisfied"),
    pooled: isSized ? (own.find(({ level }) => level === "overall") ?? null) : null,
    factors: questionnaire.factors.map(({ code, title }) => ({ code, title, row: find("factor", code) })),
  };
}

function levelsOfMean(questionnaire: Questionnaire): [number, number] | null {
  const ranges = scoredItems(questionnaire).map((item) => {
    const values = scaleOf(questionnaire, item).levels.flatMap(({ value, excluded }) => (excluded ? [] : [value]));
    return { lowest: Math.min(...values), highest: Math.max(...values) };
  });
  const [first] = ranges;
  if (!first || ranges.some(({ lowest, highest }) => lowest !== first.lowest || highest !== first.highest)) return null;
  return [first.lowest, first.highest];
}

/** How the answers of a unit to each question with levels fall on them. */
export function itemFigures({ document, rows }: PublishedSurvey, unit: string): ItemFigures[] {
  const { questionnaire } = document.results;
  return itemDistributions(questionnaire, rows.get(unit) ?? []).flatMap(({ levels, items }) =>
    items.map(({ code, text, row, counts }) => ({
      ...{ code, text, row },
      levels: counts && levels.map(({ label }, at) => ({ label, count: counts[at] ?? 0 })).reverse(),
    })),
  );
}

/** The unit of a key with its place; undefined where the survey has none. */
export function publishedUnit({ document }: PublishedSurvey, key: string): ResultUnit | undefined {
  return document.results.units.find((unit) => unit.key === key);
}

/**
 * Units of a published survey in the order of the tree, never by a figure: an order by rate or by n would place a masked
 * unit among its neighbours.
 * @param asked.search beginnings of words of names and places, each of which must be found; diacritics and case do not count.
 * @returns null where there is no such page or place.
 */
export function unitsPage(
  { document, rows }: PublishedSurvey,
  asked: { search: string; place: string; page: number },
): UnitsPage | null {
  const { units, bySize } = document.results;
  const places = [...new Set(units.flatMap(({ place, surveyed }) => (place && surveyed ? [place] : [])))];
  if (asked.place !== "" && !places.includes(asked.place)) return null;
  const words = searchable(asked.search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const wanted = units.filter(({ name, place, code }) => {
    if (asked.place !== "" && place !== asked.place) return false;
    if (words.length === 0) return true;
    // From the beginning of a word on: "hac" is not to find every "Thạch".
    const text = searchable(`${name} ${place ?? ""} ${code}`).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => text.some((part) => part.startsWith(word)));
  });
  const pages = Math.max(1, Math.ceil(wanted.length / UNITS_PER_PAGE));
  if (asked.page > pages) return null;
  const shown = wanted.slice((asked.page - 1) * UNITS_PER_PAGE, asked.page * UNITS_PER_PAGE);
  const sized = new Map(bySize.rows.flatMap((row) => (row.level === "overall" ? [[row.unit, row] as const] : [])));
  const overallOf = (key: string) => {
    const own = sized.get(key);
    if (own && own.suppressed === null) return own;
    return rows.get(key)?.find(({ level }) => level === "overall");
  };
  const lines = shown.map(({ key, name, place, surveyed }) => ({
    ...{ key, name, place, surveyed, overall: overallOf(key) },
  }));
  return { lines, found: wanted.length, page: asked.page, pages, places };
}
