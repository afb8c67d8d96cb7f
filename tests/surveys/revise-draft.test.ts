import { describe, expect, it } from "vitest";
import { createSurvey } from "~/surveys/create-survey.server";
import { reviseDraft } from "~/surveys/revise-draft.server";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { changeStatus, findSurvey, listSurveyUnitIds } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";

const TODAY = "2026-06-01";
const MOMENT = { now: new Date("2026-06-01T03:00:00Z"), today: TODAY };

async function draftAtThreeCommunes(database: Database) {
  const viewer = await addViewer(database, "th-ttpvhcc", { role: "designer", sector: "administration" });
  const [a = 0, b = 0, c = 0, d = 0] = (await listUnits(database, viewer, { on: TODAY, kinds: ["commune"] })).map(
    ({ id }) => id,
  );
  const versionId = (await listVersions(database)).find(({ code }) => code === "one-stop-counter")?.id ?? 0;
  const input = {
    title: "Khảo sát một cửa",
    versionId,
    ownerUnitId: viewer.unitId,
    opensOn: TODAY,
    closesOn: "2026-12-31",
    basis: "voluntary" as const,
    unitIds: [a, b, c],
  };
  const created = await createSurvey(database, viewer, input, MOMENT);
  if (!created.ok) throw new Error(created.message);
  return { viewer, input, surveyId: created.surveyId, units: [a, b, c, d] as const };
}

async function codes(database: Database, survey: Awaited<ReturnType<typeof draftAtThreeCommunes>>) {
  const points = await listPointsOfSurvey(database, survey.viewer, survey.surveyId, TODAY);
  return new Map(points.map(({ unitId, code }) => [unitId, code]));
}

describe("changing a draft", () => {
  it("keeps the codes of units that stay, gives new units theirs and takes away those of units left out", async () => {
    const database = referenceDatabase();
    const survey = await draftAtThreeCommunes(database);
    const { viewer, surveyId, units } = survey;
    const [a, b, c, d] = units;
    const before = await codes(database, survey);
    const input = { ...survey.input, title: "Tên mới", closesOn: "2026-09-30", unitIds: [b, c, d] };
    expect(await reviseDraft(database, viewer, { surveyId, input }, MOMENT)).toEqual({ ok: true });
    const after = await codes(database, survey);
    expect([...after.keys()].sort()).toEqual([b, c, d].sort());
    expect([after.get(b), after.get(c)]).toEqual([before.get(b), before.get(c)]);
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({
      title: "Tên mới",
      closesOn: "2026-09-30",
      units: 3,
    });
    // The code left out stays the unit's: paper that hangs on its wall comes back with it.
    await reviseDraft(database, viewer, { surveyId, input: { ...input, unitIds: [a] } }, MOMENT);
    expect([...(await codes(database, survey))]).toEqual([[a, before.get(a)]]);
    expect(await listSurveyUnitIds(database, viewer, surveyId)).toEqual([a]);
  });

  it("leaves no half of it behind when it fails in the middle", async () => {
    const database = referenceDatabase();
    const survey = await draftAtThreeCommunes(database);
    const { viewer, surveyId, units } = survey;
    database.$client.exec(
      `create trigger broken before insert on survey_points when new.survey_id = ${surveyId} begin select raise(abort, 'broken'); end`,
    );
    const input = { ...survey.input, title: "Tên mới", unitIds: [units[3]] };
    await expect(reviseDraft(database, viewer, { surveyId, input }, MOMENT)).rejects.toThrow();
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({ title: "Khảo sát một cửa", units: 3 });
    expect((await codes(database, survey)).size).toBe(3);
  });

  it("is refused once the survey is open, and to everybody who does not run it", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, input } = await draftAtThreeCommunes(database);
    const stranger = await addViewer(database, "th-stp", { role: "designer", sector: "administration" });
    const foreign = { surveyId, input: { ...input, title: "Của người khác", ownerUnitId: stranger.unitId } };
    expect(await reviseDraft(database, stranger, foreign, MOMENT)).toMatchObject({ ok: false });
    await changeStatus(database, viewer, { surveyId, from: "draft", to: "open", at: MOMENT.now });
    const late = { surveyId, input: { ...input, title: "Quá muộn" } };
    expect(await reviseDraft(database, viewer, late, MOMENT)).toEqual({ ok: false, field: null });
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({ title: "Khảo sát một cửa" });
  });
});
