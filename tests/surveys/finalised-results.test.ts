import { describe, expect, it } from "vitest";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { reviewHeldGroup } from "~/responses/review-held.server";
import type { Database } from "~db/open-database.server";
import { holdBurst } from "~db/repositories/held-responses";
import { insertResponses, type NewResponse } from "~db/repositories/responses";
import { changeStatus } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const RECEIVED = "2026-06-01T02:00:30.000Z";

/** A survey with forty counted responses and twelve held ones, closed, and fixed where asked. */
async function closedSurvey({ finalised }: { finalised: boolean }) {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database);
  const layout = packedLayout(await readVersion(database, versionId));
  const answered = (level: number) => packAnswers(layout, { A1: level });
  const point = points[0] ?? { id: 0, unitId: 0 };
  const viewer = await provinceViewer(database);
  const add = (name: string, number: number, some: Partial<NewResponse> = {}) =>
    insertResponses(
      database,
      Array.from({ length: number }, (_, index) => ({
        ...{ responseId: `${name}-${index}`, surveyId, unitId: point.unitId, pointId: point.id },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: RECEIVED, packed: answered(5), texts: {} },
        ...some,
      })),
    );
  await add("counted", 40);
  await add("held", 12, { packed: answered(1), flags: "trap", counted: false });
  const at = new Date("2026-06-02T03:00:00Z");
  await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
  if (finalised) await changeStatus(database, viewer, { surveyId, from: "closed", to: "finalised", at });
  const results = () =>
    loadSurveyResults(database, {
      ...{
        viewer,
        surveyId,
        today: "2026-06-03",
        timeZone: "Asia/Ho_Chi_Minh",
        province: "Tỉnh Thanh Hóa",
        minimums: { cell: 5, unit: 10 },
      },
    });
  const review = () =>
    reviewHeldGroup(
      database,
      viewer,
      surveyId,
      {
        ...{ pointId: point.id, day: "2026-06-01", flag: "trap", decision: "counted" },
        ...{ reason: "Đã hỏi lại điểm này", confirmed: "yes" },
      },
      { now: new Date("2026-06-03T03:00:00Z"), timeZone: "Asia/Ho_Chi_Minh" },
    );
  const burst = () => holdBurst(database, { pointId: point.id, since: new Date("2026-06-01T02:00:00Z") });
  const late = () => add("late", 20, { packed: answered(1) });
  return { database, results, review, burst, late };
}

function reviews(database: Database) {
  return database.$client.prepare("select count(*) from response_reviews").pluck().get();
}

describe("results that are fixed", () => {
  it("are not changed by a review of held responses, which is refused and not recorded", async () => {
    const { database, results, review } = await closedSurvey({ finalised: true });
    const before = await results();
    expect(before?.responses).toBe(40);
    expect(await review()).toBe(0);
    expect(reviews(database)).toBe(0);
    expect(await results()).toEqual(before);
  });

  it("are not changed by a burst, nor by forms that come after", async () => {
    const { results, burst, late } = await closedSurvey({ finalised: true });
    const before = await results();
    expect(await burst()).toBe(0);
    await late();
    expect(await results()).toEqual(before);
  });

  it("would be changed by each of these as long as they are not fixed", async () => {
    const reviewed = await closedSurvey({ finalised: false });
    expect(await reviewed.review()).toBe(12);
    expect((await reviewed.results())?.responses).toBe(52);
    const flooded = await closedSurvey({ finalised: false });
    expect(await flooded.burst()).toBe(52);
    expect((await flooded.results())?.responses).toBe(0);
    const added = await closedSurvey({ finalised: false });
    await added.late();
    expect((await added.results())?.responses).toBe(60);
  });
});
