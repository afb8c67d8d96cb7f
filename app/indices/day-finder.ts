import { dayOf } from "~/i18n/dates";

const HOUR = "2026-11-05T03".length;

/** The day of an ISO instant in a time zone, found once for every hour that lies in one day. */
export function dayFinder(timeZone: string): (instant: string) => string {
  const days = new Map<string, string | null>();
  let lastHour = "";
  let lastDay: string | null = null;
  return (instant) => {
    if (lastHour === "" || !instant.startsWith(lastHour)) {
      lastHour = instant.slice(0, HOUR);
      let day = days.get(lastHour);
      if (day === undefined) {
        day = dayOfWholeHour(lastHour, timeZone);
        days.set(lastHour, day);
      }
      lastDay = day;
    }
    return lastDay ?? dayOf(new Date(instant), timeZone);
  };
}

/** Null where midnight falls inside the hour, or where the text gives no hour. */
function dayOfWholeHour(hour: string, timeZone: string): string | null {
  const start = Date.parse(`${hour}:00Z`);
  if (Number.isNaN(start)) return null;
  const [first, last] = [new Date(start), new Date(start + 59 * 60 * 1000)].map((instant) => dayOf(instant, timeZone));
  return first !== undefined && first === last ? first : null;
}
