import { isOpenAt } from "~/collection-points/open-hours";
import type { IsOpen } from "./find-closed-hours";

const MINUTE = 60_000;

/** Looks up whether points are open by their hours. What was reckoned for a minute is kept: many forms share it. */
export function isOpenByHours(hoursOf: ReadonlyMap<number, string | null>, timeZone: string): IsOpen {
  const known = new Map<string, Map<number, boolean | null>>();
  return (pointId, instant) => {
    const hours = hoursOf.get(pointId) ?? null;
    if (hours === null) return null;
    const minutes = known.get(hours) ?? new Map<number, boolean | null>();
    known.set(hours, minutes);
    const minute = Math.floor(instant / MINUTE);
    let open = minutes.get(minute);
    if (open === undefined) {
      open = isOpenAt(hours, new Date(minute * MINUTE), timeZone);
      minutes.set(minute, open);
    }
    return open;
  };
}
