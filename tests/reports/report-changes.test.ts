import { describe, expect, it } from "vitest";
import { changeReport } from "~/reports/change-report.server";
import { loadReport } from "~/reports/compose-report.server";
import { listReportPages } from "~/reports/list-report-pages.server";
import { openSurveyReport } from "~/reports/open-report.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import { listReports } from "~db/repositories/reports";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
const NOW = new Date("2026-12-02T03:00:00Z");

async function finalReport() {
  const database = referenceDatabase();
  const viewer = await provinceViewer(database);
  const { surveyId } = await addOpenSurvey(database, { closesOn: "2026-11-20" });
  for (const step of ["close", "finalise"] as const)
    await moveSurvey(database, viewer, { surveyId, step, reason: null, now: NOW, settings });
  const reportId = (await openSurveyReport(database, viewer, { surveyId, now: NOW, settings })) ?? 0;
  const load = async () => {
    const loaded = await loadReport(database, viewer, reportId);
    if (!loaded) throw new Error("no report");
    return loaded;
  };
  const send = async (fields: Record<string, string>) => {
    const loaded = await load();
    const form = new FormData();
    for (const [name, value] of Object.entries({ change: "save", seen: loaded.report.changedAt, ...fields }))
      form.set(name, value);
    return changeReport(database, viewer, { loaded, form, now: NOW, settings });
  };
  return { database, viewer, surveyId, load, send };
}

describe("what is written at the head of a report", () => {
  it.each(["12/BC-SYT", "05/BC-UBND", "1234/BC-TTPVHCC", "7a/BC-SGDĐT", "9/BC-UBND-VX"])(
    "may be the number %s",
    async (number) => {
      const { send, load } = await finalReport();
      expect(await send({ number })).toEqual({ done: "save" });
      expect((await load()).report.head?.number).toBe(number);
    },
  );

  it.each(["abc", "12", "/BC-SYT", "12/KH-SYT", "12/BC-", "12/BC-SYT; DROP", "=1+1"])(
    "may not be the number %s, which stays in the form",
    async (number) => {
      const { send, load } = await finalReport();
      const refused = await send({ number, assessment: "Đã viết." });
      expect(refused).toMatchObject({ done: null, status: 422, problems: [{ field: "number" }] });
      expect(refused.done === null && refused.values).toMatchObject({
        head: { number },
        remarks: { assessment: "Đã viết." },
      });
      expect((await load()).remarks).toEqual([]);
    },
  );

  it("is a day from the end of the survey until some time after today", async () => {
    const { send } = await finalReport();
    const early = await send({ day: "2026-11-19" });
    expect(early).toMatchObject({ status: 422, problems: [{ field: "day" }] });
    expect(early.done === null && early.problems[0]?.message).toContain("20/11/2026");
    expect(await send({ day: "2027-12-31" })).toMatchObject({ status: 422, problems: [{ field: "day" }] });
    expect(await send({ day: "2026-02-31" })).toMatchObject({ status: 422, problems: [{ field: "day" }] });
    for (const day of ["2026-11-20", "2026-12-15"]) expect(await send({ day })).toEqual({ done: "save" });
  });
});

describe("deleting a report", () => {
  it("takes agreement, is recorded, and leaves the figures for another", async () => {
    const { database, viewer, surveyId, send } = await finalReport();
    expect(await send({ change: "delete" })).toMatchObject({ status: 422, kept: expect.stringContaining("đồng ý") });
    expect(await listReports(database, viewer)).toHaveLength(1);
    expect(await send({ change: "delete", confirmed: "yes" })).toEqual({ done: "delete" });
    expect(await listReports(database, viewer)).toEqual([]);
    const kinds = database.$client.prepare("select kind from activities").pluck().all();
    expect(kinds).toContain("report.delete");
    expect(await openSurveyReport(database, viewer, { surveyId, now: NOW, settings })).not.toBeNull();
  });

  it("is refused for one that has the number of an issued document", async () => {
    const { database, viewer, send } = await finalReport();
    await send({ number: "12/BC-SYT" });
    const kept = { status: 409, kept: expect.stringContaining("đã ban hành") };
    expect(await send({ change: "delete", confirmed: "yes" })).toMatchObject(kept);
    expect(await listReports(database, viewer)).toHaveLength(1);
    await send({ number: "" });
    expect(await send({ change: "delete", confirmed: "yes" })).toEqual({ done: "delete" });
  });
});

describe("the list of reports", () => {
  it("names surveys of one title by their days, with the number of what was issued, and units by the alphabet", async () => {
    const database = referenceDatabase();
    const viewer = await provinceViewer(database);
    const units = ["bv-phoi", "bv-da-lieu", "bv-nhi", "bv-dk-tinh"];
    const title = "Khảo sát cuối năm học";
    const spring = await addOpenSurvey(database, { title, units, closesOn: "2026-05-31" });
    await addOpenSurvey(database, { title, opensOn: "2026-06-01" });
    const listed = await listReportPages(database, viewer, {
      today: "2026-12-02",
      timeZone: settings.timeZone,
      surveyId: spring.surveyId,
    });
    expect(new Set(listed.choices.surveys.map((one) => one.title)).size).toBe(2);
    expect(listed.choices.surveys.map((one) => one.title)).toContain(`${title} (01/01/2026 – 31/05/2026)`);
    const names = listed.choices.chosen?.units.map(({ name }) => name) ?? [];
    expect(names).toEqual([...names].sort(new Intl.Collator("vi").compare));
    await openSurveyReport(database, viewer, { surveyId: spring.surveyId, now: NOW, settings });
    const again = await listReportPages(database, viewer, { today: "2026-12-02", timeZone: settings.timeZone });
    expect(again.reports).toMatchObject([{ title: `${title} (01/01/2026 – 31/05/2026)`, number: "" }]);
  });
});
