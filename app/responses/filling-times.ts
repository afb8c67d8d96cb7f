import { addDays, dayOf } from "~/i18n/dates";
import type { SurveyStatus } from "~/surveys/survey";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A device may keep a form until there is a network; what it tells of longer ago is not believable. */
const LONGEST_FILLING_MS = 31 * DAY_MS;

/** Days after the close in which forms finished before it still arrive and are counted as they come. */
export const GRACE_DAYS = 7;

/** When a form was begun and finished, as far as it can be believed. ISO instants in UTC. */
export interface FillingTimes {
  startedAt: string | null;
  finishedAt: string;
  /** Whether the sender's clock told the finish; else it is the arrival. */
  finishTold: boolean;
}

/**
 * Takes the times that a page told, where they can be so: a finish after the arrival, more than 31 days before it or
 * before the start is taken as the arrival; a start after the finish or more than 31 days before it is not known.
 */
export function believableTimes(
  told: { startedAt: string | null; finishedAt: string | null },
  arrival: Date,
): FillingTimes {
  const start = told.startedAt === null ? null : Date.parse(told.startedAt);
  const startMeant = start !== null && start <= arrival.getTime() ? start : null;
  const finish = told.finishedAt === null ? null : Date.parse(told.finishedAt);
  const finishTold =
    finish !== null &&
    finish < arrival.getTime() &&
    arrival.getTime() - finish <= LONGEST_FILLING_MS &&
    finish >= (startMeant ?? finish);
  const finishedAt = finishTold ? finish : arrival.getTime();
  const started = startMeant !== null && finishedAt - startMeant <= LONGEST_FILLING_MS;
  return {
    startedAt: started ? new Date(startMeant).toISOString() : null,
    finishedAt: new Date(finishedAt).toISOString(),
    finishTold,
  };
}

/** Whether a device told that a form was finished before its survey was paused: then the pause does not concern it. */
export function finishedBeforePause({ closedAt }: { closedAt: string | null }, times: FillingTimes): boolean {
  return closedAt !== null && times.finishTold && times.finishedAt < closedAt;
}

/**
 * How a form stands to a survey that takes no more answers: finished `after-close`; before it and arrived within the
 * days of grace, `in-time`; before it and arrived later than that, `late`. A survey closed by hand closes at that
 * instant, else at the end of its last day in the time zone. Once its results are fixed whatever comes is `late`.
 */
export function standingAfterClose(
  survey: { status: SurveyStatus; closesOn: string; closedAt: string | null },
  times: { finishedAt: string },
  arrival: Date,
  timeZone: string,
): "in-time" | "late" | "after-close" {
  const { closesOn, closedAt } = survey;
  const lastDay = closedAt === null ? closesOn : earlier(closesOn, dayOf(new Date(closedAt), timeZone));
  const today = dayOf(arrival, timeZone);
  // Closed by hand at an instant that nobody noted: no finish can be placed before it.
  if (closedAt === null && today <= closesOn) return "after-close";
  const finished = new Date(times.finishedAt);
  if (dayOf(finished, timeZone) > lastDay) return "after-close";
  if (closedAt !== null && times.finishedAt >= closedAt) return "after-close";
  return survey.status !== "finalised" && today <= addDays(lastDay, GRACE_DAYS) ? "in-time" : "late";
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
