import { z } from "zod";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

const columnName = z.string({ error: "phải là tên cột" }).trim().min(1, { error: "tên cột không được để trống" });

const schema = z.strictObject({
  weight: columnName.optional(),
  stratum: columnName.optional(),
  cluster: columnName.optional(),
  population: columnName.optional(),
  margins: z
    .record(
      z.string(),
      z
        .record(z.string(), z.number({ error: "phải là số" }).min(0, { error: "không được âm" }))
        .refine((totals) => Object.values(totals).some((total) => total > 0), {
          error: "cần ít nhất một tổng lớn hơn 0",
        }),
    )
    .optional(),
});

/** The sample design of a responses file: which columns hold it, and known totals (contracts, section 3). */
export type DesignFile = z.infer<typeof schema>;

/** The margin that maps units, not an item. */
export const UNIT_MARGIN = "unit_code";

/** Reads a design file against its questionnaire; every problem with the key it concerns, in Vietnamese. */
export function parseDesign(
  value: unknown,
  questionnaire: Questionnaire,
): { ok: true; design: DesignFile } | { ok: false; problems: string[] } {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) =>
        issue.code === "unrecognized_keys"
          ? `không hiểu khóa ${issue.keys.map((key) => `«${key}»`).join(", ")}`
          : `${issue.path.join(".") || "tệp"}: ${issue.message}`,
      ),
    };
  const problems = Object.entries(parsed.data.margins ?? {}).flatMap(([code, totals]) => {
    if (code === UNIT_MARGIN) return [];
    const item = questionnaire.items.find((one) => one.code === code);
    if (item?.type !== "single")
      return [`margins.${code}: không phải câu hỏi một lựa chọn của phiếu, cũng không phải unit_code`];
    const values = new Set(item.options.map((option) => String(option.value)));
    return Object.keys(totals)
      .filter((key) => !values.has(key))
      .map((key) => `margins.${code}.${key}: câu ${code} không có lựa chọn này`);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, design: parsed.data };
}

/** Columns of the responses file that the design reads. */
export function designColumns({ weight, stratum, cluster, population }: DesignFile): string[] {
  return [...new Set([weight, stratum, cluster, population].flatMap((name) => name ?? []))];
}
