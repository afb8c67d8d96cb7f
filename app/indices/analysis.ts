import type { Channel } from "~/responses/channels";
import type { AnalysisFilter } from "./analysis-filter";
import { ALL_UNITS } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import type { SplitMemory } from "./split-memory";
import { MeasureIndex, type ResultUnit, type SurveyResults } from "./survey-results";

/** The masked results of a survey together with the records behind them, from which further groups are measured. */
export interface Analysis {
  results: SurveyResults;
  frame: ResponseFrame;
  /** Channel of each row of the frame, and the calendar month (`2026-05`, TIME_ZONE) in which the form was finished. */
  channels: readonly Channel[];
  months: readonly string[];
  /** Whether a quality rule flags each row; null where nobody asked, or whoever looks may not know. */
  flagged: readonly boolean[] | null;
  /** What was told last of the groups that filters make; nothing where absent. */
  memory?: SplitMemory | undefined;
}

/** Keys of a unit and of all below it that have a row of their own. */
export function subtreeOf(units: readonly ResultUnit[], key: string): Set<string> {
  const inside = new Set([key]);
  // Parents stand before children.
  for (const unit of units) if (unit.parentKey !== null && inside.has(unit.parentKey)) inside.add(unit.key);
  return inside;
}

/** Units of the results with answers whose figures are withheld; all of them together (`*`) as well. */
export function withheldUnits({ units, measures }: Pick<SurveyResults, "units" | "measures">): ReadonlySet<string> {
  const index = new MeasureIndex(measures);
  const isWithheld = (key: string) => index.find(key, "overall")?.suppressed === "masked";
  return new Set([
    ...(isWithheld(ALL_UNITS) ? [ALL_UNITS] : []),
    ...units.flatMap(({ key, responses }) => (responses === null || isWithheld(key) ? [key] : [])),
  ]);
}

/** Units of the results whose number of persons is told, that of all of them together (`*`) as well. */
export function countedUnits({ units, responses }: Pick<SurveyResults, "units" | "responses">): ReadonlySet<string> {
  const told = units.filter((unit) => unit.responses !== null).map(({ key }) => key);
  return new Set(responses === null ? told : [ALL_UNITS, ...told]);
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

/** A unit and those above it that have a row. */
export function ancestorsOf(units: readonly ResultUnit[], key: string): string[] {
  const parents = new Map(units.map((unit) => [unit.key, unit.parentKey]));
  const above: string[] = [];
  for (let at: string | null | undefined = key; at != null && parents.has(at); at = parents.get(at)) above.push(at);
  return above;
}
