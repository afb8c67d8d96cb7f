import { describe, expect, it } from "vitest";
import { loadPublished } from "~/snapshots/load-published.server";
import { loadPublishedTrend } from "~/snapshots/load-published-trend.server";
import { unitsPage } from "~/snapshots/published-view";
import { findPublication, findPublishedUnit, withdrawPublication } from "~db/repositories/publications";
import { referenceDatabase } from "../support/databases";
import { addFinalised, addPublished } from "../support/published";
import { unitId } from "../support/surveys";

const units = (levels: Record<number, number>) => [
  { key: "bv-dk-tinh", levels },
  { key: "bv-nhi", levels: { 4: 40 } },
];
const YEARS = { before: { opensOn: "2025-01-01", closesOn: "2025-05-31" }, now: {} };

async function published(database: ReturnType<typeof referenceDatabase>, surveyId: number) {
  const found = await loadPublished(database, surveyId, "Asia/Ho_Chi_Minh");
  if (!found?.published) throw new Error("nothing stands published");
  return found.published;
}

describe("the published series of a unit", () => {
  it("is of the surveys that stand published alone, oldest first, with their rows as published", async () => {
    const database = referenceDatabase();
    const first = await addPublished(database, { units: units({ 3: 20, 4: 20 }), ...YEARS.before });
    await addFinalised(database, { units: units({ 1: 40 }), opensOn: "2025-06-01", closesOn: "2025-09-30" });
    const { surveyId } = await addPublished(database, { units: units({ 4: 40, 2: 10 }) });
    const now = await published(database, surveyId);
    const points = await loadPublishedTrend(database, now, "bv-dk-tinh");
    expect(points.map((point) => [point.surveyId, point.overall.rate, point.breaks])).toEqual([
      [first.surveyId, 0.5, []],
      [surveyId, 0.8, []],
    ]);
    expect(await loadPublishedTrend(database, await published(database, first.surveyId), "bv-dk-tinh")).toEqual([]);
    const { id = 0 } = (await findPublication(database, first.surveyId)) ?? {};
    await withdrawPublication(database, first.viewer, { publicationId: id, note: "Sai", at: new Date("2026-06-03") });
    expect(await loadPublishedTrend(database, now, "bv-dk-tinh")).toEqual([]);
  });

  it("marks where conditions changed, and leaves out simulated answers beside real ones", async () => {
    const database = referenceDatabase();
    await addPublished(database, { units: units({ 4: 40 }), ...YEARS.before });
    await addPublished(database, { units: units({ 4: 40 }), ...YEARS.before, simulated: true });
    const other = [...units({ 4: 40 }), { key: "bv-mat", levels: { 4: 40 } }, { key: "bv-phoi", levels: { 4: 40 } }];
    const { surveyId } = await addPublished(database, { units: other });
    const now = await published(database, surveyId);
    const all = await loadPublishedTrend(database, now, "*");
    expect(all.map(({ breaks }) => breaks)).toEqual([[], ["coverage"]]);
    const one = await loadPublishedTrend(database, now, "bv-nhi");
    expect(one.map(({ breaks }) => breaks)).toEqual([[], []]);
  });
});

describe("units of a published survey", () => {
  it("stand in the order of the tree, whatever their figures and masks", async () => {
    const database = referenceDatabase();
    const order = async (levels: Record<string, Record<number, number>>) => {
      const made = Object.entries(levels).map(([key, given]) => ({ key, levels: given }));
      const { surveyId } = await addPublished(database, { units: made });
      const page = unitsPage(await published(database, surveyId), { search: "", place: "", page: 1 });
      return page?.lines.map(({ key }) => key);
    };
    const one = await order({ "bv-dk-tinh": { 5: 90 }, "bv-mat": { 1: 12 }, "bv-nhi": { 4: 50 } });
    const other = await order({ "bv-dk-tinh": { 1: 12 }, "bv-mat": { 5: 90 }, "bv-nhi": { 3: 40 } });
    expect(one).toEqual(other);
  });

  it("are found by beginnings of words, diacritics and order of words aside", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addPublished(database, { units: units({ 4: 40 }) });
    const survey = await published(database, surveyId);
    const found = (search: string) =>
      unitsPage(survey, { search, place: "", page: 1 })?.lines.flatMap(({ key, surveyed }) => (surveyed ? [key] : []));
    expect(found("nhi benh")).toEqual(["bv-nhi"]);
    expect(found("Bệnh viện NHI")).toEqual(["bv-nhi"]);
    expect(found("hi")).toEqual([]);
    expect(found("  ")).toEqual(found(""));
  });
});

it("the thanks page finds the latest published results of its unit, simulated ones for simulated answers only", async () => {
  const database = referenceDatabase();
  const id = await unitId(database, "bv-nhi");
  const find = (simulated: boolean) => findPublishedUnit(database, { unitId: id, simulated });
  expect(await find(false)).toBeNull();
  await addPublished(database, { units: units({ 4: 40 }), ...YEARS.before });
  const { surveyId } = await addPublished(database, { units: units({ 4: 40 }) });
  expect(await find(false)).toEqual({ surveyId, unitKey: "bv-nhi" });
  expect(await find(true)).toBeNull();
});
