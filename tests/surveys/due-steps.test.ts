import { describe, expect, it } from "vitest";
import { applyDueSteps } from "~/surveys/apply-due-steps.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const timeZone = "Asia/Ho_Chi_Minh";

/** Steps recorded of the dates themselves: what, and as of when. */
function recorded(database: Database) {
  return database.$client
    .prepare("select kind, at, account_id from activities where account_id is null and kind in (?, ?) order by id")
    .all("survey.begin", "survey.close");
}

function survey(database: Database) {
  return database.$client.prepare("select status, closed_at from surveys").get();
}

const at = (instant: string) => ({ now: new Date(instant), timeZone });
const figures = { timeZone, province: "Tỉnh Thanh Hóa", minimums: { cell: 10, unit: 30 }, version: "0.1.0" };
const moved = (instant: string) => ({ now: new Date(instant), settings: figures });

describe("the dates of a survey act by themselves", () => {
  it("at midnight of the time zone, not of UTC, and once however often they are looked at", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { opensOn: "2026-06-01", closesOn: "2026-06-30" });
    expect(await applyDueSteps(database, at("2026-05-31T16:59:59Z"))).toBe(0);
    expect(await applyDueSteps(database, at("2026-05-31T17:00:00Z"))).toBe(1);
    expect(await applyDueSteps(database, at("2026-06-30T16:59:59Z"))).toBe(0);
    expect(survey(database)).toEqual({ status: "open", closed_at: null });
    expect(await applyDueSteps(database, at("2026-06-30T17:00:00Z"))).toBe(1);
    expect(await applyDueSteps(database, at("2026-06-30T17:01:00Z"))).toBe(0);
    expect(survey(database)).toEqual({ status: "closed", closed_at: "2026-06-30T17:00:00.000Z" });
    expect(recorded(database)).toEqual([
      { kind: "survey.begin", at: "2026-05-31T17:00:00.000Z", account_id: null },
      { kind: "survey.close", at: "2026-06-30T17:00:00.000Z", account_id: null },
    ]);
  });

  it("as of the instant at which they fell due when the server slept through both", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { opensOn: "2026-06-01", closesOn: "2026-06-03" });
    expect(await applyDueSteps(database, at("2026-06-12T03:00:00Z"))).toBe(2);
    expect(recorded(database)).toMatchObject([
      { kind: "survey.begin", at: "2026-05-31T17:00:00.000Z" },
      { kind: "survey.close", at: "2026-06-03T17:00:00.000Z" },
    ]);
    expect(survey(database)).toMatchObject({ closed_at: "2026-06-03T17:00:00.000Z" });
  });

  it("record no beginning for a survey opened inside its window, nor for one that rested on its first day", async () => {
    const database = referenceDatabase();
    const viewer = await provinceViewer(database);
    await addOpenSurvey(database, { opensOn: "2026-01-05", closesOn: "2026-12-31" });
    const { surveyId } = await addOpenSurvey(database, { opensOn: "2026-06-01", closesOn: "2026-12-31" });
    await moveSurvey(database, viewer, { surveyId, step: "pause", ...moved("2026-05-20T03:00:00Z") });
    expect(await applyDueSteps(database, at("2026-06-02T03:00:00Z"))).toBe(0);
    await moveSurvey(database, viewer, { surveyId, step: "resume", ...moved("2026-06-03T03:00:00Z") });
    expect(await applyDueSteps(database, at("2026-06-04T03:00:00Z"))).toBe(0);
  });

  it("close a paused survey too", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addOpenSurvey(database, { closesOn: "2026-06-30" });
    const viewer = await provinceViewer(database);
    await moveSurvey(database, viewer, { surveyId, step: "pause", ...moved("2026-06-10T03:00:00Z") });
    await applyDueSteps(database, at("2026-07-01T03:00:00Z"));
    expect(survey(database)).toEqual({ status: "closed", closed_at: "2026-06-30T17:00:00.000Z" });
  });
});

describe("the steps that officers take", () => {
  it("go from draft to finalised and no way else, each recorded", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addOpenSurvey(database);
    const viewer = await provinceViewer(database);
    const take = (step: Parameters<typeof moveSurvey>[2]["step"]) =>
      moveSurvey(database, viewer, { surveyId, step, ...moved("2026-06-10T03:00:00Z") });
    expect([await take("open"), await take("resume"), await take("finalise"), await take("delete")]).toEqual(
      Array(4).fill("outdated"),
    );
    for (const step of ["pause", "close", "reopen", "close", "finalise"] as const)
      expect(await take(step)).toBe("done");
    for (const step of ["open", "pause", "resume", "close", "reopen", "finalise", "delete"] as const) {
      expect(await take(step)).toBe("outdated");
    }
    const kinds = database.$client.prepare("select kind from activities where survey_id = ? order by id").pluck();
    expect(kinds.all(surveyId)).toEqual([
      "survey.create",
      "survey.open",
      "survey.pause",
      "survey.close",
      "survey.reopen",
      "survey.close",
      "survey.finalise",
      "survey.snapshot",
    ]);
  });

  it("open a survey again after its last day only with a later one", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addOpenSurvey(database, { closesOn: "2026-05-31" });
    const viewer = await provinceViewer(database);
    const reopen = (closesOn: string | null) =>
      moveSurvey(database, viewer, { surveyId, step: "reopen", closesOn, ...moved("2026-06-10T03:00:00Z") });
    expect(await reopen(null)).toBe("window-over");
    expect(await reopen("2026-06-09")).toBe("window-over");
    expect(await reopen("2026-06-30")).toBe("done");
    expect(survey(database)).toEqual({ status: "open", closed_at: null });
  });

  it("take closing for done where the last day has closed it meanwhile", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addOpenSurvey(database, { closesOn: "2026-05-31" });
    const viewer = await provinceViewer(database);
    const close = () => moveSurvey(database, viewer, { surveyId, step: "close", ...moved("2026-06-10T03:00:00Z") });
    expect([await close(), await close()]).toEqual(["done", "outdated"]);
  });
});
