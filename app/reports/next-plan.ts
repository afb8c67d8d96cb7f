import type { ReformPlan, ReformTask } from "./reform-plan";

/**
 * A year's plan carried over to another year: deadlines move along, and so does the plan's own year in its texts. Numbers and
 * days of documents that the texts cite stay what they are.
 */
export function planForYear(plan: ReformPlan, year: number): ReformPlan {
  const moved = (text: string) => yearMoved(text, plan.year, year);
  return {
    year,
    title: moved(plan.title),
    source: `Lập từ ${plan.title.split(":")[0]?.trim() ?? "Phụ lục số 03"} của kế hoạch năm ${plan.year}.`,
    note: `Lập từ kế hoạch năm ${plan.year} ghi trong hệ thống, chưa ban hành. Cán bộ phụ trách rà soát cơ quan, thời hạn, văn bản dẫn chiếu theo kế hoạch được ban hành.`,
    tasks: plan.tasks.map((task): ReformTask => {
      const { deadline } = task;
      return {
        ...task,
        content: moved(task.content),
        products: task.products.map(moved),
        deadline: deadline.kind === "month" ? { ...deadline, year: deadline.year + year - plan.year } : deadline,
        deadline_text: moved(task.deadline_text),
      };
    }),
  };
}

/** The year standing for itself or in "tháng 12/2026": not in a day ("01/7/2026") nor in a number ("45/2026/NĐ-CP"). */
function yearMoved(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`(?<!\\d)(?<!\\d/\\d{1,2}/)${from}(?![\\d/])`, "g"), String(to));
}
