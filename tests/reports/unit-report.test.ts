import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { finishedReport, loadReport } from "~/reports/compose-report.server";
import { openSurveyReport, openUnitReport, refreshReport } from "~/reports/open-report.server";
import { issuerOf, type ReportInput } from "~/reports/report-content";
import type { Block, ReportDocument } from "~/reports/report-document";
import { buildUnitReport } from "~/reports/unit-report-content";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { SurveyStep } from "~/surveys/survey-steps";
import { saveReport } from "~db/repositories/change-reports";
import { listReports } from "~db/repositories/reports";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";
import { maskedRow } from "./sample-measures";
import { hospitals, sampleResults, seedQuestionnaire, withRow } from "./sample-results";

const questionnaire = seedQuestionnaire("outpatient-qd56");
const results = sampleResults({ questionnaire, units: hospitals(), targetRate: 0.9 });

function report(key: string, changed: Partial<ReportInput> = {}): ReportDocument {
  const input = { results, task: null, planYear: 2026, planNote: null, today: "2026-12-05", snapshot: "bản chốt số 1" };
  const from = changed.results ?? results;
  const unit = from.units.find((one) => one.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  return buildUnitReport({ ...input, issuedBy: issuerOf(from), ...changed }, unit);
}

function words(document: ReportDocument): string {
  return JSON.stringify([document.body, document.annexes]);
}

function tables(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
}

const published = results.units.find(({ responses }) => (responses ?? 0) > 300)?.key ?? "";
const masked = results.units.find(({ responses }) => responses === 18)?.key ?? "";
const empty = results.units.find(({ responses }) => responses === 0)?.key ?? "";

describe("the report on a unit", () => {
  it("tells its figures beside the whole's, and says why neither is called higher", () => {
    const document = report(published);
    const rate = (unit: string) =>
      results.measures.find((row) => row.unit === unit && row.level === "overall")?.n_persons;
    expect(rate(published)).not.toBe(rate("*"));
    const beside = tables(document.body).find(({ caption }) => caption.includes("theo yếu tố của đơn vị"));
    expect(beside?.header[0]?.map(({ text }) => text)).toEqual(["Mã", "Tên", "Đơn vị", "Toàn bộ mẫu"]);
    expect(beside?.rows.at(-1)?.cells).toHaveLength(7);
    expect(words(document)).toContain("không kết luận cao hơn hay thấp hơn");
    expect(words(document)).toContain("Mục tiêu của kế hoạch");
    expect(document.annexes).toHaveLength(1);
  });

  it("of a masked unit says so and gives no figure of it", () => {
    const hidden = {
      ...results,
      measures: results.measures.map((row) => (row.unit === masked ? maskedRow(row) : row)),
    };
    const document = report(masked, { results: hidden });
    expect(words(document)).toContain("Kết quả của đơn vị không công bố");
    expect(tables(document.body)).toEqual([]);
    expect(document.annexes).toEqual([]);
    expect(words(document)).not.toContain("18 phiếu");
    expect(words(document)).toContain("chưa đạt mức tối thiểu 30 người trả lời để công bố kết quả");
    // What it tells of reckoning would be about figures that it does not have.
    expect(words(document)).not.toContain("CÁCH TÍNH");
    const unknown = { ...hidden, units: hidden.units.map((unit) => ({ ...unit, responses: null })) };
    expect(words(report(masked, { results: unknown }))).toContain("hoặc từ kết quả của đơn vị suy ra được");
  });

  it("says of masking what holds of its own annex, which tells levels that few chose", () => {
    const counts = (report(published).annexes[0]?.body ?? []).flatMap((block) =>
      block.kind === "table" ? block.table.rows.flatMap(({ cells }) => cells.slice(3).map(({ text }) => text)) : [],
    );
    expect(counts.some((text) => /^[1-9]\n/.test(text))).toBe(true);
    expect(words(report(published))).toContain("ghi đủ số câu trả lời ở từng mức, kể cả mức ít người chọn");
  });

  it("of a unit without answers says that there are none", () => {
    expect(words(report(empty))).toContain("chưa có phiếu trả lời");
  });

  it("takes every figure of the unit from its own rows", () => {
    const changed = withRow(results, "overall", "*", { rate: 0.1234, rate_ci: [0.11, 0.14] }, published);
    expect(words(report(published, { results: changed }))).toContain("12,34%");
  });

  it("has places for its authors", () => {
    expect(words(report(published))).toContain('"place":"recommendations"');
  });
});

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
const NOW = new Date("2026-12-02T03:00:00Z");

async function twoHospitals() {
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-nhi"];
  const { surveyId } = await addOpenSurvey(database, { units, owner: "th-syt" });
  const province = await provinceViewer(database);
  const officerOf = async (key: string): Promise<Viewer> => ({
    ...{ accountId: 0, role: "unit_officer", sector: null },
    unitId: await unitId(database, key),
  });
  const step = (taken: SurveyStep) =>
    moveSurvey(database, province, { surveyId, step: taken, reason: null, now: NOW, settings });
  const ask = (viewer: Viewer, unitKey: string, bare = false) =>
    openUnitReport(database, viewer, { surveyId, unitKey, bare, now: NOW, settings });
  /** Without an answer there is no figure: whoever opens it here wants it all the same. */
  const open = async (viewer: Viewer, unitKey: string) => {
    const opened = await ask(viewer, unitKey, true);
    return typeof opened === "number" ? opened : null;
  };
  return { database, surveyId, province, officerOf, step, ask, open };
}

describe("who opens the report on a unit", () => {
  it("is an officer of the unit once results are fixed, and of no other unit", async () => {
    const { database, surveyId, province, officerOf, step, open } = await twoHospitals();
    const officer = await officerOf("bv-dk-tinh");
    const neighbour = await officerOf("bv-nhi");
    expect(await open(officer, "bv-dk-tinh")).toBeNull();
    await step("close");
    await step("finalise");
    const id = await open(officer, "bv-dk-tinh");
    expect(id).not.toBeNull();
    expect(await open(province, "bv-dk-tinh")).toBe(id);
    expect(await open(neighbour, "bv-dk-tinh")).toBeNull();
    expect(await loadReport(database, neighbour, id ?? 0)).toBeNull();
    expect(await listReports(database, neighbour)).toEqual([]);
    expect((await listReports(database, officer)).map((one) => one.id)).toEqual([id]);
    const loaded = await loadReport(database, officer, id ?? 0);
    expect(loaded).toMatchObject({ owned: false, snapshots: [{ surveyId, kind: "final" }] });
    if (loaded) expect((await finishedReport(database, loaded)).subject).toContain("Bệnh viện");
  });

  it("does not let the unit's officer write it, take new figures into it, or see the survey's own report", async () => {
    const { database, surveyId, province, officerOf, step, open } = await twoHospitals();
    await step("close");
    await step("finalise");
    const officer = await officerOf("bv-dk-tinh");
    const id = (await open(officer, "bv-dk-tinh")) ?? 0;
    const loaded = await loadReport(database, officer, id);
    if (!loaded) throw new Error("no report");
    const head = { number: "", place: "", day: "", signer: { title: "", name: "" }, recipients: [] };
    const change = {
      reportId: id,
      remarks: new Map([["assessment", "x"]]),
      head,
      seen: loaded.report.changedAt,
      at: NOW,
    };
    expect(await saveReport(database, officer, change)).toBe("refused");
    expect(await refreshReport(database, officer, loaded, { now: NOW, settings })).toBe(false);
    expect(await saveReport(database, province, change)).toBe("done");
    const whole = await openSurveyReport(database, province, { surveyId, now: NOW, settings });
    expect(await loadReport(database, officer, whole ?? 0)).toBeNull();
  });

  it("is asked again before a report without any figure is made, and not once it stands", async () => {
    const { database, province, ask } = await twoHospitals();
    expect(await ask(province, "bv-nhi")).toBe("empty");
    expect(await listReports(database, province)).toEqual([]);
    const made = await ask(province, "bv-nhi", true);
    expect(typeof made).toBe("number");
    expect(await ask(province, "bv-nhi")).toBe(made);
  });

  it("hides a report with figures as of a day from the unit", async () => {
    const { database, officerOf, province, open } = await twoHospitals();
    const id = await open(province, "bv-dk-tinh");
    expect(id).not.toBeNull();
    expect(await loadReport(database, await officerOf("bv-dk-tinh"), id ?? 0)).toBeNull();
  });

  it("makes none of a unit that the survey does not ask in", async () => {
    const { province, open } = await twoHospitals();
    expect(await open(province, "bv-mat")).toBeNull();
    expect(await open(province, "khong-co")).toBeNull();
  });
});
