import { z } from "zod";
import { INDEX_RULES } from "~/questionnaires/questionnaire";

const count = z.int().min(0).nullable();
const figure = z.number().nullable();
const share = z.number().min(0).max(1).nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();
const byValue = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^-?\d+$/), value).nullable();

const measure = z.strictObject({
  unit: z.string().min(1).describe("* là tất cả đơn vị, còn lại là mã đơn vị"),
  level: z.enum(["item", "factor", "domain", "overall", "all-satisfied"]),
  code: z.string().min(1),
  ...{ n_asked: count, n_valid: count, n_excluded: count, n_missing: count, n_persons: count },
  levels: byValue(z.int().min(0)).optional(),
  reversed: z.literal(true).optional(),
  rule: z.enum(INDEX_RULES).optional(),
  k: z.int().min(0).optional(),
  k_used: count.optional(),
  rate: share.optional(),
  rate_se: figure.optional(),
  rate_ci: interval.optional(),
  mean: figure.optional(),
  mean_se: figure.optional(),
  mean_ci: interval.optional(),
  shares: byValue(z.number().min(0).max(1)).optional(),
  share_ses: byValue(z.number().min(0).nullable()).optional(),
  suppressed: z.literal("masked").nullable(),
});

const reliability = z.strictObject({
  unit: z.string().min(1),
  factor: z.string().min(1),
  k: z.int().min(0),
  n: count,
  alpha: figure,
});

/** Result of an analysis, `hailong.result/1` (contracts, section 3), as it leaves. */
export const resultSchema = z.strictObject({
  format: z.literal("hailong.result/1"),
  questionnaire: z.strictObject({ code: z.string().min(1), checksum: z.string().regex(/^[0-9a-f]{64}$/) }),
  responses: count.describe("null: không công bố"),
  warnings: z.array(z.string()),
  measures: z.array(measure),
  reliability: z.array(reliability),
});

/** The JSON Schema of the same, for whoever reads the file with other tools. */
export function resultJsonSchema(): Record<string, unknown> {
  return { title: "hailong.result/1", ...z.toJSONSchema(resultSchema, { io: "input" }) };
}
