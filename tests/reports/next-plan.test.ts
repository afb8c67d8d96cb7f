import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { changePlan } from "~/reports/change-plan.server";
import { planForYear } from "~/reports/next-plan";
import { readPlanFile } from "~/reports/read-plan-file";
import { type ReformPlan, reformPlanSchema } from "~/reports/reform-plan";
import { fieldsOfPlan, planOfFields, readPlanFields } from "~/reports/reform-plan-form";
import type { Database } from "~db/open-database.server";
import { findPlan, planMark, savePlan } from "~db/repositories/reform-plans";
import { addTaskDocument } from "~db/repositories/task-documents";
import { referenceDatabase } from "../support/databases";
import { unitId } from "../support/surveys";

const AT = new Date("2026-11-01T03:00:00Z");
const TODAY = "2026-11-01";

function seed(year: number): ReformPlan {
  const file = new URL(`../../seeds/plans/phu-luc-03-${year}.json`, import.meta.url);
  return reformPlanSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

async function viewerAt(database: Database, key: string, role: Role = "administrator"): Promise<Viewer> {
  return { accountId: 0, role, unitId: await unitId(database, key), sector: null };
}

/** A form as a browser sends it from the fields of a plan. */
function formOf(plan: ReformPlan, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const { tasks, ...rest } = fieldsOfPlan(plan);
  for (const [name, value] of Object.entries(rest)) form.set(name, value);
  for (const [index, task] of tasks.entries()) {
    for (const [name, value] of Object.entries(task)) {
      if (value !== false) form.set(`t${index}.${name}`, value === true ? "yes" : value);
    }
  }
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
}

const unitsOf = (plan: ReformPlan) =>
  new Map(
    plan.tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating].map(({ name, unit }) => [name, unit])),
  );

describe("a plan carried over to the next year", () => {
  it("moves deadlines and the year of the plan, but no document that its texts cite", () => {
    const plan = seed(2026);
    const text = "Thực hiện Quyết định số 45/2026/QĐ-UBND ngày 01/7/2026; hoàn thành tháng 12/2026, năm 2026.";
    const [first, ...others] = plan.tasks;
    if (!first) throw new Error("no task");
    const next = planForYear({ ...plan, tasks: [{ ...first, content: text }, ...others] }, 2027);
    expect(next.year).toBe(2027);
    expect(next.tasks[0]?.content).toBe(
      "Thực hiện Quyết định số 45/2026/QĐ-UBND ngày 01/7/2026; hoàn thành tháng 12/2027, năm 2027.",
    );
    expect(next.tasks[2]).toMatchObject({
      deadline: { kind: "month", year: 2027, month: 12 },
      deadline_text: "Báo cáo kết quả khảo sát: tháng 12/2027.",
    });
    expect(next.tasks[3]?.deadline_text).toBe(plan.tasks[3]?.deadline_text);
    expect(reformPlanSchema.safeParse(next).success).toBe(true);
  });
});

describe("the form of a plan", () => {
  it.each([2023, 2026])("gives the plan of %i back as it was", (year) => {
    const plan = seed(year);
    expect(planOfFields(readPlanFields(formOf(plan)), unitsOf(plan))).toEqual({ plan, problems: [] });
  });

  it("names each field that is wrong and keeps what was typed", () => {
    const plan = seed(2026);
    const form = formOf(plan, {
      "t1.content": "",
      "t2.month": "13",
      "t3.compiled": "sai",
      "t4.number": "1",
      title: "",
    });
    const fields = readPlanFields(form);
    const { problems } = planOfFields(fields, unitsOf(plan));
    expect(problems.map(({ field }) => field).sort()).toEqual(["t1.content", "t2.month", "t3.compiled", "title"]);
    expect(fields.tasks[3]?.compiled).toBe("sai");
    const twice = planOfFields(readPlanFields(formOf(plan, { "t4.number": "1" })), unitsOf(plan));
    expect(twice.problems).toEqual([{ field: "t4.number", message: "Mục thứ 5: Số 1 đã dùng cho nhiệm vụ khác" }]);
  });

  it("leaves out what is ticked to go and takes in a new task", () => {
    const plan = seed(2026);
    const added = {
      number: "8",
      content: "Việc mới",
      products: "Báo cáo",
      lead: "Sở Nội vụ",
      month: "12",
      year: "2026",
    };
    const more = Object.fromEntries(Object.entries(added).map(([name, value]) => [`t7.${name}`, value]));
    const form = formOf(plan, {
      "t0.drop": "yes",
      ...more,
      "t7.deadline": "month",
      "t7.deadline_text": "Tháng 12/2026.",
    });
    const { plan: read } = planOfFields(readPlanFields(form), unitsOf(plan));
    expect(read?.tasks.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(read?.tasks.at(-1)?.lead).toEqual([{ name: "Sở Nội vụ", unit: "th-snv" }]);
  });
});

describe("a file of a plan", () => {
  it("is told what is wrong by its place", () => {
    expect(readPlanFile("{").problems).toEqual(["Tệp không phải JSON, hoặc bị cắt dở."]);
    const broken = { ...seed(2026), tasks: [{ ...seed(2026).tasks[0], lead: [{ name: "", unit: null }] }] };
    expect(readPlanFile(JSON.stringify(broken)).problems[0]).toMatch(/^tasks\[0\]\.lead\[0\]\.name: /);
    expect(readPlanFile(JSON.stringify(seed(2026)))).toEqual({ plan: seed(2026), problems: [] });
  });
});

describe("storing a plan", () => {
  const step = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return { form, today: TODAY, at: AT };
  };

  it("shows it first and stores it once it is agreed to", async () => {
    const database = referenceDatabase();
    const viewer = await viewerAt(database, "th");
    const next = planForYear(seed(2026), 2027);
    const form = formOf(next, { change: "check" });
    const shown = await changePlan(database, viewer, { form, today: TODAY, at: AT });
    expect(shown).toMatchObject({ status: 200, answer: { preview: { plan: next, replaces: false, seen: "" } } });
    expect(await findPlan(database, 2027)).toBeNull();
    const save = { change: "save", plan: JSON.stringify(next), seen: "" };
    expect(await changePlan(database, viewer, step(save))).toMatchObject({ status: 422 });
    expect(await findPlan(database, 2027)).toBeNull();
    expect(await changePlan(database, viewer, step({ ...save, confirmed: "yes" }))).toEqual({ saved: 2027 });
    expect(await findPlan(database, 2027)).toEqual(next);
    expect(database.$client.prepare("select kind from activities order by id desc limit 1").pluck().get()).toBe(
      "task.plan",
    );
    // The page that was shown before knows nothing of what stands there now.
    expect(await changePlan(database, viewer, step({ ...save, confirmed: "yes" }))).toMatchObject({ status: 409 });
  });

  it("takes a file, and refuses one that is none", async () => {
    const database = referenceDatabase();
    const viewer = await viewerAt(database, "th");
    const form = new FormData();
    form.set("change", "import");
    expect(await changePlan(database, viewer, { form, today: TODAY, at: AT })).toMatchObject({ status: 422 });
    form.set("file", new File([JSON.stringify(seed(2026))], "ke-hoach.json"));
    const shown = await changePlan(database, viewer, { form, today: TODAY, at: AT });
    expect(shown).toMatchObject({ status: 200, answer: { preview: { replaces: true, documents: 0 } } });
  });

  it("never takes a task away under its documents", async () => {
    const database = referenceDatabase();
    const viewer = await viewerAt(database, "th");
    const document = { product: "Kế hoạch thực hiện", number: "1/KH-SYT", issuedOn: "2026-02-02", note: "" };
    await addTaskDocument(database, viewer, { task: { planYear: 2026, taskNumber: 4 }, document, at: AT });
    const plan = seed(2026);
    const seen = planMark(await findPlan(database, 2026));
    const without = { ...plan, tasks: plan.tasks.filter(({ number }) => number !== 4) };
    expect(await savePlan(database, viewer, { plan: without, seen, at: AT })).toBe("documents");
    expect(await savePlan(database, viewer, { plan: { ...plan, title: "Tên khác" }, seen, at: AT })).toBe("done");
  });

  it("is the province's alone", async () => {
    const database = referenceDatabase();
    const department = await viewerAt(database, "th-syt");
    const plan = planForYear(seed(2026), 2027);
    expect(await savePlan(database, department, { plan, seen: "", at: AT })).toBe("refused");
    expect(await findPlan(database, 2027)).toBeNull();
  });
});
