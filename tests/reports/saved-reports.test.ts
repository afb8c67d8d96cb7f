import { describe, expect, it } from "vitest";
import { changeReport } from "~/reports/change-report.server";
import { finishedReport, loadReport } from "~/reports/compose-report.server";
import { makeReportFile } from "~/reports/make-report-file.server";
import { openSurveyReport, refreshReport } from "~/reports/open-report.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { SurveyStep } from "~/surveys/survey-steps";
import { saveReport } from "~db/repositories/change-reports";
import { listReports } from "~db/repositories/reports";
import { referenceDatabase } from "../support/databases";
import { addFinalised } from "../support/published";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
const NOW = new Date("2026-12-02T03:00:00Z");
const LATER = new Date("2026-12-09T03:00:00Z");
const HEAD = {
  number: "12/BC-SYT",
  place: "",
  day: "2026-12-10",
  signer: { title: "Giám đốc", name: "Ký thử" },
  recipients: [],
};

async function surveyToReport() {
  const database = referenceDatabase();
  const { surveyId } = await addOpenSurvey(database);
  const viewer = await provinceViewer(database);
  const step = (taken: SurveyStep, reason: string | null = null) =>
    moveSurvey(database, viewer, { surveyId, step: taken, reason, now: NOW, settings });
  const open = (now = NOW) => openSurveyReport(database, viewer, { surveyId, now, settings });
  const load = async (id: number | null) => {
    const loaded = await loadReport(database, viewer, id ?? 0);
    if (!loaded) throw new Error("no report");
    return loaded;
  };
  return { database, viewer, surveyId, step, open, load };
}

describe("the report on a survey", () => {
  it("is one, however often it is asked for, and names the snapshot of its figures", async () => {
    const { database, viewer, step, open, load } = await surveyToReport();
    await step("close");
    await step("finalise");
    const id = await open();
    expect(id).not.toBeNull();
    expect(await open(LATER)).toBe(id);
    expect(await listReports(database, viewer)).toHaveLength(1);
    const loaded = await load(id);
    expect(loaded.snapshots).toMatchObject([{ number: 1, kind: "final", previous: false }]);
    const text = JSON.stringify(await finishedReport(database, loaded));
    expect(text).toContain("không so sánh được với năm trước: không có đợt năm trước đã chốt");
    expect(text).toContain(`bản chốt số liệu số 1, mã ${loaded.snapshots[0]?.hash.slice(0, 12)}`);
  });

  it("saves what is being written when new figures are asked for, and says so where somebody else wrote meanwhile", async () => {
    const { database, viewer, step, open, load } = await surveyToReport();
    await step("close");
    const id = await open();
    const before = await load(id);
    const written = (values: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      return form;
    };
    const send = async (values: Record<string, string>) =>
      changeReport(database, viewer, { loaded: await load(id), form: written(values), now: LATER, settings });
    const typed = { change: "refresh", seen: before.report.changedAt, assessment: "Đang viết dở", number: "7/BC-SYT" };
    await step("finalise");
    expect(await send(typed)).toEqual({ done: "refresh" });
    const after = await load(id);
    expect(after.remarks).toMatchObject([{ place: "assessment", text: "Đang viết dở" }]);
    expect(after.report.head).toMatchObject({ number: "7/BC-SYT" });
    expect(after.snapshots).toMatchObject([{ kind: "final" }]);
    expect(await send({ ...typed, assessment: "Viết từ trang cũ" })).toMatchObject({
      ...{ done: null, status: 409, values: { remarks: { assessment: "Viết từ trang cũ" } } },
    });
    expect(await send({ change: "refresh" })).toEqual({ done: "refresh" });
    expect((await load(id)).remarks).toMatchObject([{ text: "Đang viết dở" }]);
    expect(await send({ change: "save", seen: (await load(id)).report.changedAt, day: "2026-13-40" })).toMatchObject({
      ...{ done: null, status: 422, problems: [{ field: "day" }] },
    });
  });

  it("gives the same bytes again on another day, and others when its figures are others", async () => {
    const { database, viewer, step, open, load } = await surveyToReport();
    await step("close");
    await step("finalise");
    const id = await open();
    const file = async () => makeReportFile(database, await load(id), "report.docx");
    const [first, again] = [await file(), await file()];
    expect(Buffer.compare(first?.body as Buffer, again?.body as Buffer)).toBe(0);
    await step("correct", "Đính chính thử");
    await step("finalise");
    await refreshReport(database, viewer, await load(id), { now: LATER, settings });
    expect(Buffer.compare(first?.body as Buffer, (await file())?.body as Buffer)).not.toBe(0);
  });

  it("keeps what its authors wrote when its figures change from provisional to final", async () => {
    const { database, viewer, step, open, load } = await surveyToReport();
    const id = await open();
    const before = await load(id);
    expect(before.snapshots).toMatchObject([{ kind: "provisional" }]);
    const remarks = new Map([["assessment", "Câu thứ nhất.\n\nCâu thứ hai."]]);
    const change = { reportId: before.report.id, remarks, head: HEAD, seen: before.report.changedAt, at: LATER };
    expect(await saveReport(database, viewer, change)).toBe("done");
    await step("close");
    await step("finalise");
    expect(await refreshReport(database, viewer, await load(id), { now: LATER, settings })).toBe(true);
    const after = await load(id);
    expect(after.snapshots).toMatchObject([{ kind: "final" }]);
    const document = await finishedReport(database, after);
    const paragraphs = document.body.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
    expect(paragraphs).toEqual(expect.arrayContaining(["Câu thứ nhất.", "Câu thứ hai."]));
    expect(document.letterhead).toMatchObject({ number: "Số: 12/BC-SYT" });
    expect(document.letterhead.placeAndDay).toContain("10 tháng 12 năm 2026");
    expect(document.closing).toMatchObject({ signatory: ["GIÁM ĐỐC"], signer: "Ký thử" });
  });

  it("is not overwritten by who saw an older one", async () => {
    const { database, viewer, open, load } = await surveyToReport();
    const { report } = await load(await open());
    const change = { reportId: report.id, remarks: new Map([["assessment", "Một"]]), head: HEAD, at: LATER };
    expect(await saveReport(database, viewer, { ...change, seen: report.changedAt })).toBe("done");
    expect(await saveReport(database, viewer, { ...change, seen: report.changedAt })).toBe("outdated");
  });

  it("is hidden from and closed to whoever does not run the survey", async () => {
    const { database, surveyId, open } = await surveyToReport();
    const id = (await open()) ?? 0;
    const hospital = {
      ...{ accountId: 0, role: "unit_officer" as const, sector: null },
      unitId: await unitId(database, "bv-dk-tinh"),
    };
    expect(await openSurveyReport(database, hospital, { surveyId, now: NOW, settings })).toBeNull();
    expect(await listReports(database, hospital)).toEqual([]);
    expect(await loadReport(database, hospital, id)).toBeNull();
    const change = { reportId: id, remarks: new Map(), head: HEAD, seen: NOW.toISOString(), at: LATER };
    expect(await saveReport(database, hospital, change)).toBe("refused");
  });

  it("sets the figure of the year before beside its own, where the same body ran a survey that is linked", async () => {
    const database = referenceDatabase();
    const levels = { 5: 60, 2: 20 };
    const units = [{ key: "bv-dk-tinh", levels }];
    await addFinalised(database, { units, opensOn: "2025-01-01", closesOn: "2025-05-31", title: "Đợt 2025" });
    const { viewer, surveyId } = await addFinalised(database, { units, title: "Đợt 2026" });
    const id = await openSurveyReport(database, viewer, { surveyId, now: NOW, settings });
    const loaded = await loadReport(database, viewer, id ?? 0);
    if (!loaded) throw new Error("no report");
    expect(loaded.snapshots.map(({ previous }) => previous)).toEqual([false, true]);
    const text = JSON.stringify(await finishedReport(database, loaded));
    expect(text).toContain("So với “Đợt 2025”, tỷ lệ hài lòng chung (gộp phiếu) giữ nguyên 75,00%");
    expect(text).toContain("chưa đủ căn cứ để kết luận có thay đổi");
    expect(await refreshReport(database, viewer, loaded, { now: LATER, settings })).toBe(true);
    expect((await loadReport(database, viewer, id ?? 0))?.snapshots).toHaveLength(2);
  });
});
