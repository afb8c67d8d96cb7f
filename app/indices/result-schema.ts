import { z } from "zod";
import { INDEX_RULES } from "~/questionnaires/questionnaire";
import type { MeasureRow, ReliabilityRow } from "./result";

/** Rows of `hailong.result/1` (contracts, section 3) as schemas, for whoever hands them out or checks them. */
const count = z.int().min(0).nullable();
const figure = z.number().nullable().optional();
const interval = z.tuple([z.number(), z.number()]).nullable().optional();
const byValue = (number: z.ZodType<number, number>) => z.record(z.string(), number).nullable().optional();

export const measureRowSchema: z.ZodType<MeasureRow, MeasureRow> = z
  .object({
    unit: z.string().meta({ description: "`*` for all units together, or the stable id of a unit" }),
    level: z.enum(["item", "factor", "domain", "overall", "all-satisfied"]),
    code: z.string().meta({ description: "Of the item, factor or domain; `*` on the last two levels" }),
    n_asked: count,
    n_valid: count,
    n_excluded: count,
    n_missing: count,
    n_persons: count,
    levels: byValue(z.int().min(0)).meta({ description: "Persons by level or option, unweighted" }),
    reversed: z.literal(true).optional(),
    rule: z.enum(INDEX_RULES).optional(),
    k: z.int().optional(),
    k_used: z.int().nullable().optional(),
    rate: figure,
    rate_se: figure,
    rate_ci: interval,
    mean: figure,
    mean_se: figure,
    mean_ci: interval,
    shares: byValue(z.number()),
    share_ses: byValue(z.number()),
    suppressed: z.literal("masked").nullable().meta({ description: "`masked`: its figures are null" }),
  })
  .meta({ id: "Measure" });

export const reliabilityRowSchema: z.ZodType<ReliabilityRow, ReliabilityRow> = z
  .object({ unit: z.string(), factor: z.string(), k: z.int(), n: count, alpha: z.number().nullable() })
  .meta({ id: "Reliability" });
