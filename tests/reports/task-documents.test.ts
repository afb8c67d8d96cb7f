import { describe, expect, it } from "vitest";
import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { loadTaskBoard, loadTaskBoardWithDebts } from "~/reports/load-task-board.server";
import { readDocumentForm } from "~/reports/task-document";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { Database } from "~db/open-database.server";
import { addMissingPlan, findPlan } from "~db/repositories/reform-plans";
import {
  addTaskDocument,
  changeTaskDocument,
  listTaskDocuments,
  removeTaskDocument,
} from "~db/repositories/task-documents";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, unitId } from "../support/surveys";

const AT = new Date("2026-06-01T03:00:00Z");
const TODAY = "2026-06-01";
const HEALTH = { planYear: 2026, taskNumber: 4 };
const PLAN = { product: "Kế hoạch thực hiện", number: "12/KH-SYT", issuedOn: "2026-02-03", note: "" };

async function viewerAt(database: Database, key: string, role: Role = "designer"): Promise<Viewer> {
  return { accountId: 0, role, unitId: await unitId(database, key), sector: null };
}

describe("a survey on the board", () => {
  it("stands where it stands itself, whatever became of others", async () => {
    const database = referenceDatabase();
    const lead = await viewerAt(database, "th-syt");
    const [fixed, open] = [
      await addOpenSurvey(database, { owner: "th-syt", title: "Đã chốt" }),
      await addOpenSurvey(database, { owner: "th-syt", title: "Đang thu" }),
    ];
    const settings = { timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" };
    const moment = { now: AT, settings: { ...settings, minimums: { cell: 10, unit: 30 } }, reason: null };
    for (const step of ["close", "finalise"] as const)
      expect(await moveSurvey(database, lead, { surveyId: fixed.surveyId, step, ...moment })).toBe("done");
    const board = await loadTaskBoard(database, lead, { year: 2026, today: TODAY });
    const surveys = board?.tasks.find(({ task }) => task.number === 4)?.surveys ?? [];
    const standings = new Map(surveys.map(({ id, standing }) => [id, standing]));
    expect(standings.get(fixed.surveyId)).toMatchObject({ finalNumber: 1, published: false });
    expect(standings.get(open.surveyId)).toMatchObject({ finalNumber: null, published: false, planned: false });
  });
});

describe("a document issued for a task", () => {
  it("is entered, corrected and removed by the lead, each recorded", async () => {
    const database = referenceDatabase();
    const lead = await viewerAt(database, "th-syt");
    expect(await addTaskDocument(database, lead, { task: HEALTH, document: PLAN, at: AT })).toBe(true);
    const [entered] = await listTaskDocuments(database, 2026);
    expect(entered).toMatchObject({ ...PLAN, taskNumber: 4 });
    const id = entered?.id ?? 0;
    const document = { ...PLAN, number: "13/KH-SYT" };
    expect(await changeTaskDocument(database, lead, { id, task: HEALTH, document, at: AT })).toBe(true);
    expect(await listTaskDocuments(database, 2026)).toMatchObject([{ id, number: "13/KH-SYT" }]);
    expect(await removeTaskDocument(database, lead, { id, task: HEALTH, at: AT })).toBe(true);
    expect(await listTaskDocuments(database, 2026)).toEqual([]);
    const kinds = database.$client.prepare("select kind from activities order by id").pluck().all();
    expect(kinds.slice(-3)).toEqual(["task.document", "task.document-change", "task.document-remove"]);
  });

  it("is nobody's who does not speak for the lead", async () => {
    const database = referenceDatabase();
    const lead = await viewerAt(database, "th-syt");
    await addTaskDocument(database, lead, { task: HEALTH, document: PLAN, at: AT });
    const id = (await listTaskDocuments(database, 2026))[0]?.id ?? 0;
    for (const key of ["th-sgddt", "bv-dk-tinh"]) {
      const other = await viewerAt(database, key, "administrator");
      expect(await addTaskDocument(database, other, { task: HEALTH, document: PLAN, at: AT })).toBe(false);
      expect(await changeTaskDocument(database, other, { id, task: HEALTH, document: PLAN, at: AT })).toBe(false);
      expect(await removeTaskDocument(database, other, { id, task: HEALTH, at: AT })).toBe(false);
    }
    // Nor through the number of another task of one's own.
    const province = await viewerAt(database, "th", "administrator");
    expect(await removeTaskDocument(database, province, { id, task: { ...HEALTH, taskNumber: 5 }, at: AT })).toBe(
      false,
    );
    expect(await removeTaskDocument(database, province, { id, task: HEALTH, at: AT })).toBe(true);
  });

  it("of a task of groups of bodies is the province's to enter", async () => {
    const database = referenceDatabase();
    const task = { planYear: 2026, taskNumber: 1 };
    const document = { ...PLAN, product: "Báo cáo kết quả thực hiện" };
    const enter = async (key: string) =>
      addTaskDocument(database, await viewerAt(database, key, "administrator"), { task, document, at: AT });
    expect(await enter("th-syt")).toBe(false);
    expect(await enter("th")).toBe(true);
  });

  it("is of one of the task's products", async () => {
    const database = referenceDatabase();
    const lead = await viewerAt(database, "th-syt");
    const document = { ...PLAN, product: "Quyết định" };
    expect(await addTaskDocument(database, lead, { task: HEALTH, document, at: AT })).toBe(false);
  });
});

describe("the form of a document", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readDocumentForm(form, TODAY);
  };

  it("keeps what was typed and names each field that is wrong", () => {
    const { values, problems } = read({ product: "", number: " ", issuedOn: "2026-02-30", note: "Ghi chú" });
    expect(values.note).toBe("Ghi chú");
    expect(problems.map(({ field }) => field)).toEqual(["product", "number", "issuedOn"]);
  });

  it("takes no day to come", () => {
    expect(read({ ...PLAN, issuedOn: "2026-06-02" }).problems).toMatchObject([{ field: "issuedOn" }]);
    expect(read(PLAN).problems).toEqual([]);
  });
});

describe("the board", () => {
  it("shows a department its surveys and what is missing, and a hospital only what is in its scope", async () => {
    const database = referenceDatabase();
    const own = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh"], title: "Của Sở" });
    const hidden = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-nhi"], title: "Nơi khác" });
    const board = async (key: string) => {
      const loaded = await loadTaskBoard(database, await viewerAt(database, key), { year: 2026, today: TODAY });
      const entry = loaded?.tasks.find(({ task }) => task.number === 4);
      if (!entry) throw new Error("no task 4");
      return entry;
    };
    const department = await board("th-syt");
    expect(department.surveys.map(({ id }) => id)).toEqual([own.surveyId, hidden.surveyId]);
    expect(department.missing).toEqual([
      { kind: "no-plan" },
      { kind: "not-finalised", count: 2 },
      { kind: "no-report" },
    ]);
    const hospital = await board("bv-dk-tinh");
    expect(hospital.surveys).toMatchObject([{ id: own.surveyId, standing: null }]);
    expect(hospital.leads).toBe(false);
    expect(hospital.missing.some(({ kind }) => kind === "not-finalised")).toBe(false);
  });

  it("of this year says what the year before still owes, of work that was begun", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh"], title: "Năm ngoái" });
    const dues = async (key: string) => {
      const board = await loadTaskBoardWithDebts(database, await viewerAt(database, key), {
        ...{ year: 2027, today: "2027-01-10" },
      });
      return board?.dues.filter(({ year }) => year === 2026).map(({ kind, taskNumber }) => [kind, taskNumber]);
    };
    const plan = await findPlan(database, 2026);
    if (plan) await addMissingPlan(database, { ...plan, year: 2027 });
    expect(await dues("th-syt")).toEqual([
      ["plan", 4],
      ["product", 4],
    ]);
    expect(await dues("th-sgddt")).toEqual([]);
  });

  it("of a year without a plan is none", async () => {
    const database = referenceDatabase();
    const viewer = await viewerAt(database, "th");
    expect(await loadTaskBoard(database, viewer, { year: 2031, today: TODAY })).toBeNull();
  });
});
