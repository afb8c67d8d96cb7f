import { minuteOfWeek, weekOf } from "~/collection-points/open-hours";
import type { IsOpen } from "./find-closed-hours";

const MINUTE = 60_000;
/** Zones differ from UTC, and change their clocks, by quarters of an hour. */
const QUARTER = 15 * MINUTE;

/**
 * Looks up whether points are open by their hours. The clock of a quarter of an hour is asked once, and hours are read once:
 * many forms share both.
 */
export function isOpenByHours(hoursOf: ReadonlyMap<number, string | null>, timeZone: string): IsOpen {
  const weeks = new Map<string, (minute: number) => boolean>();
  const quarters = new Map<number, number>();
  return (pointId, instant) => {
    const hours = hoursOf.get(pointId) ?? null;
    if (hours === null) return null;
    let isOpen = weeks.get(hours);
    if (!isOpen) {
      isOpen = weekOf(hours);
      weeks.set(hours, isOpen);
    }
    const quarter = Math.floor(instant / QUARTER);
    let start = quarters.get(quarter);
    if (start === undefined) {
      start = minuteOfWeek(new Date(quarter * QUARTER), timeZone);
      quarters.set(quarter, start);
    }
    return isOpen(start + Math.floor((instant - quarter * QUARTER) / MINUTE));
  };
}
