import { describe, expect, it } from "vitest";
import { loadTrend } from "~/indices/load-trend.server";
import type { TrendRequest } from "~/indices/measure-trend-point.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import { type LineageEdge, reaggregate } from "~/units/reaggregate";
import type { Database } from "~db/open-database.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const MINIMUMS = { cell: 10, unit: 30 };

/** A commune of July 2025 made of whole ones, and one that got only a part of another. */
function communes(database: Database) {
  const edges = database.$client
    .prepare(
      "select old_unit_id oldUnitId, new_unit_id newUnitId, relation, effective_on effectiveOn from unit_lineage",
    )
    .all() as LineageEdge[];
  const made = [...reaggregate(edges, { from: "2025-06-30", to: "2025-07-01" })];
  const key = database.$client.prepare("select key from units where id = ?").pluck();
  const find = (wanted: (parts: { whole: number[]; split: number[] }) => boolean) => {
    const [id, parts] = made.find(([, parts]) => wanted(parts)) ?? [0, { whole: [], split: [] }];
    return { id, key: String(key.get(id)), ...parts };
  };
  return {
    merged: find(({ whole, split }) => whole.length >= 2 && split.length === 0),
    cut: find(({ whole, split }) => whole.length >= 1 && split.length >= 1),
  };
}

async function years(earlier = { opensOn: "2025-05-01", closesOn: "2025-06-20" }) {
  const database = referenceDatabase();
  const { merged, cut } = communes(database);
  const units = [merged.key, cut.key];
  const before = await addOpenSurvey(database, {
    units,
    title: "Năm 2025",
    ...earlier,
  });
  const after = await addOpenSurvey(database, {
    units,
    title: "Năm 2026",
    opensOn: "2026-05-01",
    closesOn: "2026-06-20",
  });
  const questionnaire = await readVersion(database, after.versionId);
  const layout = packedLayout(questionnaire);
  const codes = scoredItems(questionnaire).map(({ code }) => code);
  const answer = async (surveyId: number, unitId: number, persons: number, level: number, name: string) =>
    insertResponses(
      database,
      Array.from({ length: persons }, (_, index) => ({
        ...{ responseId: `${name}-${unitId}-${index}`, surveyId, unitId, pointId: after.points[0]?.id ?? 0 },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z", texts: {} },
        packed: packAnswers(
          layout,
          Object.fromEntries(codes.map((code) => [code, index % 4 === 0 ? 6 - level : level])),
        ),
      })),
    );
  const load = async (some: Partial<TrendRequest> = {}) =>
    loadTrend(database, {
      ...{ viewer: await provinceViewer(database), surveyId: after.surveyId, today: "2026-11-22", minimums: MINIMUMS },
      ...{ with: null, unit: null, timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa" },
      ...some,
    });
  return { database, before, after, merged, cut, answer, load, codes };
}

describe("a survey beside the one of the year before", () => {
  it("brings the answers of merged communes together in the commune of today, and marks that units changed", async () => {
    const { before, after, merged, answer, load } = await years();
    for (const old of merged.whole) await answer(before.surveyId, old, 40, 2, "a");
    await answer(after.surveyId, merged.id, 120, 4, "b");
    const trend = await load({ unit: merged.key });
    expect(trend?.points.map(({ survey }) => survey.title)).toEqual(["Năm 2025", "Năm 2026"]);
    const [first, last] = trend?.points ?? [];
    expect(first?.overall?.n_persons).toBe(40 * merged.whole.length);
    expect(first?.overall?.rate).toBeCloseTo(0.25, 12);
    expect(last?.overall?.rate).toBeCloseTo(0.75, 12);
    expect(last?.breaks).toEqual(["boundary"]);
    expect(first?.madeOf).toHaveLength(merged.whole.length);
    expect(last?.madeOf).toEqual([]);
    expect(last?.change).toMatchObject({ verdict: "higher", difference: expect.closeTo(0.5, 12) });
    expect(trend?.items[0]).toMatchObject({ reworded: false, change: { verdict: "higher" } });
  });

  it("says that a unit took others in while a survey ran, whose earlier answers its figure therefore lacks", async () => {
    const { before, after, merged, answer, load } = await years({ opensOn: "2025-05-01", closesOn: "2025-07-20" });
    await answer(before.surveyId, merged.id, 40, 2, "a");
    await answer(after.surveyId, merged.id, 120, 4, "b");
    const ofUnit = await load({ unit: merged.key });
    expect(ofUnit?.points.map(({ changedOn }) => changedOn)).toEqual([["2025-07-01"], []]);
    const together = await load();
    expect(together?.points.map(({ changedOn }) => changedOn)).toEqual([[], []]);
  });

  it("refuses a commune that got only a part of another, and says which", async () => {
    const { before, after, cut, answer, load } = await years();
    for (const old of [...cut.whole, ...cut.split]) await answer(before.surveyId, old, 40, 4, "a");
    await answer(after.surveyId, cut.id, 60, 4, "b");
    const [first, last] = (await load({ unit: cut.key }))?.points ?? [];
    expect(first?.overall).toBeNull();
    expect(first?.items).toEqual({});
    expect(first?.split).toHaveLength(cut.split.length);
    for (const { name, on, into } of first?.split ?? []) {
      expect(name.length).toBeGreaterThan(2);
      expect(on).toBe("2025-07-01");
      expect(into.length).toBeGreaterThan(1);
    }
    expect(first?.split[0]?.into).toContain((await load({ unit: cut.key }))?.unit?.name);
    expect(last?.overall?.n_persons).toBe(60);
    expect(last?.change).toBeNull();
  });

  it("sets figures theo quy mô side by side where every survey has one, else pooled ones", async () => {
    const { database, before, after, merged, cut, answer, load } = await years({
      ...{ opensOn: "2025-08-01", closesOn: "2025-09-20" },
    });
    const units = [merged.key, cut.key];
    for (const { surveyId } of [before, after]) {
      await answer(surveyId, merged.id, 60, 4, `${surveyId}`);
      await answer(surveyId, cut.id, 60, 2, `${surveyId}`);
    }
    const size = (surveyId: number, at: number, population: number) =>
      database.$client
        .prepare(
          "update survey_units set population = ? where survey_id = ? and unit_id = (select id from units where key = ?)",
        )
        .run(population, surveyId, units[at]);
    const rates = async () => (await load())?.points.map(({ overall }) => overall?.rate);
    size(after.surveyId, 0, 900);
    size(after.surveyId, 1, 100);
    expect([(await load())?.isSized, await rates()]).toEqual([false, [0.5, 0.5]]);
    size(before.surveyId, 0, 100);
    size(before.surveyId, 1, 900);
    const trend = await load();
    expect(trend?.isSized).toBe(true);
    // Three quarters are satisfied in one commune, a quarter in the other: 0.1·0.75 + 0.9·0.25, then the other way round.
    expect(trend?.points.map(({ overall }) => overall?.rate)).toEqual([
      expect.closeTo(0.3, 12),
      expect.closeTo(0.7, 12),
    ]);
    expect(trend?.points.map(({ pooled }) => pooled?.rate)).toEqual([0.5, 0.5]);
    expect(trend?.points[1]?.change).toMatchObject({ verdict: "higher", difference: expect.closeTo(0.4, 12) });
  });

  it("compares nothing where one side is masked, and says not enough where it is", async () => {
    const { before, after, merged, answer, load } = await years();
    await answer(before.surveyId, merged.whole[0] ?? 0, 20, 2, "a");
    await answer(after.surveyId, merged.id, 60, 4, "b");
    const masked = (await load({ unit: merged.key }))?.points;
    expect(masked?.[0]?.overall).toMatchObject({ suppressed: "masked", rate: null });
    expect(masked?.[1]?.change).toBeNull();
    const same = await years();
    await same.answer(same.before.surveyId, same.merged.whole[0] ?? 0, 40, 4, "a");
    await same.answer(same.after.surveyId, same.merged.id, 40, 4, "b");
    expect((await same.load())?.points[1]?.change?.verdict).toBe("undecided");
  });

  it("is over the items that are linked, through a new version with an item reworded and one dropped", async () => {
    const { database, before, after, merged, answer, load, codes } = await years();
    const [kept = "", reworded = "", dropped = ""] = codes;
    const version = database.$client.prepare("select * from questionnaire_versions where id = ?").get(after.versionId);
    const { id: _, ...rest } = version as Record<string, unknown> & { id: number };
    const columns = Object.keys(rest);
    const copy = { ...rest, version: 9, checksum: "other", official: 0 };
    const newId = database.$client
      .prepare(
        `insert into questionnaire_versions (${columns.join(", ")}) values (${columns.map((name) => `@${name}`).join(", ")})`,
      )
      .run(copy).lastInsertRowid;
    const link = database.$client.prepare(
      "insert into version_links (from_version_id, to_version_id, from_item, to_item, link) values (?, ?, ?, ?, ?)",
    );
    link.run(after.versionId, newId, kept, kept, "same");
    link.run(after.versionId, newId, reworded, reworded, "reworded");
    link.run(after.versionId, newId, dropped, null, "dropped");
    database.$client.prepare("update surveys set version_id = ? where id = ?").run(newId, after.surveyId);
    for (const old of merged.whole) await answer(before.surveyId, old, 40, 4, "a");
    await answer(after.surveyId, merged.id, 120, 4, "b");
    const trend = await load();
    expect(trend?.items.map(({ code, reworded: changed }) => [code, changed])).toEqual([
      [kept, false],
      [reworded, true],
    ]);
    expect(trend?.unlinked).toHaveLength(codes.length - 2);
    expect(trend?.points[1]?.breaks).toContain("version");
    expect(trend?.points[0]?.overall).toMatchObject({ n_valid: 2 * 40 * merged.whole.length, k_used: 2 });
    expect(trend?.points[1]?.overall).toMatchObject({ n_valid: 2 * 120, k_used: 2 });
  });

  it("stands alone where the earlier survey is not chosen, and is nothing for an unknown unit", async () => {
    const { load } = await years();
    const alone = await load({ with: [] });
    expect(alone?.points).toHaveLength(1);
    expect(alone?.choices.map(({ chosen }) => chosen)).toEqual([false]);
    expect(await load({ unit: "khong-co" })).toBeNull();
  });
});
