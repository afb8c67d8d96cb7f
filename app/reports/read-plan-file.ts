import { type ReformPlan, reformPlanSchema } from "./reform-plan";

/** A plan in the JSON format of seeds/plans, or what is wrong with it, each with its place. */
export function readPlanFile(text: string): { plan: ReformPlan; problems: [] } | { plan: null; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return { plan: null, problems: ["Tệp không phải JSON, hoặc bị cắt dở."] };
  }
  const parsed = reformPlanSchema.safeParse(value);
  if (parsed.success) return { plan: parsed.data, problems: [] };
  return {
    plan: null,
    problems: parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`),
  };
}

/** "tasks[2].deadline.month". */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "(gốc)";
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : `${at > 0 ? "." : ""}${String(part)}`))
    .join("");
}
