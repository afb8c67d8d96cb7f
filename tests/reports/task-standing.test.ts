import { describe, expect, it } from "vitest";
import { type ReformTask, reformPlanSchema } from "~/reports/reform-plan";
import { milestonesOf, missingOf } from "~/reports/task-standing";
import { reformTask } from "./sample-results";

const health = reformTask(4);
const survey = (status: "draft" | "closed" | "finalised", planned = false) => ({
  ...{ status, planned, opensOn: "2026-03-10", closesOn: "2026-10-31" },
});
const PLAN = { product: "Kế hoạch thực hiện" };
const REPORT = { product: "Báo cáo kết quả thực hiện" };

describe("what a survey task lacks", () => {
  it("is everything at first: plan, survey, report", () => {
    const gaps = missingOf(health, { documents: [], surveys: [], consolidated: false });
    expect(gaps.map(({ kind }) => kind)).toEqual(["no-plan", "no-survey", "no-report"]);
  });

  it("counts drafts apart from surveys that are not finalised", () => {
    const surveys = [survey("draft", true), survey("closed"), survey("closed"), survey("finalised")];
    expect(missingOf(health, { documents: [PLAN], surveys, consolidated: false })).toEqual([
      { kind: "drafts", count: 1 },
      { kind: "not-finalised", count: 2 },
      { kind: "no-report" },
    ]);
  });

  it("tells a plan and a report that are written from those that are issued, and is nothing in the end", () => {
    const surveys = [survey("finalised", true)];
    const kinds = (documents: { product: string }[]) =>
      missingOf(health, { documents, surveys, consolidated: true }).map(({ kind }) => kind);
    expect(kinds([])).toEqual(["plan-without-number", "report-without-number"]);
    expect(kinds([PLAN, REPORT])).toEqual([]);
  });

  it("says nothing of surveys to whoever sees only a part of them", () => {
    expect(missingOf(health, { documents: [PLAN], surveys: null, consolidated: false })).toEqual([
      { kind: "no-document", product: REPORT.product },
    ]);
  });
});

describe("the days of a task", () => {
  const days = (today: string, documents: { product: string }[] = [], task: ReformTask = health) =>
    milestonesOf(task, { planYear: 2026, today, firstOpens: "2026-03-10", documents });

  it("are the plan before the first survey, the days of those who compile, and its own deadline, in their order", () => {
    expect(days("2026-11-14").map(({ kind, by, lastDay, daysLeft }) => [kind, by, lastDay, daysLeft])).toEqual([
      ["plan", null, "2026-03-09", -250],
      ["compiled", "Văn phòng UBND tỉnh", "2026-11-14", 0],
      ["compiled", "Sở Nội vụ", "2026-11-19", 5],
      ["product", null, "2026-12-31", 47],
    ]);
  });

  it("are met by the document that was due", () => {
    expect(days("2026-11-14", [PLAN, REPORT]).map(({ kind, done }) => [kind, done])).toEqual([
      ["plan", true],
      ["compiled", false],
      ["compiled", false],
      ["product", true],
    ]);
  });

  it("are counted for nobody once the year is over", () => {
    expect(days("2027-01-01").every(({ daysLeft }) => daysLeft === null)).toBe(true);
  });

  it("have no day of the plan before a survey is there", () => {
    const [plan] = milestonesOf(health, { planYear: 2026, today: "2026-01-02", firstOpens: null, documents: [] });
    expect(plan).toMatchObject({ kind: "plan", lastDay: null, daysLeft: null });
  });
});

it("a plan without days of compilation is as good as before there were any", () => {
  const { compiled_before: _, ...task } = health;
  const plan = { year: 2027, title: "Phụ lục số 03", source: "Kế hoạch", note: "", tasks: [task] };
  expect(reformPlanSchema.parse(plan).tasks[0]?.compiled_before).toBeUndefined();
});
