const ISO_8601 = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Offset of Asia/Ho_Chi_Minh, the same all year since 1975: what a time without an offset is read in. */
const VIETNAM_OFFSET = "+07:00";

/**
 * Reads a time of a responses file as a UTC instant in ISO 8601. A date alone is its first moment in Viet Nam. `null`
 * for anything else, a day that does not exist included.
 */
export function readInstant(text: string): string | null {
  const match = ISO_8601.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00", fraction = "", offset] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return null;
  const time = `${hour}:${minute}:${second}${fraction.slice(0, 4)}`;
  const instant = new Date(`${year}-${month}-${day}T${time}${fullOffset(offset)}`);
  return Number.isNaN(instant.getTime()) || hour === "24" ? null : instant.toISOString();
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function fullOffset(offset: string | undefined): string {
  if (offset === undefined || offset === "Z") return offset ?? VIETNAM_OFFSET;
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
}
