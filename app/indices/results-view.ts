import { searchable } from "~/i18n/searchable";
import { byName } from "~/units/tree-order";
import { ALL_UNITS } from "./measure-groups";
import type { MeasureRow } from "./result";
import { sizeView } from "./size-view";
import {
  indicesOf,
  MeasureIndex,
  measuresOf,
  type ResultUnit,
  type SurveyResults,
  type UnitResultsView,
} from "./survey-results";

/** What a page shows of one unit, or of all together (`*`), without making the rows of others. */
export function unitView(results: SurveyResults, unit: string): UnitResultsView {
  const { survey, questionnaire, version, minimums, channels, scope, asOf, bySize } = results;
  const responses =
    unit === ALL_UNITS ? results.responses : (results.units.find(({ key }) => key === unit)?.responses ?? null);
  return {
    ...{ survey, questionnaire, version, minimums, scope, asOf, responses },
    channels: unit === ALL_UNITS ? channels : [],
    ...{ measures: measuresOf(results, unit), sized: sizeView(bySize, unit) },
  };
}

/** How the table of units may be ordered; `tree` is the order of the unit tree. */
export const UNIT_ORDERS = ["tree", "name", "responses", "rate", "mean"] as const;
export type UnitOrder = (typeof UNIT_ORDERS)[number];

export interface UnitTableRequest {
  /** Part of a unit's name, place or code, without regard to case and diacritics. */
  search: string;
  order: UnitOrder;
  descending: boolean;
}

export interface UnitRow {
  unit: ResultUnit;
  overall: MeasureRow | undefined;
  factors: (MeasureRow | undefined)[];
  /** The pooled overall figure of a branch whose figures are theo quy mô. */
  pooled?: MeasureRow | undefined;
}

/**
 * Rows of the table of units as asked for. Units without a published figure stand last in either direction, so that an
 * order by rate tells nothing about a masked one.
 */
export function unitRows(results: SurveyResults, { search, order, descending }: UnitTableRequest): UnitRow[] {
  const index = headlineIndex(results);
  const wanted = searchable(search);
  const rows = results.units
    .filter((unit) => searchable(`${unit.name} ${unit.place ?? ""} ${unit.code}`).includes(wanted))
    .map((unit) => ({ unit, ...headlineRows(results, index, unit.key) }));
  if (order === "tree") return descending ? rows.reverse() : rows;
  const direction = descending ? -1 : 1;
  return rows.sort((one, other) => compare(one, other, order, direction) || byName(one.unit, other.unit));
}

/** Rows of pooled figures and of those theo quy mô, to look single ones up. */
export function headlineIndex(results: SurveyResults) {
  return { pooled: indicesOf(results), sized: new MeasureIndex(results.bySize.rows) };
}

/** Overall and factors of a unit or branch as they stand first: theo quy mô where that is published, the pooled one beside it. */
export function headlineRows(
  { questionnaire }: Pick<SurveyResults, "questionnaire">,
  { pooled, sized }: ReturnType<typeof headlineIndex>,
  unit: string,
): Pick<UnitRow, "overall" | "factors" | "pooled"> {
  const isSized = sized.find(unit, "overall")?.suppressed === null;
  const first = isSized ? sized : pooled;
  const overall = pooled.find(unit, "overall");
  return {
    overall: first.find(unit, "overall"),
    factors: questionnaire.factors.map(({ code }) => first.find(unit, "factor", code)),
    ...(isSized ? { pooled: overall } : {}),
  };
}

function compare(one: UnitRow, other: UnitRow, order: UnitOrder, direction: number): number {
  if (order === "name") return direction * byName(one.unit, other.unit);
  const [left, right] = [sortValue(one, order), sortValue(other, order)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return direction * (left - right);
}

function sortValue({ unit, overall }: UnitRow, order: UnitOrder): number | null {
  if (order === "responses") return unit.responses;
  return (order === "rate" ? overall?.rate : overall?.mean) ?? null;
}
