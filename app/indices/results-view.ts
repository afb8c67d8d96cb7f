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
  /** From 1. */
  page: number;
}

export interface UnitRow {
  unit: ResultUnit;
  overall: MeasureRow | undefined;
  factors: (MeasureRow | undefined)[];
  /** The pooled overall figure of a branch whose figures are theo quy mô. */
  pooled?: MeasureRow | undefined;
}

/** A page of the table of units. */
export interface UnitTable extends UnitTableRequest {
  rows: UnitRow[];
  /** Units that the search finds, and all of them. */
  found: number;
  total: number;
  pages: number;
}

/** Units on a page: as many as a phone scrolls through. */
const PAGE_UNITS = 100;

/**
 * The page of the table of units that is asked for, the last one where there are fewer. Units without a published figure
 * stand last in either direction, so that an order by rate tells nothing about a masked one.
 */
export function unitTable(results: SurveyResults, request: UnitTableRequest): UnitTable {
  const wanted = searchable(request.search);
  const found =
    wanted === ""
      ? results.units
      : results.units.filter((unit) => searchable(`${unit.name} ${unit.place ?? ""} ${unit.code}`).includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_UNITS));
  const page = Math.min(request.page, pages);
  const index = headlineIndex(results);
  const shown = inOrder(found, request, (unit) => headlineOf(index, unit.key)).slice(
    (page - 1) * PAGE_UNITS,
    page * PAGE_UNITS,
  );
  const rows = shown.map((unit) => ({ unit, ...headlineRows(results, index, unit.key) }));
  return { ...request, rows, found: found.length, total: results.units.length, page, pages };
}

function inOrder(
  units: readonly ResultUnit[],
  { order, descending }: UnitTableRequest,
  overallOf: (unit: ResultUnit) => MeasureRow | undefined,
): ResultUnit[] {
  if (order === "tree") return descending ? units.toReversed() : [...units];
  const direction = descending ? -1 : 1;
  if (order === "name") return units.toSorted((one, other) => direction * byName(one, other));
  const values = new Map(
    units.map((unit) => [unit, order === "responses" ? unit.responses : (overallOf(unit)?.[order] ?? null)]),
  );
  return units.toSorted((one, other) => {
    const [left = null, right = null] = [values.get(one), values.get(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(one, other);
    return direction * (left - right) || byName(one, other);
  });
}

/** Rows of pooled figures and of those theo quy mô, to look single ones up. */
export function headlineIndex(results: SurveyResults) {
  return { pooled: indicesOf(results), sized: new MeasureIndex(results.bySize.rows) };
}

/** Overall and factors of a unit or branch as they stand first: theo quy mô where that is published, the pooled one beside it. */
export function headlineRows(
  { questionnaire }: Pick<SurveyResults, "questionnaire">,
  index: ReturnType<typeof headlineIndex>,
  unit: string,
): Pick<UnitRow, "overall" | "factors" | "pooled"> {
  const first = firstOf(index, unit);
  return {
    overall: first.find(unit, "overall"),
    factors: questionnaire.factors.map(({ code }) => first.find(unit, "factor", code)),
    ...(first === index.sized ? { pooled: index.pooled.find(unit, "overall") } : {}),
  };
}

function headlineOf(index: ReturnType<typeof headlineIndex>, unit: string): MeasureRow | undefined {
  return firstOf(index, unit).find(unit, "overall");
}

function firstOf({ pooled, sized }: ReturnType<typeof headlineIndex>, unit: string): Pick<MeasureIndex, "find"> {
  return sized.find(unit, "overall")?.suppressed === null ? sized : pooled;
}
