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
export function protectTimes({
  groups,
  halfDays,
  detail,
  k,
}: {
  groups: Int32Array;
  halfDays: readonly string[];
  detail: TimeDetail;
  k: number;
}): (string | null)[] {
  const count = (keyOf: (at: number) => string) => {
    const counts = new Map<string, number>();
    for (const at of halfDays.keys()) counts.set(keyOf(at), (counts.get(keyOf(at)) ?? 0) + 1);
    return (at: number) => counts.get(keyOf(at)) ?? 0;
  };
  if (detail === "none") return halfDays.map(() => null);
  const dayOf = (at: number) => (halfDays[at] ?? "").slice(0, 10);
  const onHalf = count((at) => `${groups[at]}/${halfDays[at]}`);
  const onDay = count((at) => `${groups[at]}/${dayOf(at)}`);
  // A day on which one half is told and the other is not tells the other by what is left: both or none.
  const quiet = new Set<string>();
  for (const at of halfDays.keys()) if (onHalf(at) < k) quiet.add(`${groups[at]}/${dayOf(at)}`);
  return halfDays.map((half, at) => {
    if (onDay(at) < k) return null;
    return detail === "half-day" && !quiet.has(`${groups[at]}/${dayOf(at)}`) ? half : dayOf(at);
  });
}
