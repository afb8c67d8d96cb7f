import { RECORDS_AT_ONCE, type Steps } from "./steps";

/** How finely a file of single records tells when people answered: never finer than the half of a day. */
export type TimeDetail = "none" | "day" | "half-day";

const SLOT_MINUTES = 30;

/** Local day and half-day (`2026-03-05T00:00` before noon, `2026-03-05T12:00` from noon on) of ISO instants. */
export class HalfDayFinder {
  readonly #known = new Map<string, string>();
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat("sv-SE", {
      ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" },
    });
  }

  /** Half hours lie in one half-day whatever the zone; each is looked up once. */
  halfDayOf(instant: string): string {
    const slot = `${instant.slice(0, 13)}${Number(instant.slice(14, 16)) < SLOT_MINUTES ? ":00" : ":30"}`;
    let half = this.#known.get(slot);
    if (half === undefined) {
      const [day = "", hour = "0"] = this.#format.format(new Date(`${slot}:00Z`)).split(" ");
      half = `${day}T${Number.parseInt(hour, 10) < 12 ? "00" : "12"}:00`;
      this.#known.set(slot, half);
    }
    return half;
  }
}

/**
 * When each record was made, as the file tells it: the half-day where at least k records of its group fell on it, else the
 * day where at least k did, else nothing.
 */
export function* protectTimes({
  groups,
  halfDays,
  detail,
  k,
}: {
  groups: Int32Array;
  halfDays: readonly string[];
  detail: TimeDetail;
  k: number;
}): Steps<(string | null)[]> {
  const times: (string | null)[] = new Array(halfDays.length).fill(null);
  if (detail === "none") return times;
  const halfOf = (at: number) => `${groups[at]}/${halfDays[at]}`;
  const dayOf = (at: number) => halfOf(at).slice(0, -HALF.length);
  const [onHalf, onDay] = [new Map<string, number>(), new Map<string, number>()];
  for (const at of halfDays.keys()) {
    onHalf.set(halfOf(at), (onHalf.get(halfOf(at)) ?? 0) + 1);
    onDay.set(dayOf(at), (onDay.get(dayOf(at)) ?? 0) + 1);
    if (at % RECORDS_AT_ONCE === 0) yield;
  }
  // A day on which one half is told and the other is not tells the other by what is left: both or none.
  const quiet = new Set<string>();
  for (const [half, count] of onHalf) if (count < k) quiet.add(half.slice(0, -HALF.length));
  for (const [at, half] of halfDays.entries()) {
    const day = dayOf(at);
    if ((onDay.get(day) ?? 0) >= k) times[at] = detail === "half-day" && !quiet.has(day) ? half : half.slice(0, DAY);
    if (at % RECORDS_AT_ONCE === 0) yield;
  }
  return times;
}

/** What tells the half after the day. */
const HALF = "T00:00";
const DAY = "2026-03-05".length;
