import { z } from "zod";

function whole(least: number, most: number) {
  const message = `Ghi số nguyên từ ${least} đến ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

/** Thresholds of the rules, which a survey may set for itself. The limits keep a rule from flagging everybody. */
export const qualitySettingsSchema = z.object({
  /** Forms below which a survey is judged by no rule. */
  formsAtLeast: whole(30, 10_000),
  /** Speeding: how many times faster than half of the forms. */
  speedTimes: whole(2, 20),
  /** Straight-lining: answers at least. */
  straightItems: whole(10, 200),
  /** Identical answers: how near in time. */
  identicalMinutes: whole(1, 1440),
  /** Bursts: how long a stretch, how many forms in it at least, and how many times the point's usual number. */
  burstMinutes: whole(1, 240),
  burstForms: whole(5, 1000),
  burstTimes: whole(2, 100),
  /** Closed hours: minutes before opening and after closing that still count as open, and forms in one stretch at least. */
  closedGraceMinutes: whole(0, 240),
  closedForms: whole(1, 100),
  /** Interviewers and channels: forms at least, and by how many points their share is above that of the others. */
  groupForms: whole(10, 1000),
  groupPoints: whole(5, 90),
});

export type QualitySettings = z.output<typeof qualitySettingsSchema>;

export const QUALITY_DEFAULTS: QualitySettings = {
  formsAtLeast: 30,
  speedTimes: 3,
  straightItems: 10,
  identicalMinutes: 60,
  burstMinutes: 30,
  burstForms: 10,
  burstTimes: 4,
  closedGraceMinutes: 60,
  closedForms: 3,
  groupForms: 20,
  groupPoints: 10,
};

/** Chance of any false finding among all stretches of all points, or among all groups and rules, after Holm. */
export const ALPHA = 0.01;
