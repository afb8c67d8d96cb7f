import { addDays } from "~/i18n/dates";
import { CHANNELS, type Channel } from "~/responses/channels";
import { byName } from "~/units/tree-order";
import { hideSmallCounts } from "./hide-small-counts";
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
  /** Null: too few to be told. */
  received: number | null;
  counted: number | null;
  /** Share of what was received that waits for a review; null: nothing received, or too few. */
  heldShare: number | null;
  /** Counted answers against the target. */
  reached: number | null;
  lastWeek: number | null;
  lastDay: string | null;
  silentPoints: string[];
  behind: boolean;
  contact: { name: string; phone: string } | null;
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
  total: { target: number | null; received: number | null; counted: number | null; heldShare: number | null };
  /** Share of the survey's days that have begun, 0 to 1. */
  elapsed: number;
  collecting: boolean;
  units: MonitoredUnit[];
  channels: { channel: Channel; received: number | null }[];
  days: { day: string; received: number | null }[];
  returns: ReturnLine[];
  /** Units to call, the furthest behind first. */
  calls: MonitoredUnit[];
}

/**
 * How fieldwork goes, from counts alone: never an index, never an answer.
 * @param options.least counts below it are hidden from whoever does not run the survey; 0 for whoever does.
 */
export function monitorFieldwork(
  counts: FieldworkCounts,
  { survey, today, least }: { survey: Lifecycle; today: string; least: number },
): FieldworkMonitor {
  const collecting = surveyStage(survey, today) === "collecting";
  const elapsed = elapsedShare(survey, today);
  const ordered = [...counts.units].sort((one, other) =>
    byName({ ...one, code: one.key }, { ...other, code: other.key }),
  );
  const of = <R extends { unitId: number }>(rows: readonly R[]) => {
    const groups = new Map<number, R[]>();
    for (const row of rows) groups.set(row.unitId, [...(groups.get(row.unitId) ?? []), row]);
    return (id: number) => groups.get(id) ?? [];
  };
  const [channelsOf, daysOf, pointsOf] = [of(counts.byChannel), of(counts.byDay), of(counts.points)];
  const hidden = hideSmallCounts(
    ordered.map(({ id }) => sum(channelsOf(id), "received")),
    least,
  );
  const units = ordered.map((unit, at): MonitoredUnit => {
    const rows = channelsOf(unit.id);
    const received = hidden[at] ?? null;
    const { counted, heldShare } = judged(rows, received, least);
    const week = sum(
      daysOf(unit.id).filter(({ day }) => day > addDays(today, -7)),
      "received",
    );
    const reached = counted === null || !unit.target ? null : counted / unit.target;
    const silent = (lastDay: string | null) =>
      collecting && workingDaysAfter(lastDay ?? addDays(survey.opensOn, -1), today) > SILENT_DAYS;
    return {
      key: unit.key,
      name: unit.name,
      target: unit.target,
      ...{ received, counted, heldShare, reached },
      lastWeek: received === null || (week > 0 && week < least) ? null : week,
      lastDay:
        received === null
          ? null
          : (rows
              .map(({ lastDay }) => lastDay)
              .sort()
              .at(-1) ?? null),
      silentPoints: pointsOf(unit.id)
        .filter(({ lastDay }) => silent(lastDay))
        .map(({ label }) => label),
      behind: collecting && reached !== null && reached < elapsed * BEHIND,
      contact: unit.contactName ? { name: unit.contactName, phone: unit.contactPhone ?? "" } : null,
    };
  });
  const all = sum(counts.byChannel, "received");
  const received = all > 0 && all < least ? null : all;
  return {
    total: {
      target: units.some(({ target }) => target !== null)
        ? units.reduce((all, { target }) => all + (target ?? 0), 0)
        : null,
      received,
      ...judged(counts.byChannel, received, least),
    },
    ...{ elapsed, collecting, units },
    channels: channelCounts(counts, least),
    days: dayCounts(counts, survey, today, least),
    returns: ordered.flatMap((unit) => returnLines(unit, counts, channelsOf(unit.id), least)),
    calls: units.filter(({ behind, silentPoints }) => behind || silentPoints.length > 0).sort(byNeed),
  };
}

/** Answers that count, and the share that waits; hidden together where the one would tell a small other. */
function judged(rows: readonly { received: number; counted: number }[], received: number | null, least: number) {
  if (received === null) return { counted: null, heldShare: null };
  const all = sum(rows, "received");
  const counted = sum(rows, "counted");
  const held = all - counted;
  if ((held > 0 && held < least) || (counted > 0 && counted < least)) return { counted: null, heldShare: null };
  return { counted, heldShare: all === 0 ? null : held / all };
}

function elapsedShare({ opensOn, closesOn }: Lifecycle, today: string): number {
  const dayMs = 24 * 60 * 60 * 1000;
  const days = (Date.parse(closesOn) - Date.parse(opensOn)) / dayMs + 1;
  const gone = (Date.parse(today) - Date.parse(opensOn)) / dayMs + 1;
  return Math.min(1, Math.max(0, gone / days));
}

function channelCounts({ byChannel }: FieldworkCounts, least: number): FieldworkMonitor["channels"] {
  const present = CHANNELS.map((channel) => ({
    channel,
    received: sum(
      byChannel.filter((row) => row.channel === channel),
      "received",
    ),
  })).filter(({ received }) => received > 0);
  const shown = hideSmallCounts(
    present.map(({ received }) => received),
    least,
  );
  return present.map(({ channel }, at) => ({ channel, received: shown[at] ?? null }));
}

/** The last days of the survey up to today, each with what came in. */
function dayCounts({ byDay }: FieldworkCounts, { opensOn }: Lifecycle, today: string, least: number) {
  const perDay = new Map<string, number>();
  for (const { day, received } of byDay) perDay.set(day, (perDay.get(day) ?? 0) + received);
  const days = Array.from({ length: DAYS_TOLD }, (_, back) => addDays(today, back + 1 - DAYS_TOLD)).filter(
    (day) => day >= opensOn,
  );
  const shown = hideSmallCounts(
    days.map((day) => perDay.get(day) ?? 0),
    least,
  );
  return days.map((day, at) => ({ day, received: shown[at] ?? null }));
}

/** Channels whose forms are given out to nobody in particular. */
const OPEN_CHANNELS: readonly Channel[] = ["qr", "kiosk"];

function returnLines(
  unit: FieldworkCounts["units"][number],
  { issued }: FieldworkCounts,
  rows: readonly FieldworkCounts["byChannel"][number][],
  least: number,
): ReturnLine[] {
  const present = CHANNELS.filter(
    (channel) =>
      rows.some((row) => row.channel === channel) ||
      issued.some((row) => row.unitId === unit.id && row.channel === channel),
  );
  const lines = present.map((channel) => {
    const own = rows.find((row) => row.channel === channel);
    const given = issued.filter((row) => row.unitId === unit.id && row.channel === channel);
    const open = OPEN_CHANNELS.includes(channel) || given.length === 0;
    // What officers counted of returned forms stands before what arrived here.
    const told = given.filter(({ returned }) => returned !== null);
    const returned = told.length > 0 ? told.reduce((all, row) => all + (row.returned ?? 0), 0) : (own?.received ?? 0);
    const out = given.reduce((all, row) => all + row.issued, 0);
    return { channel, issued: open ? null : out, returned, valid: own?.counted ?? 0 };
  });
  const small = (count: number) => count > 0 && count < least;
  // One small channel could be reckoned back from the others.
  const hides = lines.some(({ returned, valid }) => small(returned) || small(valid) || small(returned - valid));
  return lines.map((line) => ({
    unitKey: unit.key,
    unitName: unit.name,
    channel: line.channel,
    issued: line.issued,
    returned: hides ? null : line.returned,
    valid: hides ? null : line.valid,
    rate: hides || !line.issued ? null : line.returned / line.issued,
  }));
}

function byNeed(one: MonitoredUnit, other: MonitoredUnit): number {
  return Number(other.behind) - Number(one.behind) || (one.reached ?? 2) - (other.reached ?? 2);
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((all, row) => all + row[key], 0);
}
