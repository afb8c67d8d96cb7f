import { ancestorsOf, countedUnits, withheldUnits } from "./analysis";
import { ALL_UNITS } from "./measure-groups";
import { splitMasks } from "./split-masks";
import type { SurveyResults } from "./survey-results";

/**
 * Least persons of those without a flag (1) and of those with one (2). Their figures stand beside those of all, so that the
 * flagged ones follow: they need as many as any small group.
 */
export function flaggedLeast({ cell, unit }: { cell: number; unit: number }): (value: number) => number {
  return (value) => (value === 2 ? cell : unit);
}

/**
 * Whether figures of a unit (or of all, `*`) without its flagged forms must not be told: the same on the page of quality and
 * in the analysts' room.
 * @param forms counted forms of each unit, those with and those without a flag.
 */
export function flaggedMasks(
  results: Pick<SurveyResults, "units" | "measures" | "minimums" | "responses">,
  forms: ReadonlyMap<string, { flagged: number; unflagged: number }>,
): (unit: string) => boolean {
  const { units, minimums } = results;
  const dimensions = [{ values: 2, least: flaggedLeast(minimums) }];
  const counts = new Map([ALL_UNITS, ...units.map(({ key }) => key)].map((key) => [key, new Float64Array(3)]));
  for (const [key, { flagged, unflagged }] of forms) {
    for (const above of [ALL_UNITS, ...ancestorsOf(units, key)]) {
      const own = counts.get(above);
      if (!own) continue;
      for (const [at, count] of [flagged + unflagged, unflagged, flagged].entries()) own[at] = (own[at] ?? 0) + count;
    }
  }
  const isHidden = splitMasks({
    ...{ units, counts, withheld: withheldUnits(results), counted: countedUnits(results) },
    ...{ minimums, dimensions },
  });
  return (unit) => isHidden(unit, [1]) || isHidden(unit, [2]) || !counts.has(unit);
}
