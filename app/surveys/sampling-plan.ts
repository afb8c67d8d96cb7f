import { z } from "zod";

/** By which formula sample sizes are reckoned (statistics: "Sample size"). */
export const SAMPLE_FORMULAS = ["slovin", "cochran", "fixed"] as const;

/** What the sizes of a survey's samples were reckoned from. Shares are between 0 and 1. */
export const samplingPlanSchema = z.strictObject({
  formula: z.enum(SAMPLE_FORMULAS),
  /** Half-width aimed at, such as 0.05. */
  margin: z.number().gt(0).lt(1),
  /** Share expected; 0.5 asks for most. */
  proportion: z.number().gt(0).lt(1),
  designEffect: z.number().min(1).max(20),
  /** Share of those asked who are expected to answer. */
  responseRate: z.number().gt(0).max(1),
  /** Responses wanted per unit under `fixed`. */
  fixed: z.int().positive().nullable(),
});

export type SamplingPlan = z.output<typeof samplingPlanSchema>;
export type SampleFormula = (typeof SAMPLE_FORMULAS)[number];
