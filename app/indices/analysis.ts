import type { Channel } from "~/responses/channels";
import type { AnalysisFilter, ProfileChoice } from "./analysis-filter";
import { hiddenParts } from "./hidden-parts";
import type { ResponseFrame } from "./response-frame";
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

/** Keys of the surveyed units at or below a unit of the results. */
export function membersOf(units: readonly ResultUnit[], key: string): string[] {
  const inside = subtreeOf(units, key);
  return units.flatMap((unit) => (unit.surveyed && inside.has(unit.key) ? [unit.key] : []));
}

/** Surveyed units with answers whose results are withheld: no group of the analysts' choosing may hold them. */
export function withheldUnits({ units, measures }: SurveyResults): ReadonlySet<string> {
  const index = new MeasureIndex(measures);
  return new Set(
    units.flatMap(({ key, surveyed, responses }) =>
      surveyed && (responses === null || index.find(key, "overall")?.suppressed) ? [key] : [],
    ),
  );
}

/** The surveyed units that a filter is about. */
export function unitsOfFilter(
  { units }: SurveyResults,
  { unit, kind }: Pick<AnalysisFilter, "unit" | "kind">,
): ResultUnit[] {
  const inside = unit === null ? null : new Set(membersOf(units, unit));
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

/** Value of the option that each row chose of a question about the respondent, `null` where it has none. */
export function profileOf(frame: ResponseFrame, item: string): (row: number) => number | null {
  const column = frame.columns.find((one) => one.item.code === item);
  if (column?.kind !== "coded") return () => null;
  return (row) => column.values[column.codes[row] ?? -1] ?? null;
}

/**
 * The rows among some that a filter's channel and answer keep, or null where they must not be told: too few, or too few
 * besides, since all of them together stand elsewhere.
 */
export function personsOfFilter(
  { frame, channels, results: { minimums } }: Analysis,
  rows: Int32Array,
  { channel, profile }: Pick<AnalysisFilter, "channel" | "profile">,
): { rows: Int32Array; told: boolean } {
  const ofChannel = (some: Int32Array) => (channel === null ? some : some.filter((row) => channels[row] === channel));
  const ofProfile = (some: Int32Array) => (profile === null ? some : some.filter(chooses(frame, profile)));
  const hides = <K>(some: Int32Array, part: (row: number) => K, wanted: K) =>
    hiddenParts(countBy(some, part), minimums.unit).has(wanted);
  const untold =
    (channel !== null &&
      [rows, ofProfile(rows)].some((some) => hides<Channel | undefined>(some, (row) => channels[row], channel))) ||
    (profile !== null &&
      [rows, ofChannel(rows)].some((some) => hides(some, profileOf(frame, profile.item), profile.option)));
  return { rows: ofProfile(ofChannel(rows)), told: !untold };
}

function chooses(frame: ResponseFrame, { item, option }: ProfileChoice): (row: number) => boolean {
  const chosen = profileOf(frame, item);
  return (row) => chosen(row) === option;
}

/** How many rows fall to each part. */
export function countBy<K>(rows: Int32Array, part: (row: number) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const row of rows) counts.set(part(row), (counts.get(part(row)) ?? 0) + 1);
  return counts;
}
