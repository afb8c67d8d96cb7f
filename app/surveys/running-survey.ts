import type { ActivityDetail } from "~/access/activity";
import type { SharingSurvey } from "./shared-points";

/** What whoever runs a survey is told beside its numbers. */
export interface RunningSurvey {
  /** Tablets that told of unsent forms when last seen, and how many forms. */
  tablets: { tablets: number; forms: number };
  /** Last day on which forms finished before the close are still counted as they come. */
  graceUntil: string;
  /** Whether decisions about held responses were taken. */
  decided: boolean;
  /** Other surveys that citizens will choose from, with the units to name them by. */
  meetings: SharingSurvey[];
  units: { id: number; name: string }[];
  /** What was done, the latest first; by null: the platform by itself. */
  steps: { id: number; moment: string; kind: string; detail: ActivityDetail; by: string | null }[];
}
