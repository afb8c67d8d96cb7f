import { dayOf, startOfDay } from "~/i18n/dates";
import type { ResponseFlag } from "./flags";
import type { ReviewDecision } from "./review";

const HALF_DAY_MS = 12 * 60 * 60 * 1000;

interface HeldMinute {
  pointId: number;
  unitName: string;
  label: string;
  flag: ResponseFlag;
  minute: string;
  responses: number;
}

interface Decision {
  pointId: number;
  unitName: string;
  label: string;
  day: string;
  flag: string;
  decision: ReviewDecision;
  reason: string;
  responses: number;
  decidedAt: string;
  decidedBy: string | null;
}

/** Responses of one mark that arrived at one point on one day, and what was last decided about them. */
export interface HeldGroup {
  pointId: number;
  unitName: string;
  label: string;
  day: string;
  flag: string;
  /** Left out of results at present; by half-day of arrival and no finer, since when somebody answered is personal. */
  morning: number;
  afternoon: number;
  /** Left out and not decided about. */
  waiting: number;
  /** Day of the decision, in the time zone. */
  last: {
    decision: ReviewDecision;
    reason: string;
    responses: number;
    decidedOn: string;
    decidedBy: string | null;
  } | null;
}

/**
 * Gathers what is left out by point, day and mark, those with most to decide first, then the latest day. Groups whose
 * responses have all been counted by a decision stand there too, so that it can be taken back.
 * @param reviews the latest first.
 */
export function heldGroups(
  minutes: readonly HeldMinute[],
  reviews: readonly Decision[],
  timeZone: string,
): HeldGroup[] {
  const groups = new Map<string, HeldGroup>();
  const groupOf = ({
    pointId,
    unitName,
    label,
    day,
    flag,
  }: Pick<HeldGroup, "pointId" | "unitName" | "label" | "day" | "flag">) => {
    const key = [pointId, day, flag].join("/");
    const group = groups.get(key) ?? {
      pointId,
      unitName,
      label,
      day,
      flag,
      morning: 0,
      afternoon: 0,
      waiting: 0,
      last: null,
    };
    groups.set(key, group);
    return group;
  };
  for (const { minute, responses, ...one } of minutes) {
    const instant = new Date(`${minute}:00Z`);
    const day = dayOf(instant, timeZone);
    const group = groupOf({ ...one, day });
    const inMorning = instant.getTime() - startOfDay(day, timeZone).getTime() < HALF_DAY_MS;
    group[inMorning ? "morning" : "afternoon"] += responses;
  }
  for (const review of reviews) {
    const { decision, reason, responses, decidedAt, decidedBy } = review;
    const decidedOn = dayOf(new Date(decidedAt), timeZone);
    groupOf(review).last ??= { decision, reason, responses, decidedOn, decidedBy };
  }
  for (const group of groups.values()) group.waiting = waitingIn(group);
  return [...groups.values()].sort(
    (a, b) => b.waiting - a.waiting || (a.day === b.day ? a.pointId - b.pointId : a.day < b.day ? 1 : -1),
  );
}

/** Forms that came after the decision wait for another one, whatever it was. */
function waitingIn({ morning, afternoon, last }: HeldGroup): number {
  const decided = last?.decision === "left-out" ? last.responses : 0;
  return Math.max(0, morning + afternoon - decided);
}
