/** Days as ISO text `YYYY-MM-DD` in the province's time zone; instants are UTC and come in from outside. */

/** Making a formatter costs a hundred times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day on which an instant falls in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}

const QUARTER_MS = 15 * 60 * 1000;

/** The first instant of a day in a time zone; no zone is further than fourteen hours from UTC or off the quarter hour. */
export function startOfDay(day: string, timeZone: string): Date {
  let instant = new Date(Date.parse(day) - 14 * 4 * QUARTER_MS);
  while (dayOf(instant, timeZone) < day) instant = new Date(instant.getTime() + QUARTER_MS);
  return instant;
}

/** The first instant after a day in a time zone. */
export function endOfDay(day: string, timeZone: string): Date {
  return startOfDay(addDays(day, 1), timeZone);
}

/** The day so many days after another one, or before it. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 4 * QUARTER_MS).toISOString().slice(0, 10);
}

/** `2026-11-05` → `05/11/2026`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** `2026-11` → `11/2026`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split("-");
  return `${number}/${year}`;
}

/** `2026-11-05` → `ngày 05 tháng 11 năm 2026`; days below 10 and months 1 and 2 carry a zero (NĐ 30/2020). */
export function formatDayInWords(day: string): string {
  const [year, month = "", date] = day.split("-");
  const plainMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `ngày ${date} tháng ${plainMonth} năm ${year}`;
}

const momentFormatters = new Map<string, Intl.DateTimeFormat>();

/** Day and time of day of an instant in a time zone: `05/11/2026 14:05`. */
export function formatMoment(instant: Date, timeZone: string): string {
  let formatter = momentFormatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    momentFormatters.set(timeZone, formatter);
  }
  return `${formatDay(dayOf(instant, timeZone))} ${formatter.format(instant)}`;
}

/** How long ago an instant was, in whole minutes, hours or days, as Vietnamese screens say it: `3 giờ trước`. */
export function formatAgo(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 2) return "vừa xong";
  if (minutes < 60) return `${minutes} phút trước`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ trước`;
  return `${Math.floor(minutes / (24 * 60))} ngày trước`;
}
