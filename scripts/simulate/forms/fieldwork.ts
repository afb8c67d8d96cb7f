import { pickWeighted, type Random, type Weighted, wholeNumber } from "../random";

/** Forms for trying the quality rules: where and when they are filled in. */

/** What points of these surveys tell of their hours, and the zone of those hours. */
export const OPEN_HOURS = "T2-T6 07:30-11:30,13:30-17:00";
export const TIME_ZONE = "Asia/Ho_Chi_Minh";

export const POINTS = 40;
export const DAYS = 20;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Midnight of a Monday in the province, which is seven hours ahead of UTC all year. */
const FIRST_MONDAY = Date.UTC(2026, 2, 1, 17);

/** Half-hours of a day of work with how many people come in them: a rush in the morning, a smaller one after lunch. */
const COMING: Weighted<number> = [
  [7.5, 14],
  [8, 18],
  [8.5, 16],
  [9, 13],
  [9.5, 10],
  [10, 8],
  [10.5, 6],
  [11, 3],
  [13.5, 11],
  [14, 12],
  [14.5, 9],
  [15, 8],
  [15.5, 6],
  [16, 4],
  [16.5, 2],
];

/** Midnight of the n-th working day, from 0. */
export function midnightOf(workingDay: number): number {
  return FIRST_MONDAY + (Math.floor(workingDay / 5) * 7 + (workingDay % 5)) * DAY;
}

/** An instant of a day at hours from midnight. */
export function at(workingDay: number, hours: number): number {
  return midnightOf(workingDay) + Math.round(hours * 60) * MINUTE;
}

/** When somebody who comes in opening hours hands in a form. */
export function inOpenHours(random: Random, workingDay = wholeNumber(random, 0, DAYS - 1)): number {
  const half = pickWeighted(random, COMING);
  return midnightOf(workingDay) + Math.floor((half + random() / 2) * 60 * MINUTE);
}
