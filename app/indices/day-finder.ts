import { dayOf } from "~/i18n/dates";

const HOUR = "2026-11-05T03".length;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days as whole numbers, so that sums by day need no texts: 0 is 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day of ISO instants in a time zone, as its number, found once for every hour that lies in one day. */
export class DayFinder {
  readonly #days = new Map<string, number | null>();
  readonly #lastHour = new Uint8Array(HOUR);
  #lastDay: number | null = null;

  constructor(private readonly timeZone: string) {}

  dayOf(instant: string): number {
    return this.#dayOfHour(instant.slice(0, HOUR)) ?? this.#search(instant);
  }

  /** The same of an instant that stands among others as bytes: they mostly come hour by hour. */
  dayOfBytes(bytes: Buffer, start: number, end: number): number {
    if (!this.#isLastHour(bytes, start)) {
      this.#lastHour.set(bytes.subarray(start, start + HOUR));
      this.#lastDay = this.#dayOfHour(bytes.toString("latin1", start, start + HOUR));
    }
    return this.#lastDay ?? this.#search(bytes.toString("latin1", start, end));
  }

  #isLastHour(bytes: Buffer, start: number): boolean {
    for (let position = HOUR - 1; position >= 0; position--)
      if (bytes[start + position] !== this.#lastHour[position]) return false;
    return true;
  }

  #search(instant: string): number {
    return dayNumber(dayOf(new Date(instant), this.timeZone));
  }

  /** Null where midnight falls inside the hour, or where the text gives no hour. */
  #dayOfHour(hour: string): number | null {
    const known = this.#days.get(hour);
    if (known !== undefined) return known;
    const start = Date.parse(`${hour}:00Z`);
    const [first, last] = [start, start + 59 * 60 * 1000].map((instant) =>
      Number.isNaN(instant) ? null : this.#search(new Date(instant).toISOString()),
    );
    const day = first !== undefined && first === last ? first : null;
    this.#days.set(hour, day);
    return day;
  }
}
