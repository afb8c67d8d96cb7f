import { CHANNELS } from "~/responses/channels";
import { type Analysis, ancestorsOf, countedUnits, withheldUnits } from "./analysis";
import type { AnalysisFilter } from "./analysis-filter";
import { flaggedLeast } from "./flagged-masks";
import { ALL_UNITS } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import { type Cell, cellsOf, countPerson, type SplitDimension } from "./split-cells";
import { splitMasks } from "./split-masks";

const QUALITY = "quality";

/** One way of telling the persons of a survey apart: what each has (from 1), and which of these values there are. */
export interface SplitWay<V = unknown> extends SplitDimension {
  name: string;
  names: readonly V[];
  valueAt: (row: number) => number;
}

/** A way of telling persons apart, and the values that a filter keeps. */
export interface Cut {
  way: SplitWay;
  wanted: ReadonlySet<number>;
}

export interface Split {
  /** Whether the persons of a unit (or of all, `*`) with these values must not be told; one set of values for each way. */
  isHidden: (unit: string, wanted: readonly ReadonlySet<number>[]) => boolean;
}

/** By what a filter tells persons apart within units, in a fixed order: the masks of a table hang on nothing else. */
export function cutsOfFilter(analysis: Analysis, filter: AnalysisFilter): Cut[] {
  const { from, to, channel, profile, quality } = filter;
  const cuts: (Cut | null)[] = [
    channel && keeping(channelWay(analysis), (name) => name === channel),
    (from ?? to) &&
      keeping(monthWay(analysis), (name) => (from === null || name >= from) && (to === null || name <= to)),
    quality && keeping(qualityWay(analysis), (name) => name === (quality === "flagged")),
    profile && keeping(answerWay(analysis, profile.item), (name) => name === profile.option),
  ].map((cut) => cut || null);
  return cuts.filter((cut) => cut !== null);
}

function keeping<V>(way: SplitWay<V>, keeps: (name: V) => boolean): Cut {
  return { way, wanted: new Set(way.names.flatMap((name, at) => (keeps(name) ? [at + 1] : []))) };
}

/** Whether a row has the values that every cut keeps. */
export function isKept(cuts: readonly Cut[], row: number): boolean {
  return cuts.every(({ way, wanted }) => wanted.has(way.valueAt(row)));
}

/**
 * Tells the persons of a survey apart and says which groups of unit × values are withheld.
 * @param forced groups withheld for another reason than their size, by its name.
 */
export function splitPersons(
  { results, frame, memory }: Analysis,
  ways: readonly SplitWay[],
  forced?: { isForced: (unit: string, cell: Cell) => boolean; by: string },
): Split {
  const { units, minimums } = results;
  const empty = () => new Float64Array(cellsOf(ways));
  const own = frame.unitKeys.map(empty);
  for (let row = 0; row < frame.size; row++) {
    const counts = own[frame.units[row] ?? -1];
    if (counts)
      countPerson(
        counts,
        ways,
        ways.map(({ valueAt }) => valueAt(row)),
      );
  }
  const counts = new Map([ALL_UNITS, ...units.map(({ key }) => key)].map((key) => [key, empty()]));
  for (const [at, key] of frame.unitKeys.entries()) {
    for (const above of [ALL_UNITS, ...ancestorsOf(units, key)]) addCounts(counts.get(above), own[at]);
  }
  const isHidden = splitMasks({
    ...{ units, counts, withheld: withheldUnits(results), counted: countedUnits(results) },
    ...{ minimums, dimensions: ways, forced: forced?.isForced, forcedBy: forced?.by },
    // The page of quality, which has the same masks, remembers none.
    memory: ways.some(({ name }) => name === QUALITY) ? undefined : memory,
  });
  return { isHidden: (unit, wanted) => !isTold(ways, wanted, [], (cell) => !isHidden(unit, cell)) };
}

function addCounts(to: Float64Array | undefined, from: Float64Array | undefined): void {
  if (!to || !from) return;
  for (const [at, count] of from.entries()) to[at] = (to[at] ?? 0) + count;
}

/**
 * Several values together, such as the months of a period, are told where each of them is, or where all of them together
 * and each of the others are: then they follow from what is told. The second only where nothing else is filtered by: the
 * sums of a table of several dimensions do not know of such a group.
 */
function isTold(
  ways: readonly SplitWay[],
  wanted: readonly ReadonlySet<number>[],
  cell: Cell,
  tells: (cell: Cell) => boolean,
): boolean {
  const at = cell.length;
  const way = ways[at];
  if (!way) return tells(cell);
  const kept = wanted[at] ?? new Set<number>();
  const next = (value: number) => isTold(ways, wanted, [...cell, value], tells);
  const values = Array.from({ length: way.values }, (_, position) => position + 1);
  if (values.every((value) => !kept.has(value) || next(value))) return true;
  return ways.length === 1 && kept.size > 1 && next(0) && values.every((value) => kept.has(value) || next(value));
}

function channelWay({ channels, results }: Analysis): SplitWay<Analysis["channels"][number]> {
  const found = new Set(channels);
  const names = CHANNELS.filter((channel) => found.has(channel));
  const numberOf = new Map(names.map((name, at) => [name, at + 1]));
  const published = new Map(results.channels.map((one) => [one.channel, one]));
  return {
    name: "channel",
    ...{ names, values: names.length, valueAt: (row) => numberOf.get(channels[row] as (typeof names)[number]) ?? 0 },
    // The results page tells the channels of all units together.
    elsewhere: (unit, value) => {
      const name = names[value - 1];
      const own = unit === ALL_UNITS && name ? published.get(name) : undefined;
      if (!own) return null;
      if (own.responses === null) return "withheld";
      return own.overall?.suppressed ? "counted" : "told";
    },
  };
}

function monthWay({ months }: Analysis): SplitWay<string> {
  const names = [...new Set(months)].sort();
  const numberOf = new Map(names.map((name, at) => [name, at + 1]));
  return { name: "month", names, values: names.length, valueAt: (row) => numberOf.get(months[row] ?? "") ?? 0 };
}

function qualityWay({ flagged, results }: Analysis): SplitWay<boolean> {
  if (!flagged) throw new Error("the forms were not judged");
  const least = flaggedLeast(results.minimums);
  return { name: QUALITY, names: [false, true], values: 2, valueAt: (row) => (flagged[row] ? 2 : 1), least };
}

/** Values of the option that each row chose of a question about the respondent; last those who chose none (null). */
export function answerWay({ frame }: Pick<Analysis, "frame">, item: string): SplitWay<number | null> {
  const answer = answerTo(frame, item);
  const found = new Set<number | null>();
  for (let row = 0; row < frame.size; row++) found.add(answer(row));
  const names = [...found].sort((one, other) => (one ?? Infinity) - (other ?? Infinity));
  const numberOf = new Map(names.map((name, at) => [name, at + 1]));
  return { name: item, names, values: names.length, valueAt: (row) => numberOf.get(answer(row)) ?? 0 };
}

function answerTo(frame: ResponseFrame, item: string): (row: number) => number | null {
  const column = frame.columns.find((one) => one.item.code === item);
  if (column?.kind !== "coded") return () => null;
  return (row) => column.values[column.codes[row] ?? -1] ?? null;
}
