import { ARRIVAL_LIMITS } from "./arrival-limits";
import type { Pressure } from "./arrival-watch";
import type { FillingTimes } from "./filling-times";
import type { ResponseFlag } from "./flags";

/** What is known of a form at its arrival that tells whether a person sent it. */
export interface Arrival {
  times: FillingTimes;
  /** Answers and texts in the form. */
  answered: number;
  /** What was typed in the field that no person sees. */
  honeypot: string;
  /** Whether its proof of work meets what the point asks for. */
  proven: boolean;
  /** Null for a tablet that an officer enrolled: it may send a day's forms at once. */
  pressure: Pressure | null;
  /** It was finished before the survey closed, and came after the days of grace. */
  late: boolean;
}

/** The marks that a form gets at its arrival. */
export function judgeArrival({ times, answered, honeypot, proven, pressure, late }: Arrival): ResponseFlag[] {
  const flags: ResponseFlag[] = [];
  if (late) flags.push("late");
  if (honeypot !== "" || isTooFast(times, answered)) flags.push("trap");
  if (pressure?.burst || pressure?.deviceOver) flags.push("burst");
  if (pressure && pressure.proofBits !== null && !proven) flags.push("no-proof");
  return flags;
}

/**
 * Whether nobody could have read that fast. Only times of our own clock are measured: where the page did not tell its
 * start, or a device told the finish by its own clock, nothing is said.
 */
function isTooFast({ startedAt, finishedAt, finishTold }: FillingTimes, answered: number): boolean {
  if (startedAt === null || finishTold) return false;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return seconds < Math.min(answered / ARRIVAL_LIMITS.itemsPerSecond, ARRIVAL_LIMITS.trapSecondsMost);
}
