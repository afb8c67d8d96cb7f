import type { Lifecycle } from "./survey";

/** A survey that uses a unit's collection point besides the one at hand. */
export interface PointUse extends Lifecycle {
  unitId: number;
  surveyId: number;
  title: string;
}

/** Another survey with the units whose printed code it shares. */
export interface SharingSurvey extends Lifecycle {
  surveyId: number;
  title: string;
  unitIds: number[];
}

/** The uses of points put together by survey, in their order. */
export function groupUses(uses: readonly PointUse[]): SharingSurvey[] {
  const surveys = new Map<number, SharingSurvey>();
  for (const { unitId, ...survey } of uses) {
    const known = surveys.get(survey.surveyId);
    if (known) known.unitIds.push(unitId);
    else surveys.set(survey.surveyId, { ...survey, unitIds: [unitId] });
  }
  return [...surveys.values()];
}

/**
 * The other surveys that run on some day of the window too, each with those of the given units that it shares: once both
 * are open, whoever scans there is asked which of them to answer. Days are ISO; an unfinished date meets nothing.
 */
export function meetingSurveys(
  others: readonly SharingSurvey[],
  { unitIds, opensOn, closesOn }: { unitIds: ReadonlySet<number>; opensOn: string; closesOn: string },
): SharingSurvey[] {
  if (opensOn === "" || closesOn === "") return [];
  return others.flatMap((other) => {
    if (other.opensOn > closesOn || other.closesOn < opensOn) return [];
    const shared = other.unitIds.filter((unitId) => unitIds.has(unitId));
    return shared.length === 0 ? [] : [{ ...other, unitIds: shared }];
  });
}
