import type { Channel } from "../channels";

/** What the quality rules look at of a response: where and when it was filled in, and its scored answers. */
export interface FilledForm {
  /** Tells forms apart; no rule reads anything from it. */
  id: number;
  unitId: number;
  pointId: number | null;
  channel: Channel;
  /** Pseudonym of who read the questions out. */
  interviewer: string | null;
  /** Milliseconds of the epoch; null: not known. */
  startedAt: number | null;
  finishedAt: number;
  /** One character for each scored item in the version's order; a space where there is no answer that counts. */
  levels: string;
}
