import { describe, expect, it } from "vitest";
import { createSurvey } from "~/surveys/create-survey.server";
import { reviseSurvey } from "~/surveys/revise-survey.server";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { insertResponse } from "~db/repositories/responses";
import { readSurveyState } from "~db/repositories/survey-changes";
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

describe("the target of a survey", () => {
  it("is changed on its form, recorded, and left as it is by whoever does not ask for it", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, input } = await draftAtThreeCommunes(database);
    const change = (targetRate?: number | null) =>
      reviseSurvey(database, viewer, { surveyId, input: { ...input, targetRate } }, MOMENT);
    const target = async () => (await findSurvey(database, viewer, surveyId, TODAY))?.targetRate;
    expect(await change(0.9)).toEqual({ ok: true });
    expect(await change()).toEqual({ ok: true });
    expect(await target()).toBe(0.9);
    expect(await change(null)).toEqual({ ok: true });
    expect(await target()).toBeNull();
    const told = database.$client.prepare("select detail from activities where kind = 'survey.change' order by id");
    expect(told.pluck().all()).toEqual(['{"targetRate":0.9}', '{"targetRate":null}']);
  });
});

describe("changing a draft", () => {
  it("keeps the codes of units that stay, gives new units theirs and takes away those of units left out", async () => {
    const database = referenceDatabase();
    const survey = await draftAtThreeCommunes(database);
    const { viewer, surveyId, units } = survey;
    const [a, b, c, d] = units;
    const before = await codes(database, survey);
    const input = { ...survey.input, title: "Tên mới", closesOn: "2026-09-30", unitIds: [b, c, d] };
    expect(await reviseSurvey(database, viewer, { surveyId, input }, MOMENT)).toEqual({ ok: true });
    const after = await codes(database, survey);
    expect([...after.keys()].sort()).toEqual([b, c, d].sort());
    expect([after.get(b), after.get(c)]).toEqual([before.get(b), before.get(c)]);
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({
      title: "Tên mới",
      closesOn: "2026-09-30",
      units: 3,
    });
    // The code left out stays the unit's: paper that hangs on its wall comes back with it.
    await reviseSurvey(database, viewer, { surveyId, input: { ...input, unitIds: [a] } }, MOMENT);
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
    await expect(reviseSurvey(database, viewer, { surveyId, input }, MOMENT)).rejects.toThrow();
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({ title: "Khảo sát một cửa", units: 3 });
    expect((await codes(database, survey)).size).toBe(3);
  });

  it("is refused to everybody who does not run it", async () => {
    const database = referenceDatabase();
    const { surveyId, input } = await draftAtThreeCommunes(database);
    const stranger = await addViewer(database, "th-stp", { role: "designer", sector: "administration" });
    const foreign = { surveyId, input: { ...input, title: "Của người khác", ownerUnitId: stranger.unitId } };
    expect(await reviseSurvey(database, stranger, foreign, MOMENT)).toMatchObject({ ok: false });
    expect(database.$client.prepare("select title from surveys").pluck().get()).toBe("Khảo sát một cửa");
  });

  it("tells whoever saves second, who then may save over it", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, input, units } = await draftAtThreeCommunes(database);
    const seen = (await readSurveyState(database, viewer, surveyId))?.mark ?? "";
    const first = { surveyId, input: { ...input, title: "Người thứ nhất" }, mark: seen };
    expect(await reviseSurvey(database, viewer, first, MOMENT)).toEqual({ ok: true });
    const second = { surveyId, input: { ...input, unitIds: [units[3]] }, mark: seen };
    const told = await reviseSurvey(database, viewer, second, MOMENT);
    expect(told).toMatchObject({ ok: false, field: "mark", current: { title: "Người thứ nhất" } });
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({ title: "Người thứ nhất", units: 3 });
    if (told.ok || told.field !== "mark") throw new Error("not told");
    expect(await reviseSurvey(database, viewer, { ...second, mark: told.current.mark }, MOMENT)).toEqual({ ok: true });
  });
});

describe("changing a survey that is open", () => {
  async function opened() {
    const database = referenceDatabase();
    const survey = await draftAtThreeCommunes(database);
    const { surveyId, viewer } = survey;
    await changeStatus(database, viewer, { surveyId, from: "draft", to: "open", at: MOMENT.now });
    return { database, ...survey };
  }

  it("extends and renames it and adds units, records what changed and leaves all else", async () => {
    const { database, viewer, surveyId, input, units } = await opened();
    const change = { title: "Tên mới", closesOn: "2027-01-31", opensOn: "2026-01-01", unitIds: [...units] };
    const revised = await reviseSurvey(
      database,
      viewer,
      { surveyId, input: { ...input, ...change, basis: "census" } },
      MOMENT,
    );
    expect(revised).toEqual({ ok: true });
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({
      title: "Tên mới",
      closesOn: "2027-01-31",
      opensOn: TODAY,
      basis: "voluntary",
      units: 4,
    });
    const [change1] = await listSurveyActivities(database, viewer, surveyId);
    expect(change1).toMatchObject({
      kind: "survey.change",
      detail: { titleBefore: "Khảo sát một cửa", closesOn: "2027-01-31", unitsAdded: 1 },
    });
  });

  it("never shortens it", async () => {
    const { database, viewer, surveyId, input } = await opened();
    const shorter = { surveyId, input: { ...input, closesOn: "2026-12-30" } };
    expect(await reviseSurvey(database, viewer, shorter, MOMENT)).toMatchObject({ ok: false, field: "closesOn" });
  });

  it("takes out no unit with responses, and says which", async () => {
    const { database, viewer, surveyId, input, units } = await opened();
    const [a, b] = units;
    await insertResponse(database, {
      responseId: "3f0e4ad5-5f0b-4ad1-9a52-6a3d1b3c9f10",
      surveyId,
      unitId: a,
      pointId: null,
      channel: "qr",
      language: "vi",
      finishedAt: "2026-06-02T03:00:00.000Z",
      packed: "",
      texts: {},
    });
    const without = (unitIds: number[]) =>
      reviseSurvey(database, viewer, { surveyId, input: { ...input, unitIds } }, MOMENT);
    const name = (await listUnits(database, viewer, { on: TODAY })).find(({ id }) => id === a)?.name;
    expect(await without([b])).toMatchObject({
      ok: false,
      field: "unitIds",
      message: `Đơn vị đã có phiếu, không bỏ ra được: ${name}`,
    });
    expect(await findSurvey(database, viewer, surveyId, TODAY)).toMatchObject({ units: 3 });
    expect(await without([a])).toEqual({ ok: true });
  });

  it("is refused once it is closed", async () => {
    const { database, viewer, surveyId, input } = await opened();
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: MOMENT.now });
    expect(await reviseSurvey(database, viewer, { surveyId, input }, MOMENT)).toEqual({ ok: false, field: null });
  });
});
