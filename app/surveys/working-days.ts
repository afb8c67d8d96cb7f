import { addDays } from "~/i18n/dates";

/** Monday to Friday; public holidays are not known here. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Working days after one day up to and with another one, ISO; 0 where the other is not later. Counted to a year at most. */
export function workingDaysAfter(day: string, until: string): number {
  let count = 0;
  let at = addDays(day, 1);
  for (let step = 0; step < 366 && at <= until; step++) {
    if (isWorkingDay(at)) count++;
    at = addDays(at, 1);
  }
  return count;
}
