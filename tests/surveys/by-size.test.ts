import { parse } from "csv-parse/sync";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { describe, expect, it } from "vitest";
import { Headline } from "~/components/office/headline";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { unitView } from "~/indices/results-view";
import { MeasureIndex, type SurveyResults } from "~/indices/survey-results";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { buildReport, issuerOf } from "~/reports/report-content";
import { indexTable } from "~/reports/tables/result-tables";
import { measuresCsv } from "~/reports/write-csv";
import type { SampleBasis } from "~/surveys/survey";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

/** Pieces of a file together. */
const together = (pieces: Iterable<string>) => [...pieces].join("");

const TODAY = "2026-06-03";

/** Of a unit: its size, and how many of its people are satisfied with everything, and how many with nothing. */
type Unit = readonly [population: number | null, satisfied: number, unsatisfied: number];

async function resultsOf(
  units: Readonly<Record<string, Unit>>,
  { questionnaire = "outpatient-qd56", basis = "probability" as SampleBasis } = {},
): Promise<SurveyResults> {
  const database = referenceDatabase();
  const keys = Object.keys(units);
  const { surveyId, versionId, points } = await addOpenSurvey(database, { units: keys, questionnaire, basis });
  const version = await readVersion(database, versionId);
  const layout = packedLayout(version);
  const scored = version.items.flatMap(({ type, code }) => (type === "scale" ? [code] : []));
  for (const { id, unitId, unitKey } of points) {
    const [population = null, satisfied = 0, unsatisfied = 0] = units[unitKey] ?? [];
    database.$client.prepare("update survey_units set population = ? where unit_id = ?").run(population, unitId);
    const levels = [...Array<number>(satisfied).fill(5), ...Array<number>(unsatisfied).fill(2)];
    await insertResponses(
      database,
      levels.map((level, index) => ({
        ...{ responseId: `${unitKey}-${index}`, surveyId, unitId, pointId: id, channel: "qr", language: "vi" },
        ...{ finishedAt: "2026-06-01T02:00:00.000Z", texts: {} },
        packed: packAnswers(layout, Object.fromEntries(scored.map((code) => [code, level]))),
      })),
    );
  }
  const found = await loadSurveyResults(database, {
    ...{ viewer: await provinceViewer(database), surveyId, today: TODAY, timeZone: "Asia/Ho_Chi_Minh" },
    ...{ province: "Tỉnh Thanh Hóa", minimums: { cell: 10, unit: 30 } },
  });
  if (!found) throw new Error("no results");
  return found;
}

const overall = ({ bySize }: SurveyResults) => new MeasureIndex(bySize.rows).find("*", "overall");
const THREE = { "bv-dk-tinh": [3000, 90, 10], "bv-nhi": [1000, 40, 40], "bv-phu-san": [500, 30, 20] } as const;

describe("the roll-up theo quy mô", () => {
  it.each(["outpatient-qd56", "education-parents-draft"])(
    "weighs units by their sizes, whatever the rule: %s",
    async (questionnaire) => {
      const results = await resultsOf(THREE, { questionnaire });
      const pooled = new MeasureIndex(results.measures).find("*", "overall");
      expect(pooled?.rate).toBeCloseTo(160 / 230, 12);
      const row = overall(results);
      expect(row?.rate).toBeCloseTo((3000 * 0.9 + 1000 * 0.5 + 500 * 0.6) / 4500, 12);
      // Σ (N/ΣN)²·(1 − n/N)·p(1 − p)/(n − 1), the variance of a stratified share.
      const part = (size: number, n: number, p: number) =>
        (size / 4500) ** 2 * (1 - n / size) * ((p * (1 - p)) / (n - 1));
      const variance = part(3000, 100, 0.9) + part(1000, 80, 0.5) + part(500, 50, 0.6);
      expect(row?.rate_se).toBeCloseTo(Math.sqrt(variance), 12);
      expect(results.bySize.standings).toEqual([{ unit: "*", units: 3, covered: 3, share: 1, missing: 0 }]);
    },
  );

  it("takes no correction for people who chose themselves", async () => {
    const [drawn, chosen] = [await resultsOf(THREE), await resultsOf(THREE, { basis: "voluntary" })];
    expect(overall(chosen)?.rate).toBe(overall(drawn)?.rate);
    expect(overall(chosen)?.rate_se).toBeGreaterThan(overall(drawn)?.rate_se ?? 1);
    const unit = (results: SurveyResults) => new MeasureIndex(results.measures).find("bv-phu-san", "overall")?.rate_se;
    expect(unit(drawn)).toBeCloseTo(Math.sqrt((1 - 50 / 500) * ((0.6 * 0.4) / 49)), 12);
    expect(unit(chosen)).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 49), 12);
  });

  it("leaves nothing to chance where everybody was asked", async () => {
    const results = await resultsOf(
      { "bv-dk-tinh": [100, 90, 10], "bv-nhi": [80, 40, 40], "bv-phu-san": [50, 30, 20] },
      { basis: "census" },
    );
    const pooled = new MeasureIndex(results.measures).find("*", "overall");
    for (const row of [overall(results), pooled])
      expect(row).toMatchObject({ rate: 160 / 230, rate_se: 0, rate_ci: [160 / 230, 160 / 230] });
  });

  it("is missing where a unit with answers has no size, or one below its answers, and says of how many", async () => {
    const none = await resultsOf({ ...THREE, "bv-nhi": [null, 40, 40] });
    expect(none.bySize).toMatchObject({ rows: [], standings: [{ missing: 1, share: null }] });
    const below = await resultsOf({ ...THREE, "bv-nhi": [79, 40, 40] });
    expect(below.bySize).toMatchObject({ rows: [], standings: [{ missing: 1 }] });
    const silent = await resultsOf({ ...THREE, "bv-tam-than": [null, 0, 0] });
    expect(silent.bySize.standings).toEqual([{ unit: "*", units: 4, covered: 3, share: null, missing: 0 }]);
    expect(overall(silent)?.rate).toBe(overall(await resultsOf(THREE))?.rate);
  });

  it("says nothing of units that are withheld, and what part of the sizes it speaks for", async () => {
    const withSmall = (children: Unit, women: Unit) =>
      resultsOf({
        "bv-dk-tinh": [3000, 90, 10],
        "bv-tam-than": [2000, 50, 50],
        "bv-nhi": children,
        "bv-phu-san": women,
      });
    // The third unit is withheld to protect the fourth: their answers may be anything.
    const one = await withSmall([800, 31, 9], [200, 4, 0]);
    const other = await withSmall([800, 12, 28], [200, 0, 4]);
    const told = one.units.filter(({ key }) => !new MeasureIndex(one.measures).find(key, "overall")?.suppressed);
    expect(told.map(({ key }) => key).sort()).toEqual(["bv-dk-tinh", "bv-tam-than"]);
    expect(one.bySize.standings).toEqual([{ unit: "*", units: 4, covered: 2, share: 5000 / 6000, missing: 0 }]);
    expect(overall(one)?.rate).toBeCloseTo((3000 * 0.9 + 2000 * 0.5) / 5000, 12);
    const figures = ({ bySize }: SurveyResults) => bySize.rows.map(({ k_used: _, ...row }) => row);
    expect(figures(other)).toEqual(figures(one));
  });

  it("is withheld wherever the pooled figure is", async () => {
    const results = await resultsOf({ "bv-dk-tinh": [300, 14, 2], "bv-nhi": [100, 9, 3] });
    expect(results.bySize.rows.filter(({ suppressed }) => suppressed === null)).toEqual([]);
  });
});

describe("files of a survey whose units have sizes", () => {
  const TREE = { "xa-14845": [3000, 90, 10], "xa-2025-14797": [1000, 40, 40], "bv-nhi": [500, 30, 20] } as const;

  it("give theo quy mô first and gộp phiếu beside it, both named", async () => {
    const results = await resultsOf(THREE);
    const report = buildReport({
      ...{ results, task: null, planYear: 2026, planNote: null, today: TODAY, issuedBy: issuerOf(results) },
      snapshot: null,
    });
    const text = JSON.stringify(report.body);
    const [sized, pooled] = [
      "Tỷ lệ hài lòng chung (theo quy mô) đạt 77,78%",
      "Tỷ lệ hài lòng chung (gộp phiếu) đạt 69,57%",
    ];
    expect(text.indexOf(sized)).toBeGreaterThan(0);
    expect(text.indexOf(pooled)).toBeGreaterThan(text.indexOf(sized));
    expect(text).toContain("tính từ 3 trong 3 đơn vị, đại diện cho 100,0% tổng quy mô");
    const lines: Record<string, string>[] = parse(together(measuresCsv(results)), { bom: true, columns: true });
    const line = lines.find(({ unit_key, level }) => unit_key === "*" && level === "overall") ?? {};
    expect(Number(line.size_rate)).toBeCloseTo(0.77778, 5);
    expect(Number(line.rate)).toBeCloseTo(0.69565, 5);
    expect(line.size_share).toBe("1");
    const sheet = indexTable(results);
    const at = (key: string) => sheet.columns.findIndex((one) => one.key === key);
    expect(at("size_rate")).toBeLessThan(at("rate_overall_*"));
    expect(sheet.rows[0]?.[at("size_rate")]).toBeCloseTo(0.77778, 5);
  });

  it("say what is missing where sizes are, and have no such columns in the sheet for readers", async () => {
    const results = await resultsOf({ ...TREE, "bv-nhi": [null, 30, 20] });
    const report = buildReport({
      ...{ results, task: null, planYear: 2026, planNote: null, today: TODAY, issuedBy: issuerOf(results) },
      snapshot: null,
    });
    const text = JSON.stringify(report.body);
    expect(text).toContain("1 trong 3 đơn vị có phiếu nhưng chưa ghi quy mô");
    expect(text).not.toContain("(theo quy mô)");
    expect(indexTable(results).columns.map(({ key }) => key)).not.toContain("size_rate");
  });

  it("keep every masked row of both figures without a number", async () => {
    const results = await resultsOf({ "bv-dk-tinh": [300, 14, 2], "bv-nhi": [100, 9, 3] });
    const lines: Record<string, string>[] = parse(together(measuresCsv(results)), { bom: true, columns: true });
    const masked = lines.filter(({ suppressed }) => suppressed === "masked");
    expect(masked.length).toBeGreaterThan(10);
    for (const line of masked)
      for (const key of Object.keys(line)) if (key.startsWith("size_")) expect(line[key]).toBe("");
  });
});

describe("the headline on screen", () => {
  const page = (results: SurveyResults) => {
    const headline = createElement(Headline, { results: unitView(results, "*"), sizesPage: "/surveys/1/units" });
    return renderToStaticMarkup(createElement(StaticRouter, { location: "/" }, headline));
  };

  it("is theo quy mô, with gộp phiếu beside it and what it speaks for", async () => {
    const html = page(await resultsOf(THREE));
    expect(html).toMatch(/Tỷ lệ hài lòng chung, theo quy mô.*77,78%.*Gộp phiếu: 69,57%/s);
    expect(html).toContain("đại diện cho 100,0% tổng quy mô");
    expect(html).toContain("hiệu chỉnh tổng thể hữu hạn");
    expect(page(await resultsOf(THREE, { basis: "voluntary" }))).not.toContain("hiệu chỉnh tổng thể hữu hạn");
  });

  it("is gộp phiếu alone where sizes are missing, with the way to give them", async () => {
    const html = page(await resultsOf({ ...THREE, "bv-nhi": [null, 40, 40] }));
    expect(html).not.toContain("Tỷ lệ hài lòng chung, theo quy mô");
    expect(html).toContain("1 trong 3 đơn vị có phiếu nhưng chưa ghi quy mô");
    expect(html).toContain('href="/surveys/1/units"');
  });
});
