import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { countPlanDocuments, findPlan, listPlanYears, planMark, savePlan } from "~db/repositories/reform-plans";
import { readTree } from "~db/repositories/units";
import type { PlanAnswer, PlanPreview } from "./plan-answer";
import { readPlanFile } from "./read-plan-file";
import type { ReformPlan } from "./reform-plan";
import { planOfFields, readPlanFields } from "./reform-plan-form";

const NOTHING: PlanAnswer = { fields: null, problems: [], fileProblems: [], preview: null, refusal: null };

const REFUSALS = {
  outdated: "Kế hoạch của năm này vừa được người khác sửa. Xem lại rồi ghi lần nữa.",
  documents:
    "Không ghi được: có nhiệm vụ đã ghi văn bản mà kế hoạch mới không còn số ấy. Giữ số của nhiệm vụ đó, hoặc xóa văn bản trước.",
  refused: "Chỉ quản trị viên cấp tỉnh ghi được kế hoạch.",
} as const;

/**
 * Takes a step with a plan: what was typed or a file is looked over and shown (`check`, `import`), what was shown and agreed to
 * is stored (`save`). Nothing is stored before.
 * @returns the year that was stored, or what to show with its status.
 */
export async function changePlan(
  database: Database,
  viewer: Viewer,
  { form, today, at }: { form: FormData; today: string; at: Date },
): Promise<{ saved: number } | { status: number; answer: PlanAnswer }> {
  switch (form.get("change")) {
    case "import":
      return takeFile(database, form);
    case "save":
      return store(database, viewer, { form, at });
    default: {
      const fields = readPlanFields(form);
      const { plan, problems } = planOfFields(fields, await knownBodies(database, today));
      if (!plan) return { status: 422, answer: { ...NOTHING, fields, problems } };
      return { status: 200, answer: { ...NOTHING, fields, preview: await previewOf(database, plan) } };
    }
  }
}

async function takeFile(database: Database, form: FormData): Promise<{ status: number; answer: PlanAnswer }> {
  const file = form.get("file");
  const text = file instanceof File ? await file.text() : "";
  if (text.trim() === "") return { status: 422, answer: { ...NOTHING, fileProblems: ["Chọn tệp kế hoạch."] } };
  const { plan, problems } = readPlanFile(text);
  if (!plan) return { status: 422, answer: { ...NOTHING, fileProblems: problems } };
  return { status: 200, answer: { ...NOTHING, preview: await previewOf(database, plan) } };
}

async function store(
  database: Database,
  viewer: Viewer,
  { form, at }: { form: FormData; at: Date },
): Promise<{ saved: number } | { status: number; answer: PlanAnswer }> {
  const { plan, problems } = readPlanFile(String(form.get("plan") ?? ""));
  if (!plan) return { status: 422, answer: { ...NOTHING, fileProblems: problems } };
  const seen = String(form.get("seen") ?? "");
  const shown = async (refusal: string, status: number) => {
    const answer = { ...NOTHING, preview: await previewOf(database, plan), refusal };
    return { status, answer };
  };
  if (form.get("confirmed") !== "yes") return shown("Đánh dấu vào ô đồng ý trước khi ghi.", 422);
  const saved = await savePlan(database, viewer, { plan, seen, at });
  return saved === "done" ? { saved: plan.year } : shown(REFUSALS[saved], saved === "refused" ? 403 : 409);
}

async function previewOf(database: Database, plan: ReformPlan): Promise<PlanPreview> {
  const standing = await findPlan(database, plan.year);
  const counts = await countPlanDocuments(database, plan.year);
  const documents = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { plan, replaces: standing !== null, documents, seen: planMark(standing) };
}

/** Keys of the units that plans may name, by their names: those of the plans so far, and of the bodies under the province. */
async function knownBodies(database: Database, today: string): Promise<Map<string, string | null>> {
  const known = new Map<string, string | null>();
  const tree = await readTree(database, today);
  const root = tree.find(({ parentId }) => parentId === null);
  for (const { name, key, parentId } of tree) if (parentId === root?.id) known.set(name, key);
  for (const year of [...(await listPlanYears(database))].reverse()) {
    for (const { lead, coordinating } of (await findPlan(database, year))?.tasks ?? []) {
      for (const { name, unit } of [...lead, ...coordinating]) known.set(name, unit);
    }
  }
  return known;
}
