import { describe, expect, it } from "vitest";
import { decideQuality } from "~/indices/decide-quality.server";
import { loadQuality, type QualityRequest } from "~/indices/load-quality.server";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import type { Database } from "~db/open-database.server";
import { countStandings, listReviews } from "~db/repositories/held-responses";
import { excludeForQuality, listQualityDecisions } from "~db/repositories/response-quality";
import { addViewer } from "../support/accounts";
import { storeImported } from "../support/imported";
import { qualitySurvey, TODAY } from "./support/quality-survey";

const BAD_DAY = "2026-05-28";

async function reportOf(database: Database, request: QualityRequest) {
  const report = await loadQuality(database, request);
  if (!report) throw new Error("no report");
  return report;
}

function pointPlace(point: { id: number } | undefined) {
  return { kind: "point" as const, id: point?.id ?? 0 };
}

async function figures(database: Database, request: QualityRequest) {
  const results = await loadSurveyResults(database, request);
  return { measures: results?.measures, channels: results?.channels, responses: results?.responses };
}

describe("the quality of a survey", () => {
  it("is counted by rule, unit, point and channel", async () => {
    const { database, request, addBad, points } = await qualitySurvey();
    await addBad(12, 1);
    const { counts, lines, medianSeconds, groups } = await reportOf(database, request);
    expect(counts).toMatchObject({ forms: 132, flagged: 12, excludable: 12, excluded: 0 });
    expect(counts.rules).toMatchObject({ speeding: 12, "straight-lining": 12, burst: 0, identical: 0 });
    expect(medianSeconds).toBeGreaterThan(150);
    expect(lines.unit.map(({ key, counts: { forms, flagged } }) => [key, forms, flagged])).toEqual([
      ["bv-dk-tinh", 60, 0],
      ["bv-nhi", 72, 12],
    ]);
    expect(lines.point.map(({ key, counts: { excludable } }) => [key, excludable])).toEqual([
      [String(points[0]?.id), 0],
      [String(points[1]?.id), 12],
    ]);
    expect(lines.channel.map(({ key }) => key)).toEqual(["qr"]);
    expect(groups).toMatchObject([{ place: { kind: "point", id: points[1]?.id }, day: BAD_DAY, last: null }]);
    expect(groups[0]?.open).toHaveLength(12);
  });

  it("leaves out what is held for another reason, and is for whoever runs the survey alone", async () => {
    const { database, request, addBad } = await qualitySurvey();
    await addBad(12, 1, { flags: "trap", counted: false });
    expect((await reportOf(database, request)).counts).toMatchObject({ forms: 120, flagged: 0 });
    const officer = await addViewer(database, "bv-nhi", { role: "designer" });
    expect(await loadQuality(database, { ...request, viewer: officer })).toBeNull();
  });
});

describe("an index with and without flagged forms", () => {
  it("differs by them where they are enough persons", async () => {
    const { database, request, addBad } = await qualitySurvey();
    const before = await figures(database, request);
    await addBad(12, 1);
    const { indices, leftOutOfWithout, lines } = await reportOf(database, request);
    expect(leftOutOfWithout).toBe(12);
    const overall = indices.find(({ without }) => without.level === "overall");
    expect(overall?.without).toEqual(before.measures?.find(({ unit, level }) => unit === "*" && level === "overall"));
    expect(overall?.with.n_persons).toBe(132);
    expect(lines.unit.map(({ overall: pair }) => [pair?.with.n_persons, pair?.without.n_persons])).toEqual([
      [60, 60],
      [72, 60],
    ]);
    expect(indices.map(({ without }) => without.level)).toContain("factor");
  });

  it("says nothing of few flagged persons, nor of those whom a subtraction would find", async () => {
    const { database, request, addBad } = await qualitySurvey();
    await addBad(4, 1);
    const shown = async () => {
      const { indices, lines } = await reportOf(database, request);
      const overall = indices.find(({ without }) => without.level === "overall");
      return [overall, ...lines.unit.map((line) => line.overall)].map((pair) => pair?.without.suppressed);
    };
    expect(await shown()).toEqual(["masked", null, "masked"]);
    // Eleven at the other hospital are told of neither, or the four would follow from the sum of all.
    await addBad(11, 0);
    const [all, other, few] = await shown();
    expect(few).toBe("masked");
    expect([all, other]).toContain("masked");
  });
});

describe("what was excluded for its quality", () => {
  it("leaves the results as if it had not come; restored, they are what they were", async () => {
    const { database, reports, request, addBad, points, surveyId } = await qualitySurvey();
    const without = await figures(database, request);
    await addBad(12, 1);
    const before = await figures(database, request);
    const group = { place: pointPlace(points[1]), day: BAD_DAY, seen: 12, confirmed: "yes" as const };
    const decide = (change: "exclude" | "restore", seen = 12) =>
      decideQuality(database, reports, request, { ...group, change, seen, reason: "Đã gọi hỏi điểm này" });
    expect(await decide("exclude", 11)).toBe(false);
    expect(await decide("restore")).toBe(false);
    expect(await decide("exclude")).toBe(true);
    expect(await figures(database, request)).toEqual(without);
    const excluded = await reportOf(database, request);
    expect(excluded.counts).toMatchObject({ forms: 132, flagged: 12, excluded: 12 });
    expect(excluded.groups).toMatchObject([{ open: [], counts: { excluded: 12 }, last: { decision: "left-out" } }]);
    expect(await countStandings(database, request.viewer, surveyId)).toEqual({
      counted: 120,
      late: 0,
      held: 0,
      excluded: 12,
    });
    expect(await decide("exclude")).toBe(false);
    expect(await decide("restore")).toBe(true);
    expect(await figures(database, request)).toEqual(before);
    expect(await decide("exclude")).toBe(true);
    expect(database.$client.prepare("select count(*) from responses").pluck().get()).toBe(132);
    expect((await listQualityDecisions(database, request.viewer, surveyId)).map((one) => one.decision)).toEqual([
      "left-out",
      "counted",
      "left-out",
    ]);
    expect(await listReviews(database, request.viewer, surveyId, TODAY)).toEqual([]);
    expect(
      database.$client.prepare("select kind, detail from activities where kind = 'responses.review'").all(),
    ).toHaveLength(3);
    const told = database.$client
      .prepare(
        "select json_extract(detail, '$.decision') as decision, json_extract(detail, '$.reason') as reason, json_extract(detail, '$.where') as place from activities where kind = 'responses.review' order by id",
      )
      .all();
    expect(told).toMatchObject(
      ["left-out", "counted", "left-out"].map((decision) => ({
        decision,
        reason: "Đã gọi hỏi điểm này",
        place: expect.stringMatching(/./),
      })),
    );
  });

  it("changes nothing once the results are fixed", async () => {
    const { database, reports, request, addBad, points } = await qualitySurvey();
    await addBad(12, 1);
    database.$client.exec("update surveys set status = 'finalised'");
    const group = { place: pointPlace(points[1]), day: BAD_DAY, seen: 12, confirmed: "yes" as const };
    const reason = "Đã gọi hỏi điểm này";
    expect(await decideQuality(database, reports, request, { ...group, change: "exclude", reason })).toBe(false);
    expect(database.$client.prepare("select count(*) from responses where counted = 0").pluck().get()).toBe(0);
  });

  it("is not swapped for others unseen: the figures follow though their number stays", async () => {
    const { database, reports, request, addBad, points } = await qualitySurvey();
    await addBad(12, 0);
    await addBad(12, 1);
    const reason = "Đã gọi hỏi điểm này";
    const decide = (at: number, change: "exclude" | "restore") =>
      decideQuality(database, reports, request, {
        ...{ place: pointPlace(points[at]), day: BAD_DAY, seen: 12, confirmed: "yes", change, reason },
      });
    expect(await decide(0, "exclude")).toBe(true);
    const first = await figures(database, request);
    expect(await decide(1, "exclude")).toBe(true);
    expect(await decide(0, "restore")).toBe(true);
    expect(await figures(database, request)).not.toEqual(first);
  });
});

describe("forms of a file that names no point", () => {
  async function importedSurvey() {
    const made = await qualitySurvey();
    const { database, reports, request, surveyId } = made;
    const store = (fileName: string, number: number, at: number) =>
      storeImported(database, request.viewer, {
        ...{ surveyId, fileName, provenance: "Nhập tay ở Sở", at: request.now },
        rows: made.importedRows(number, at),
      });
    const importIds = [await store("phieu.csv", 12, 1), await store("khac.csv", 11, 0)] as const;
    const decide = (change: "exclude" | "restore", seen = 12, day = BAD_DAY) =>
      decideQuality(database, reports, request, {
        ...{ place: { kind: "import", id: importIds[0] }, day, seen, confirmed: "yes", change },
        reason: "Người nhập đã nhận là gõ thử",
      });
    return { ...made, importIds, decide };
  }

  it("are decided about by file and day, and each decision is recorded with its reason", async () => {
    const { database, request, importIds, decide, surveyId } = await importedSurvey();
    const before = await figures(database, request);
    const { groups } = await reportOf(database, request);
    expect(groups.map(({ place, day, name, label, open }) => [place.id, day, name, label, open.length])).toEqual([
      [importIds[0], BAD_DAY, "phieu.csv", "Nhập tay ở Sở", 12],
      [importIds[1], BAD_DAY, "khac.csv", "Nhập tay ở Sở", 11],
    ]);
    expect(await decide("exclude", 11)).toBe(false);
    expect(await decide("exclude", 12, "2026-05-27")).toBe(false);
    expect(await decide("exclude")).toBe(true);
    const excluded = await reportOf(database, request);
    expect(excluded.counts).toMatchObject({ forms: 143, excluded: 12 });
    expect(excluded.groups.find(({ place }) => place.id === importIds[0])).toMatchObject({
      open: [],
      counts: { excluded: 12 },
      last: { decision: "left-out", reason: "Người nhập đã nhận là gõ thử", responses: 12 },
    });
    expect(await countStandings(database, request.viewer, surveyId)).toMatchObject({ counted: 131, excluded: 12 });
    expect(await figures(database, request)).not.toEqual(before);
    expect(await decide("exclude")).toBe(false);
    expect(await decide("restore")).toBe(true);
    expect(await figures(database, request)).toEqual(before);
    expect(
      (await listQualityDecisions(database, request.viewer, surveyId)).map(({ place, decision }) => [
        place.kind,
        decision,
      ]),
    ).toEqual([
      ["import", "counted"],
      ["import", "left-out"],
    ]);
  });

  it("are not touched by whoever does not run the survey, nor once its results are fixed", async () => {
    const { database, request, decide, surveyId } = await importedSurvey();
    const officer = await addViewer(database, "bv-nhi", { role: "designer" });
    expect(await listQualityDecisions(database, officer, surveyId)).toEqual([]);
    const ids = database.$client.prepare("select id from responses where point_id is null").pluck().all() as number[];
    const group = { surveyId, place: { kind: "import" as const, id: 1 }, day: BAD_DAY, ids };
    const decision = { reason: "Không có quyền", at: request.now };
    expect(await excludeForQuality(database, officer, group, decision)).toBe(false);
    database.$client.exec("update surveys set status = 'finalised'");
    expect(await decide("exclude")).toBe(false);
    expect(database.$client.prepare("select count(*) from responses where counted = 0").pluck().get()).toBe(0);
  });
});
