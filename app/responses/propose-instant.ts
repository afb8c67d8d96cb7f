import { readInstant } from "./read-responses-file-instant";

/** Day, month, year and time as people and spreadsheet programs write them; `(?<…>)` names are read below. */
const PATTERNS: readonly RegExp[] = [
  /^(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-](?<year>\d{4})(?:[ T,]+(?<time>\S.*))?$/,
  /^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})(?:[ T,]+(?<time>\S.*))?$/,
  /^(?<time>\d{1,2}\s?[:h]\s?\d{2}\S*(?: (?:SA|CH|AM|PM))?)[ ,]+(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-](?<year>\d{4})$/i,
];
/** Vietnamese programs write SA (sáng) and CH (chiều) for AM and PM. */
const CLOCK = /^(\d{1,2})\s?[:h]\s?(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(SA|CH|AM|PM)?$/i;

/** Days of a spreadsheet's calendar, of 1900, that fall in this century. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const SERIAL_OF_1970 = 25_569;
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];

/**
 * How a time that is none of a responses file (contracts, section 2: ISO 8601) is to be written there, as a proposal for
 * its officer: the day stands before the month, as in Viet Nam, unless it cannot. `null` where nothing can be proposed.
 */
export function proposeInstant(text: string): string | null {
  const typed = text.normalize("NFC").trim();
  if (SERIAL.test(typed)) return ofSerial(Number(typed));
  for (const pattern of PATTERNS) {
    const parts = pattern.exec(typed)?.groups;
    if (!parts) continue;
    const clock = parts.time === undefined ? "" : clockOf(parts.time.trim());
    if (clock === null) return null;
    const { first = "", second = "", year = "", month = second, day = first } = parts;
    const orders = [`${year}-${two(month)}-${two(day)}`, `${year}-${two(day)}-${two(month)}`];
    return orders.map((date) => date + clock).find((written) => readInstant(written) !== null) ?? null;
  }
  return null;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

function clockOf(time: string): string | null {
  const [, hour = "", minute = "", second, half] = CLOCK.exec(time) ?? [];
  if (hour === "") return null;
  const afternoon = half !== undefined && /^(CH|PM)$/i.test(half);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  return `T${two(String(hours))}:${minute}${second === undefined || second === "00" ? "" : `:${second}`}`;
}

function ofSerial(serial: number): string | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  const minutes = Math.round((serial - SERIAL_OF_1970) * 24 * 60);
  const [day = "", time = ""] = new Date(minutes * 60_000).toISOString().slice(0, 16).split("T");
  return time === "00:00" ? day : `${day}T${time}`;
}
