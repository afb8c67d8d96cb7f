import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { finishedReport, loadReport } from "~/reports/compose-report.server";
import { makeReportFile } from "~/reports/make-report-file.server";
import { refreshReport } from "~/reports/open-report.server";
import { openComparisonReport, openPeriodReport, openTaskReport } from "~/reports/open-task-report.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { Database } from "~db/open-database.server";
import { listReports } from "~db/repositories/reports";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { pdfPages } from "../support/programs";
import { addOpenSurvey, type OpenSurvey, unitId } from "../support/surveys";

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
const NOW = new Date("2026-12-02T03:00:00Z");
const TASK = { year: 2026, number: 4, now: NOW, settings };

async function department(key = "th-syt") {
  const database = referenceDatabase();
  const viewer = await viewerAt(database, key);
  const finalise = async ({ surveyId }: OpenSurvey) => {
    for (const step of ["close", "finalise"] as const)
      await moveSurvey(database, viewer, { surveyId, step, reason: null, now: NOW, settings });
  };
  const load = async (id: unknown) => {
    const loaded = typeof id === "number" ? await loadReport(database, viewer, id) : null;
    if (!loaded) throw new Error(`no report: ${JSON.stringify(id)}`);
    return loaded;
  };
  return { database, viewer, finalise, load };
}

async function viewerAt(database: Database, key: string): Promise<Viewer> {
  return { accountId: 0, role: "designer", unitId: await unitId(database, key), sector: null };
}

/** Forty answers to one item, so many of them satisfied. */
async function answer(database: Database, survey: OpenSurvey, { satisfied, day }: { satisfied: number; day: string }) {
  const layout = packedLayout(await readVersion(database, survey.versionId));
  const [point] = survey.points;
  await insertResponses(
    database,
    Array.from({ length: 40 }, (_, index) => ({
      responseId: `${survey.surveyId}-${index}`,
      ...{ surveyId: survey.surveyId, unitId: point?.unitId ?? 0, pointId: point?.id ?? 0 },
      ...{ channel: "qr" as const, language: "vi" as const, finishedAt: `${day}T02:11:00.000Z`, texts: {} },
      packed: packAnswers(layout, { A1: index < satisfied ? 5 : 2 }),
    })),
  );
}

describe("the consolidated report", () => {
  it("takes final snapshots and names the surveys without one; provisional ones only where the author asks", async () => {
    const { database, viewer, finalise, load } = await department();
    const first = await addOpenSurvey(database, { owner: "th-syt", title: "Đợt một" });
    const second = await addOpenSurvey(database, {
      ...{ owner: "th-syt", title: "Đợt hai", questionnaire: "inpatient-qd56" },
    });
    const ask = { ...TASK, provisional: false };
    expect(await openTaskReport(database, viewer, ask)).toMatchObject({ refusal: expect.stringContaining("tạm tính") });
    await finalise(first);
    const loaded = await load(await openTaskReport(database, viewer, ask));
    expect(loaded.snapshots).toMatchObject([{ surveyId: first.surveyId, kind: "final" }]);
    expect(JSON.stringify(await finishedReport(database, loaded))).toContain("Đợt hai.");
    // It is one report, however often it is asked for; it stands as it is until other figures are asked for.
    expect(await openTaskReport(database, viewer, ask)).toBe(loaded.report.id);
    expect((await load(loaded.report.id)).snapshots).toHaveLength(1);
    expect(await openTaskReport(database, viewer, { ...ask, provisional: true })).toBe(loaded.report.id);
    expect((await load(loaded.report.id)).snapshots.map(({ surveyId }) => surveyId)).toEqual([
      first.surveyId,
      second.surveyId,
    ]);
  });

  it("takes in what was finalised since when its figures are renewed, and gives the same bytes while nothing was", async () => {
    const { database, viewer, finalise, load } = await department();
    const first = await addOpenSurvey(database, { owner: "th-syt" });
    const second = await addOpenSurvey(database, { owner: "th-syt", questionnaire: "inpatient-qd56" });
    await finalise(first);
    const id = await openTaskReport(database, viewer, { ...TASK, provisional: false });
    const file = async (name: string) => (await makeReportFile(database, await load(id), name))?.body as Buffer;
    for (const name of ["report.docx", "report.pdf"])
      expect(Buffer.compare(await file(name), await file(name))).toBe(0);
    await finalise(second);
    expect(await refreshReport(database, viewer, await load(id), { now: NOW, settings })).toBe(true);
    expect((await load(id)).snapshots.map(({ surveyId }) => surveyId)).toEqual([first.surveyId, second.surveyId]);
  });

  it("is for the lead of the task alone", async () => {
    const { database } = await department();
    await addOpenSurvey(database, { owner: "th-syt" });
    for (const key of ["th-sgddt", "bv-dk-tinh"]) {
      const other = await viewerAt(database, key);
      const made = await openTaskReport(database, other, { ...TASK, provisional: true });
      expect(made).toMatchObject({ refusal: expect.stringContaining("chủ trì") });
    }
  });
});

describe("the report on a period", () => {
  it("can be made before any survey is open, by the lead alone, and takes in figures later", async () => {
    const { database, viewer, load } = await department();
    const id = await openPeriodReport(database, viewer, { ...TASK, period: "quarter-1" });
    const before = await load(id);
    expect(before.snapshots).toEqual([]);
    expect(JSON.stringify(await finishedReport(database, before))).toContain("Chưa mở đợt khảo sát nào");
    expect(await listReports(database, await viewerAt(database, "th-sgddt"))).toEqual([]);
    expect(await loadReport(database, await viewerAt(database, "bv-dk-tinh"), Number(id))).toBeNull();
    await addOpenSurvey(database, { owner: "th-syt", title: "Đợt mới" });
    expect(await refreshReport(database, viewer, before, { now: NOW, settings })).toBe(true);
    const after = await finishedReport(database, await load(id));
    expect(after.marks).toEqual(["Số liệu tạm tính đến ngày 02/12/2026"]);
    expect(JSON.stringify(after)).toContain("Đợt mới");
  });

  it("is one of each period", async () => {
    const { database, viewer } = await department();
    const open = (period: "quarter-1" | "6-months") => openPeriodReport(database, viewer, { ...TASK, period });
    const [first, again, other] = [await open("quarter-1"), await open("quarter-1"), await open("6-months")];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe("the comparison with the year before", () => {
  it("uses both snapshots, says how the rate moved, and is the same again", async () => {
    const { database, viewer, load } = await department();
    const earlier = { opensOn: "2025-01-01", closesOn: "2025-12-31" };
    const old = await addOpenSurvey(database, { owner: "th-syt", title: "Năm 2025", ...earlier });
    const now = await addOpenSurvey(database, { owner: "th-syt", title: "Năm 2026" });
    await answer(database, old, { satisfied: 10, day: "2025-03-04" });
    await answer(database, now, { satisfied: 36, day: "2026-03-04" });
    const loaded = await load(
      await openComparisonReport(database, viewer, { surveyId: now.surveyId, now: NOW, settings }),
    );
    expect(loaded.snapshots.map(({ surveyId, previous }) => [surveyId, previous])).toEqual([
      [now.surveyId, false],
      [old.surveyId, true],
    ]);
    const text = JSON.stringify(await finishedReport(database, loaded));
    expect(text).toContain("trong mẫu tăng từ 25,00% lên 90,00%, tức 65,00 điểm phần trăm");
    expect(text).toContain("cao hơn rõ rệt so với năm trước");
    const file = async (name: string) => (await makeReportFile(database, loaded, name))?.body as Buffer;
    for (const name of ["report.docx", "report.pdf"])
      expect(Buffer.compare(await file(name), await file(name))).toBe(0);
    const printed = (await pdfPages(await file("report.pdf"))).join(" ").replace(/\s+/g, " ");
    expect(printed).toContain("trong mẫu tăng từ 25,00% lên 90,00%, tức 65,00 điểm phần trăm");
  });

  it("is refused where no survey of the year before is linked", async () => {
    const { database, viewer } = await department();
    const { surveyId } = await addOpenSurvey(database, { owner: "th-syt" });
    const made = await openComparisonReport(database, viewer, { surveyId, now: NOW, settings });
    expect(made).toMatchObject({ refusal: expect.stringContaining("năm trước") });
  });
});
