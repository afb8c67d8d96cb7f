import { addDays } from "~/i18n/dates";
import { pickWeighted, type Random, type Weighted, wholeNumber } from "./random";

const DAY_MS = 24 * 60 * 60 * 1000;

/** When people of a survey answer. */
export interface OpenHours {
  /** Weight of each day of the week, Sunday first. */
  weekdays: readonly [number, number, number, number, number, number, number];
  /** Stretches of the day as `[fromMinute, toMinute]` with their weight. */
  stretches: Weighted<readonly [from: number, to: number]>;
}

/** A day of fieldwork, with the instant of its midnight in the time zone. */
export interface FieldworkDay {
  startsAt: number;
  weekday: number;
}

/**
 * Days from `first` to `last`, both included. The offset is that of the day's noon, so that open hours are right on days
 * when a zone changes its clock too.
 */
export function fieldworkDays(first: string, last: string, timeZone: string): FieldworkDay[] {
  const days: FieldworkDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const offset = offsetMs(midnight + DAY_MS / 2, timeZone);
    days.push({ startsAt: midnight - offset, weekday: new Date(midnight).getUTCDay() });
  }
  return days;
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(instant);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60 * 1000;
}

/** Draws instants, in milliseconds, at which somebody finishes a form in open hours. */
export function finishTimes(days: readonly FieldworkDay[], hours: OpenHours): (random: Random) => number {
  const weighted = days.map((day) => [day, hours.weekdays[day.weekday] ?? 0] as const);
  return (random) => {
    const day = pickWeighted(random, weighted);
    const [from, to] = pickWeighted(random, hours.stretches);
    return day.startsAt + wholeNumber(random, from * 60, to * 60 - 1) * 1000 + wholeNumber(random, 0, 999);
  };
}
