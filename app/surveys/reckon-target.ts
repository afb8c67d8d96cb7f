import {
  achievedMargin,
  cochranSize,
  personsToAsk,
  slovinSize,
  underDesign,
  wholeForms,
} from "~/statistics/sample-size";
import type { SamplingPlan } from "./sampling-plan";

/**
 * Responses wanted from a unit by the plan, rounded up to a whole number of forms and never more than its population.
 * `null` where the formula needs a population that is not known. A fixed number is taken as it is: no design effect.
 */
export function reckonTarget(plan: SamplingPlan, population: number | null): number | null {
  const { formula, margin, proportion, designEffect, fixed } = plan;
  switch (formula) {
    case "slovin":
      if (population === null) return null;
      return wholeForms(underDesign(slovinSize({ population, margin }), designEffect, population));
    case "cochran":
      return wholeForms(underDesign(cochranSize({ population, margin, proportion }), designEffect, population));
    case "fixed":
      if (fixed === null) return null;
      return population === null ? fixed : Math.min(fixed, population);
  }
}

/** What a unit's target means: persons to ask, and the half-width it reaches as a random sample; null: no target. */
export function whatTargetGives(
  plan: Pick<SamplingPlan, "responseRate" | "proportion" | "designEffect"> | null,
  { target, population }: { target: number | null; population: number | null },
): { toAsk: number; margin: number } | null {
  if (target === null || (population !== null && target > population)) return null;
  const { responseRate = 1, proportion = 0.5, designEffect = 1 } = plan ?? {};
  const margin = achievedMargin({ size: target, population, proportion, designEffect });
  return margin === null ? null : { toAsk: personsToAsk(target, responseRate, population), margin };
}
