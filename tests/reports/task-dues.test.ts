import { describe, expect, it } from "vitest";
import type { BoardSurvey, BoardTask } from "~/reports/task-board";
import { duesOf } from "~/reports/task-dues";
import { type IssuedProduct, milestonesOf, missingOf } from "~/reports/task-standing";
import { reformTask } from "./sample-results";

const PLAN = { product: "Kế hoạch thực hiện" };
const REPORT = { product: "Báo cáo kết quả thực hiện" };

function survey(status: BoardSurvey["status"], planned = true): BoardSurvey {
  return {
    ...{ id: 7, title: "Đợt", simulated: false, status, opensOn: "2026-03-10", closesOn: "2026-10-31" },
    standing: { planned, finalNumber: null, published: false, withdrawn: false, correcting: false, reportId: null },
  };
}

/** A task of whose lead the reader is, on a day. */
function entry({
  number = 4,
  today = "2026-11-23",
  documents = [] as IssuedProduct[],
  surveys = [] as BoardSurvey[],
  reports = [] as BoardTask["reports"],
  begun = false,
}): BoardTask {
  const task = reformTask(number);
  const consolidated = reports.some(({ kind }) => kind === "task");
  const standings = surveys.map((one) => ({ ...one, planned: one.standing?.planned ?? false }));
  const firstOpens = surveys[0]?.opensOn ?? null;
  return {
    ...{ task, leads: true, surveys, documents: [], reports },
    missing: missingOf(task, { documents, surveys: standings, consolidated }),
    milestones: milestonesOf(task, { planYear: 2026, today, firstOpens, documents, begun }),
  };
}

const owed = (task: BoardTask) =>
  duesOf([task], 2026).map(({ kind, by, daysLeft, step }) => [kind, by, daysLeft, step?.kind ?? null]);

describe("what the lead of a survey task owes", () => {
  it("stays owed after its day, the longest overdue first, each with what comes next", () => {
    expect(owed(entry({ surveys: [survey("closed", false)] }))).toEqual([
      ["plan", null, -259, "write-plan"],
      ["compiled", "Văn phòng UBND tỉnh", -9, "make-period"],
      ["compiled", "Sở Nội vụ", -4, "make-period"],
      ["product", null, 38, "finalise"],
    ]);
  });

  it("is met by the report of twelve months for those who compile, by documents for the rest", () => {
    const period = { id: 1, kind: "period", period: "12-months" } as const;
    const surveys = [survey("finalised")];
    expect(owed(entry({ surveys, reports: [period] }))).toEqual([
      ["plan", null, -259, "enter-document"],
      ["product", null, 38, "make-report"],
    ]);
    const consolidated = { id: 2, kind: "task", period: null } as const;
    expect(owed(entry({ surveys, reports: [period, consolidated], documents: [PLAN] }))).toEqual([
      ["product", null, 38, "enter-document"],
    ]);
    expect(owed(entry({ surveys, reports: [period], documents: [PLAN, REPORT] }))).toEqual([]);
  });

  it("is a survey first where there is none, and none to finalise while it takes forms", () => {
    expect(owed(entry({ today: "2026-01-05" })).map(([kind, , , step]) => [kind, step])).toEqual([
      ["compiled", "make-period"],
      ["compiled", "make-period"],
      ["product", "new-survey"],
      ["plan", "new-survey"],
    ]);
    expect(owed(entry({ surveys: [survey("open")] })).at(-1)?.[3]).toBe("open-survey");
  });

  it("of a former year is what was begun, and nothing for those who compiled it", () => {
    const surveys = [survey("finalised")];
    expect(owed(entry({ today: "2027-01-10", surveys, begun: true }))).toEqual([
      ["plan", null, -307, "enter-document"],
      ["product", null, -10, "make-report"],
    ]);
    expect(owed(entry({ today: "2027-01-10", surveys }))).toEqual([]);
  });
});

describe("what the lead of another task owes", () => {
  it("is told to those who compile until the day, and its product has no day where the task goes on", () => {
    expect(owed(entry({ number: 2, today: "2026-11-14" }))).toEqual([
      ["compiled", "Văn phòng UBND tỉnh", 0, null],
      ["compiled", "Sở Nội vụ", 5, null],
      ["product", null, null, "enter-document"],
    ]);
    expect(owed(entry({ number: 2 }))).toEqual([["product", null, null, "enter-document"]]);
  });
});

it("nobody owes what another body leads", () => {
  expect(duesOf([{ ...entry({}), leads: false }], 2026)).toEqual([]);
});
