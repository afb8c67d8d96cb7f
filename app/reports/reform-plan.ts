import { z } from "zod";
import { addDays } from "~/i18n/dates";
import { SECTORS } from "~/questionnaires/questionnaire";

/** A yearly plan as Phụ lục 03 of the reform plan sets it out: seven tasks with lead, product and deadline. */

const body = z.strictObject({
  name: z.string().min(1),
  /** Key of the unit in the tree, or null for a group of bodies. */
  unit: z.string().nullable(),
});

const deadline = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("month"), year: z.int(), month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal("every-year"), month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal("continuous"), note: z.string() }),
]);

/** A day before which somebody compiles what the leads report, ahead of the task's own deadline (the plan, part IV). */
const compilation = z.strictObject({
  by: z.string().min(1),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});

const reformTask = z.strictObject({
  number: z.int().min(1),
  content: z.string().min(1),
  products: z.array(z.string().min(1)).min(1),
  lead: z.array(body).min(1),
  coordinating: z.array(body),
  deadline,
  deadline_text: z.string().min(1),
  compiled_before: z.array(compilation).optional(),
  /** Sector of the surveys whose report the task ends in, or null where the task is no survey. */
  survey_sector: z.enum(SECTORS).nullable(),
  requires_plan: z.boolean(),
  respondents: z.array(z.enum(["citizen", "organisation"])),
  note: z.string().optional(),
});

export const reformPlanSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  title: z.string().min(1),
  source: z.string().min(1),
  note: z.string(),
  tasks: z
    .array(reformTask)
    .min(1, "Kế hoạch phải có ít nhất một nhiệm vụ")
    .superRefine((tasks, context) => {
      for (const [index, { number }] of tasks.entries()) {
        if (tasks.findIndex((other) => other.number === number) < index) {
          context.addIssue({
            code: "custom",
            path: [index, "number"],
            message: `Số ${number} đã dùng cho nhiệm vụ khác`,
          });
        }
      }
    }),
});

export type ReformPlan = z.output<typeof reformPlanSchema>;
export type ReformTask = ReformPlan["tasks"][number];

/** A document issued for a task, as officers enter it. */
export const issuedDocumentSchema = z.strictObject({
  product: z.string().trim().min(1, "Chọn sản phẩm").max(300, "Tên sản phẩm dài quá 300 ký tự"),
  number: z.string().trim().min(1, "Ghi số, ký hiệu của văn bản").max(60, "Số, ký hiệu dài quá 60 ký tự"),
  issuedOn: z.iso.date("Ghi ngày ban hành"),
  note: z.string().trim().max(500, "Ghi chú dài quá 500 ký tự"),
});

export type IssuedDocument = z.output<typeof issuedDocumentSchema>;

/**
 * Last day on which the task's product is due in the plan year, ISO; null where it runs continuously. A month means its
 * last day.
 */
export function deadlineOn(task: ReformTask, planYear: number): string | null {
  if (task.deadline.kind === "continuous") return null;
  const year = task.deadline.kind === "month" ? task.deadline.year : planYear;
  const lastDay = new Date(Date.UTC(year, task.deadline.month, 0)).getUTCDate();
  return `${year}-${String(task.deadline.month).padStart(2, "0")}-${String(lastDay).padStart(2, "0")}`;
}

/** The last day on which figures reach whoever compiles them before a day of the plan year, ISO. */
export function lastDayBefore({ month, day }: { month: number; day: number }, planYear: number): string {
  return addDays(new Date(Date.UTC(planYear, month - 1, day)).toISOString().slice(0, 10), -1);
}

/** Whether a product of a task is a plan ("Kế hoạch thực hiện") or a report, by its first words. */
export function productKind(product: string): "plan" | "report" | "other" {
  if (/^kế hoạch/iu.test(product)) return "plan";
  return /^báo cáo/iu.test(product) ? "report" : "other";
}
