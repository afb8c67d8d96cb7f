import type { FilledForm } from "./filled-form";
import { medianOf } from "./median-of";

/** What is keyed or imported bears no time of its own. */
export function isTimed({ channel, startedAt }: FilledForm): boolean {
  return startedAt !== null && channel !== "paper" && channel !== "import";
}

/** Seconds that half of the forms with known times took at most; null where there are fewer than `least` of them. */
export function medianSeconds(forms: readonly FilledForm[], least: number): number | null {
  const seconds = forms.filter(isTimed).map(secondsOf);
  return seconds.length < Math.max(1, least) ? null : medianOf(seconds);
}

/**
 * Forms filled in so many times faster than the survey's median (three: Greszki, Meyer and Schoen 2015, Public Opinion Quarterly
 * 79:471–503, try limits of 50, 40 and 30 % of the median).
 */
export function findSpeeders(
  forms: readonly FilledForm[],
  { median, times }: { median: number | null; times: number },
): number[] {
  if (median === null) return [];
  const limit = median / times;
  return positions(forms, (form) => isTimed(form) && secondsOf(form) < limit);
}

function secondsOf({ startedAt, finishedAt }: FilledForm): number {
  return (finishedAt - (startedAt ?? finishedAt)) / 1000;
}

/** Positions of the forms of which something holds. */
export function positions(forms: readonly FilledForm[], holds: (form: FilledForm) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < forms.length; at++) if (holds(forms[at] as FilledForm)) found.push(at);
  return found;
}
