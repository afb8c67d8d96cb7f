import type { Channel } from "~/responses/channels";
import type { AnalysisFilter } from "./analysis-filter";
import { ALL_UNITS } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import { splitMasks } from "./split-masks";
import { MeasureIndex, type ResultUnit, type SurveyResults } from "./survey-results";

/** The masked results of a survey together with the records behind them, from which further groups are measured. */
export interface Analysis {
  results: SurveyResults;
  frame: ResponseFrame;
  /** Channel of each row of the frame. */
  channels: readonly Channel[];
}

/** Keys of a unit and of all below it that have a row of their own. */
export function subtreeOf(units: readonly ResultUnit[], key: string): Set<string> {
  const inside = new Set([key]);
  // Parents stand before children.
  for (const unit of units) if (unit.parentKey !== null && inside.has(unit.parentKey)) inside.add(unit.key);
  return inside;
}

/** Units of the results with answers whose figures are withheld. */
export function withheldUnits({ units, measures }: SurveyResults): ReadonlySet<string> {
  const index = new MeasureIndex(measures);
  return new Set(
    units.flatMap(({ key, responses }) => (responses === null || index.find(key, "overall")?.suppressed ? [key] : [])),
  );
}

/** The surveyed units that a filter is about. */
export function unitsOfFilter(
  { units }: Pick<SurveyResults, "units">,
  { unit, kind }: Pick<AnalysisFilter, "unit" | "kind">,
): ResultUnit[] {
  const inside = unit === null ? null : subtreeOf(units, unit);
  return units.filter(
    ({ key, surveyed, kind: own }) =>
      surveyed && (inside === null || inside.has(key)) && (kind === null || own === kind),
  );
}

/** Rows of the frame that belong to units; null is every row. */
export function rowsOfUnits(frame: ResponseFrame, unitKeys: ReadonlySet<string> | null): Int32Array {
  const wanted = frame.unitKeys.map((key) => unitKeys === null || unitKeys.has(key));
  const rows = new Int32Array(frame.size);
  let count = 0;
  for (let row = 0; row < frame.size; row++) if (wanted[frame.units[row] ?? -1]) rows[count++] = row;
  return rows.subarray(0, count);
}

/** What persons are told apart by: their channel, or their answer to a question about the respondent (`null`: none). */
export type SplitValue = Channel | number | null;

export interface Split {
  valueAt: (row: number) => SplitValue;
  /** Whether the persons of a unit (or of all, `*`) with a value must not be told. */
  isHidden: (unit: string, value: SplitValue) => boolean;
}

/** By what a filter or a cross-table tells persons apart. */
export type SplitBy = "channel" | { item: string };

/**
 * Tells the persons of a survey apart and says which groups of unit × value are withheld.
 * @param forced groups withheld for another reason than their size.
 */
export function splitPersons(
  { results, frame, channels }: Analysis,
  by: SplitBy,
  forced?: (unit: string, value: SplitValue) => boolean,
): Split {
  const valueAt = by === "channel" ? (row: number) => channels[row] ?? null : answerTo(frame, by.item);
  const { units, minimums } = results;
  const counts = new Map<string, Map<SplitValue, number>>([
    [ALL_UNITS, new Map()],
    ...units.map(({ key }) => [key, new Map()] as const),
  ]);
  const aboveOf = new Map(frame.unitKeys.map((key) => [key, [ALL_UNITS, ...ancestorsOf(units, key)]]));
  for (let row = 0; row < frame.size; row++) {
    const value = valueAt(row);
    for (const key of aboveOf.get(frame.unitKeys[frame.units[row] ?? -1] ?? "") ?? []) {
      const own = counts.get(key);
      own?.set(value, (own.get(value) ?? 0) + 1);
    }
  }
  const shared = { units, counts, withheld: withheldUnits(results), minimums };
  return { valueAt, isHidden: splitMasks(forced ? { ...shared, forced } : shared) };
}

/** By what the filter tells persons apart within units, and the value that it keeps; null where it takes all of a unit. */
export function splitOfFilter({ channel, profile }: AnalysisFilter): { by: SplitBy; value: SplitValue } | null {
  if (profile !== null) return { by: { item: profile.item }, value: profile.option };
  return channel === null ? null : { by: "channel", value: channel };
}

/** Value of the option that each row chose of a question about the respondent, `null` where it has none. */
function answerTo(frame: ResponseFrame, item: string): (row: number) => number | null {
  const column = frame.columns.find((one) => one.item.code === item);
  if (column?.kind !== "coded") return () => null;
  return (row) => column.values[column.codes[row] ?? -1] ?? null;
}

/** A unit and those above it that have a row. */
export function ancestorsOf(units: readonly ResultUnit[], key: string): string[] {
  const parents = new Map(units.map((unit) => [unit.key, unit.parentKey]));
  const above: string[] = [];
  for (let at: string | null | undefined = key; at != null && parents.has(at); at = parents.get(at)) above.push(at);
  return above;
}
