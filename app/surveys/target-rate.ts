import { z } from "zod";
import { readPercent, typedPercent } from "./read-number";

export const TARGET_PROBLEM = "Mục tiêu là số phần trăm trên 0 và không quá 100, ví dụ 90 hoặc 92,5";

/** The plan's target for the satisfaction rate as it is typed, in per cent; a share above 0 up to 1, null where empty. */
export const targetRateSchema = z.string().transform((typed, context): number | null => {
  const share = readPercent(typed.replace(/^\s*(≥|>=|từ)\s*/u, ""));
  if (share === null) return null;
  if (share !== undefined && share > 0 && share <= 1) return share;
  context.addIssue({ code: "custom", message: TARGET_PROBLEM });
  return z.NEVER;
});

/** A target as its field shows it. */
export function typedTarget(target: number | null): string {
  return target === null ? "" : typedPercent(target);
}

/** Reads a form's field of the target: what was typed, and the change it asks for; none where there is no field. */
export function readTarget(form: FormData): {
  target: string;
  result:
    | { ok: true; change: { targetRate?: number | null } }
    | { ok: false; problem: { field: string; message: string } };
} {
  const typed = form.get("targetRate");
  if (typeof typed !== "string") return { target: "", result: { ok: true, change: {} } };
  const parsed = targetRateSchema.safeParse(typed);
  if (parsed.success) return { target: typed, result: { ok: true, change: { targetRate: parsed.data } } };
  return { target: typed, result: { ok: false, problem: { field: "targetRate", message: TARGET_PROBLEM } } };
}
