import { atOnePlace } from "./at-one-place";
import type { FilledForm } from "./filled-form";

/** Whether a point is open at an instant, in milliseconds of the epoch; null where its hours are not told. */
export type IsOpen = (pointId: number, instant: number) => boolean | null;

/** Forms of one closed stretch lie nearer to each other than this: an evening is one, two evenings are two. */
const APART_MS = 6 * 3_600_000;

/**
 * Forms filled in at a point while it was closed, and not within some minutes of its hours, where there are at least `atLeast`
 * of them in one stretch: one or two are people who finished the form at home.
 */
export function findClosedHours(
  forms: readonly FilledForm[],
  { isOpen, graceMinutes, atLeast }: { isOpen: IsOpen; graceMinutes: number; atLeast: number },
): number[] {
  const grace = graceMinutes * 60_000;
  const found: number[] = [];
  for (const [pointId, places] of atOnePlace(forms)) {
    let stretch: number[] = [];
    let last = Number.NEGATIVE_INFINITY;
    const closeStretch = () => {
      if (stretch.length >= atLeast) found.push(...stretch);
      stretch = [];
    };
    for (const position of places) {
      const finished = forms[position]?.finishedAt ?? 0;
      if (![0, -grace, grace].every((away) => isOpen(pointId, finished + away) === false)) continue;
      if (finished - last > APART_MS) closeStretch();
      stretch.push(position);
      last = finished;
    }
    closeStretch();
  }
  return found;
}
