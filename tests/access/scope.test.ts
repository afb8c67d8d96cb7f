import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { createSurvey } from "~/surveys/create-survey.server";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { eachPackedRow } from "~db/repositories/packed-rows";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { countByPoint, insertResponse } from "~db/repositories/responses";
import { changeStatus, findSurvey, listSurveys, listSurveyUnitIds } from "~db/repositories/surveys";
import { findUnitId, listUnits } from "~db/repositories/units";
import { addViewer as viewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";

const TODAY = "2026-06-01";
const NOW = new Date("2026-06-01T03:00:00Z");

/** A counter survey run by the provincial centre at two communes, with one response each. */
async function counterSurvey(database: Database) {
  const owner = await viewer(database, "th-ttpvhcc", { role: "designer", sector: "administration" });
  const version = (await listVersions(database)).find(({ code }) => code === "one-stop-counter");
  const unitIds = await Promise.all(["xa-2025-14797", "xa-14848"].map((key) => findUnitId(database, key)));
  const created = await createSurvey(
    database,
    owner,
    {
      title: "Khảo sát thử",
      versionId: version?.id ?? 0,
      ownerUnitId: owner.unitId,
      opensOn: TODAY,
      closesOn: "2026-12-31",
      basis: "voluntary",
      unitIds: unitIds.map((id) => id ?? 0),
    },
    { now: NOW, today: TODAY },
  );
  if (!created.ok) throw new Error(created.message);
  const points = await listPointsOfSurvey(database, owner, created.surveyId, TODAY);
  for (const [position, point] of points.entries()) {
    await insertResponse(database, {
      responseId: `00000000-0000-4000-8000-00000000000${position}`,
      surveyId: created.surveyId,
      unitId: point.unitId,
      pointId: point.id,
      channel: "qr",
      language: "vi",
      finishedAt: NOW.toISOString(),
      packed: "",
      texts: {},
    });
  }
  return { surveyId: created.surveyId, owner };
}

async function rowsSeen(database: Database, who: Viewer, surveyId: number): Promise<number> {
  let rows = 0;
  await eachPackedRow(database, who, { surveyId, since: null }, () => rows++);
  return rows;
}

describe("scope over the unit tree", () => {
  it("is the subtree by the latest version: a department sees its own facilities, not the communes", async () => {
    const database = referenceDatabase();
    const units = await listUnits(database, await viewer(database, "th-syt"), { on: TODAY });
    expect(units.filter(({ kind }) => kind === "hospital")).toHaveLength(37);
    expect(units.some(({ kind }) => kind === "commune" || kind === "health_station")).toBe(false);
  });

  it("reaches, for a designer with a sector, the units where that sector meets people", async () => {
    const database = referenceDatabase();
    const designer = await viewer(database, "th-syt", { role: "designer", sector: "health" });
    const units = await listUnits(database, designer, { on: TODAY });
    expect(units.filter(({ kind }) => kind === "health_station")).toHaveLength(166);
    expect(units.some(({ kind }) => kind === "primary")).toBe(false);
  });

  it("gives whoever runs a survey the whole of it", async () => {
    const database = referenceDatabase();
    const { surveyId, owner } = await counterSurvey(database);
    expect(await rowsSeen(database, owner, surveyId)).toBe(2);
    expect((await findSurvey(database, owner, surveyId, TODAY))?.owned).toBe(true);
  });

  it("gives a commune its own part of the survey and nothing else", async () => {
    const database = referenceDatabase();
    const { surveyId, owner } = await counterSurvey(database);
    const commune = await viewer(database, "xa-14848", { role: "unit_officer" });
    // A draft is its makers' own until they open it.
    expect(await findSurvey(database, commune, surveyId, TODAY)).toBeNull();
    expect(await listSurveys(database, commune, TODAY)).toEqual([]);
    await changeStatus(database, owner, { surveyId, from: "draft", to: "open", at: NOW });
    expect(await rowsSeen(database, commune, surveyId)).toBe(1);
    expect(await listSurveyUnitIds(database, commune, surveyId)).toEqual([commune.unitId]);
    expect(await listPointsOfSurvey(database, commune, surveyId, TODAY)).toHaveLength(1);
    expect(await countByPoint(database, commune, surveyId)).toHaveLength(1);
    const seen = await findSurvey(database, commune, surveyId, TODAY);
    expect(seen?.owned).toBe(false);
    const closing = { surveyId, from: "open", to: "closed", at: NOW } as const;
    expect(await changeStatus(database, commune, closing)).toBe(false);
  });

  it("shows nothing to a unit outside the survey", async () => {
    const database = referenceDatabase();
    const { surveyId } = await counterSurvey(database);
    const stranger = await viewer(database, "xa-14854");
    expect(await listSurveys(database, stranger, TODAY)).toEqual([]);
    expect(await findSurvey(database, stranger, surveyId, TODAY)).toBeNull();
    expect(await rowsSeen(database, stranger, surveyId)).toBe(0);
    expect(await listPointsOfSurvey(database, stranger, surveyId, TODAY)).toEqual([]);
  });

  it("does not let a department look into the surveys of another department", async () => {
    const database = referenceDatabase();
    const { surveyId } = await counterSurvey(database);
    const health = await viewer(database, "th-syt", { role: "designer", sector: "health" });
    expect(await findSurvey(database, health, surveyId, TODAY)).toBeNull();
  });

  it("lets the province see everything", async () => {
    const database = referenceDatabase();
    const { surveyId } = await counterSurvey(database);
    const province = await viewer(database, "th", { role: "analyst" });
    expect(await rowsSeen(database, province, surveyId)).toBe(2);
  });
});
