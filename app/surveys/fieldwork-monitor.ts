import { addDays } from "~/i18n/dates";
import { CHANNELS, type Channel } from "~/responses/channels";
import { byName } from "~/units/tree-order";
import { type Lifecycle, surveyStage } from "./survey";
import { workingDaysAfter } from "./working-days";

/** Working days without an answer from which a point counts as silent. */
export const SILENT_DAYS = 3;
/** Days that are told one by one. */
export const DAYS_TOLD = 30;
/** A unit is behind when it has less than this part of what the elapsed time asks for. */
const BEHIND = 0.8;

/** What fieldwork has brought so far; days are ISO days in TIME_ZONE. */
export interface FieldworkCounts {
  units: readonly {
    id: number;
    key: string;
    name: string;
    target: number | null;
    contactName: string | null;
    contactPhone: string | null;
  }[];
  byChannel: readonly { unitId: number; channel: Channel; received: number; counted: number; lastDay: string }[];
  byDay: readonly { unitId: number; day: string; received: number }[];
  points: readonly { unitId: number; label: string; lastDay: string | null }[];
  issued: readonly { unitId: number; channel: Channel; issued: number; returned: number | null }[];
}

export interface MonitoredUnit {
  key: string;
  name: string;
  target: number | null;
  /** Null: masked. */
  received: number | null;
  counted: number | null;
  /** Share of what was received that waits for a review; null: nothing received, or too few. */
  heldShare: number | null;
  /** Counted answers against the target. */
  reached: number | null;
  /** Null where only published numbers are told. */
  lastWeek: number | null;
  lastDay: string | null;
  silentPoints: string[];
  behind: boolean;
  contact: { name: string; phone: string } | null;
}

/** Counted responses as the results of the survey tell them, in batches and masked (null). */
export interface PublishedCounts {
  total: number | null;
  /** By key; units without one are not told. */
  units: ReadonlyMap<string, number | null>;
  channels: readonly { channel: Channel; responses: number | null }[];
}

/** Forms given out, got back and valid; nulls: not told, or not to be reckoned. */
export interface ReturnLine {
  unitKey: string;
  unitName: string;
  channel: Channel;
  issued: number | null;
  returned: number | null;
  valid: number | null;
  rate: number | null;
}

export interface FieldworkMonitor {
  /** Counts of this minute, for whoever runs the fieldwork; else the published ones, without days and marks. */
  live: boolean;
  total: { target: number | null; received: number | null; counted: number | null; heldShare: number | null };
  /** Share of the survey's days that have begun, 0 to 1. */
  elapsed: number;
  collecting: boolean;
  units: MonitoredUnit[];
  channels: { channel: Channel; received: number | null }[];
  days: { day: string; received: number }[];
  returns: ReturnLine[];
  /** Units to call, the furthest behind first. */
  calls: MonitoredUnit[];
}

/** What a survey's fieldwork is measured against: its window, and today. */
interface Moment {
  survey: Lifecycle;
  /** ISO day in TIME_ZONE. */
  today: string;
}

/** How fieldwork goes at this minute, for whoever runs it: from counts alone, never an index, never an answer. */
export function monitorFieldwork(counts: FieldworkCounts, moment: Moment): FieldworkMonitor {
  const { survey, today } = moment;
  const [channelsOf, daysOf] = [byUnit(counts.byChannel), byUnit(counts.byDay)];
  const units = inOrder(counts.units).map((unit) => {
    const rows = channelsOf(unit.id);
    const week = daysOf(unit.id).filter(({ day }) => day > addDays(today, -7));
    return {
      ...unit,
      ...judged(rows),
      lastWeek: sum(week, "received"),
      lastDay:
        rows
          .map(({ lastDay }) => lastDay)
          .sort()
          .at(-1) ?? null,
    };
  });
  return {
    live: true,
    ...standing(units, judged(counts.byChannel), counts.points, moment),
    channels: channelCounts(counts),
    days: dayCounts(counts, survey, today),
    returns: inOrder(counts.units).flatMap((unit) => returnLines(unit, counts, channelsOf(unit.id))),
  };
}

/**
 * How fieldwork goes for everybody else: the published numbers of responses, masked and in batches as the results are, and
 * points that were silent before today. What is told by day, by what waits for review and by forms got back stays with
 * whoever runs the survey.
 */
export function monitorPublished(
  counts: Pick<FieldworkCounts, "units" | "points" | "issued">,
  published: PublishedCounts,
  moment: Moment,
): FieldworkMonitor {
  const told = (responses: number | null) => ({ received: responses, counted: responses, heldShare: null });
  const units = inOrder(counts.units).map((unit) => ({
    ...unit,
    ...told(published.units.get(unit.key) ?? null),
    ...{ lastWeek: null, lastDay: null },
  }));
  return {
    live: false,
    ...standing(units, told(published.total), counts.points, moment),
    channels: published.channels.map(({ channel, responses }) => ({ channel, received: responses })),
    days: [],
    returns: units.flatMap(({ id, key, name }) =>
      counts.issued
        .filter(({ unitId }) => unitId === id)
        .map(({ channel, issued }) => ({
          ...{ unitKey: key, unitName: name, channel, issued, returned: null, valid: null, rate: null },
        })),
    ),
  };
}

type UnitCounts = FieldworkCounts["units"][number] &
  Pick<MonitoredUnit, "received" | "counted" | "heldShare" | "lastWeek" | "lastDay">;

/** Units against their targets and the time that has gone, and whom to call. */
function standing(
  counted: readonly UnitCounts[],
  total: Pick<MonitoredUnit, "received" | "counted" | "heldShare">,
  points: FieldworkCounts["points"],
  { survey, today }: Moment,
): Pick<FieldworkMonitor, "total" | "elapsed" | "collecting" | "units" | "calls"> {
  const collecting = surveyStage(survey, today) === "collecting";
  const elapsed = elapsedShare(survey, today);
  const pointsOf = byUnit(points);
  const silent = (lastDay: string | null) =>
    collecting && workingDaysAfter(lastDay ?? addDays(survey.opensOn, -1), today) > SILENT_DAYS;
  const units = counted.map(({ id, contactName, contactPhone, ...unit }): MonitoredUnit => {
    const reached = unit.counted === null || !unit.target ? null : unit.counted / unit.target;
    return {
      ...unit,
      reached,
      silentPoints: pointsOf(id)
        .filter(({ lastDay }) => silent(lastDay))
        .map(({ label }) => label),
      behind: collecting && reached !== null && reached < elapsed * BEHIND,
      contact: contactName ? { name: contactName, phone: contactPhone ?? "" } : null,
    };
  });
  const targeted = units.some(({ target }) => target !== null);
  return {
    total: { target: targeted ? units.reduce((all, { target }) => all + (target ?? 0), 0) : null, ...total },
    ...{ elapsed, collecting, units },
    calls: units.filter(({ behind, silentPoints }) => behind || silentPoints.length > 0).sort(byNeed),
  };
}

function inOrder(units: FieldworkCounts["units"]): FieldworkCounts["units"] {
  return [...units].sort((one, other) => byName({ ...one, code: one.key }, { ...other, code: other.key }));
}

function byUnit<R extends { unitId: number }>(rows: readonly R[]): (id: number) => readonly R[] {
  const groups = new Map<number, R[]>();
  for (const row of rows) groups.set(row.unitId, [...(groups.get(row.unitId) ?? []), row]);
  return (id) => groups.get(id) ?? [];
}

/** What came in, what of it counts, and the share that waits. */
function judged(rows: readonly { received: number; counted: number }[]) {
  const received = sum(rows, "received");
  const counted = sum(rows, "counted");
  return { received, counted, heldShare: received === 0 ? null : (received - counted) / received };
}

function elapsedShare({ opensOn, closesOn }: Lifecycle, today: string): number {
  const dayMs = 24 * 60 * 60 * 1000;
  const days = (Date.parse(closesOn) - Date.parse(opensOn)) / dayMs + 1;
  const gone = (Date.parse(today) - Date.parse(opensOn)) / dayMs + 1;
  return Math.min(1, Math.max(0, gone / days));
}

function channelCounts({ byChannel }: FieldworkCounts): FieldworkMonitor["channels"] {
  return CHANNELS.map((channel) => ({
    channel,
    received: sum(
      byChannel.filter((row) => row.channel === channel),
      "received",
    ),
  })).filter(({ received }) => received > 0);
}

/** The last days of the survey up to today, each with what came in. */
function dayCounts({ byDay }: FieldworkCounts, { opensOn }: Lifecycle, today: string) {
  const perDay = new Map<string, number>();
  for (const { day, received } of byDay) perDay.set(day, (perDay.get(day) ?? 0) + received);
  return Array.from({ length: DAYS_TOLD }, (_, back) => addDays(today, back + 1 - DAYS_TOLD))
    .filter((day) => day >= opensOn)
    .map((day) => ({ day, received: perDay.get(day) ?? 0 }));
}

/** Channels whose forms are given out to nobody in particular. */
const OPEN_CHANNELS: readonly Channel[] = ["qr", "kiosk"];

function returnLines(
  unit: FieldworkCounts["units"][number],
  { issued }: FieldworkCounts,
  rows: readonly FieldworkCounts["byChannel"][number][],
): ReturnLine[] {
  const present = CHANNELS.filter(
    (channel) =>
      rows.some((row) => row.channel === channel) ||
      issued.some((row) => row.unitId === unit.id && row.channel === channel),
  );
  return present.map((channel) => {
    const own = rows.find((row) => row.channel === channel);
    const given = issued.filter((row) => row.unitId === unit.id && row.channel === channel);
    const open = OPEN_CHANNELS.includes(channel) || given.length === 0;
    // What officers counted of returned forms stands before what arrived here.
    const told = given.filter(({ returned }) => returned !== null);
    const returned = told.length > 0 ? told.reduce((all, row) => all + (row.returned ?? 0), 0) : (own?.received ?? 0);
    const out = given.reduce((all, row) => all + row.issued, 0);
    const line = { issued: open ? null : out, returned, valid: own?.counted ?? 0 };
    return {
      ...{ unitKey: unit.key, unitName: unit.name, channel, ...line },
      rate: line.issued ? returned / line.issued : null,
    };
  });
}

function byNeed(one: MonitoredUnit, other: MonitoredUnit): number {
  return Number(other.behind) - Number(one.behind) || (one.reached ?? 2) - (other.reached ?? 2);
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((all, row) => all + row[key], 0);
}
