import { describe, expect, it } from "vitest";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { measuresOf } from "~/indices/survey-results";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { buildReport, issuerOf } from "~/reports/report-content";
import { indexTable, measureTable } from "~/reports/tables/result-tables";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const TODAY = "2026-06-03";

/** A survey of hospitals with so many responses each, received at an instant. */
async function survey(units: Readonly<Record<string, number>>, receivedAt = "2026-06-01T02:00:00.000Z") {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, { units: Object.keys(units) });
  const layout = packedLayout(await readVersion(database, versionId));
  const add = async (key: string, number: number, at = receivedAt) => {
    const point = points.find(({ unitKey }) => unitKey === key);
    await insertResponses(
      database,
      Array.from({ length: number }, (_, index) => ({
        ...{ responseId: `${key}-${at}-${index}`, surveyId, unitId: point?.unitId ?? 0, pointId: point?.id ?? 0 },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: at, texts: {} },
        packed: packAnswers(layout, { A1: 1 + (index % 5), A2: 1 + (index % 4) }),
      })),
    );
  };
  for (const [key, number] of Object.entries(units)) await add(key, number);
  const viewer = await provinceViewer(database);
  const results = async (today = TODAY) => {
    const found = await loadSurveyResults(database, {
      ...{ viewer, surveyId, today, timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa" },
      minimums: { cell: 10, unit: 30 },
    });
    if (!found) throw new Error("no results");
    return found;
  };
  return { add, results };
}

describe("a unit masked to protect another", () => {
  it("is masked alike on screen, in CSV, in XLSX and in the report", async () => {
    const { results } = await survey({ "bv-dk-tinh": 80, "bv-nhi": 47, "bv-phu-san": 4 });
    const masked = await results();
    expect(masked.responses).toBe(131);
    const responses = Object.fromEntries(masked.units.map((unit) => [unit.key, unit.responses]));
    expect(responses).toMatchObject({ "bv-dk-tinh": 80, "bv-nhi": null, "bv-phu-san": null });
    for (const key of ["bv-nhi", "bv-phu-san"])
      expect(new Set(measuresOf(masked, key).map(({ suppressed }) => suppressed))).toEqual(new Set(["masked"]));
    const lines = ({ rows }: ReturnType<typeof measureTable>) => JSON.stringify([...rows]);
    const said = [measureTable(masked), indexTable(masked)].map(lines).concat(
      JSON.stringify(
        buildReport({
          results: masked,
          task: null,
          planYear: 2026,
          planNote: null,
          issuedBy: issuerOf(masked),
          snapshot: null,
          today: TODAY,
        }),
      ),
    );
    for (const text of said) {
      // As a cell or a number of its own; an interval may well end in 47.
      expect(text).toMatch(/"80"|[:[,]80[,}\]]/);
      expect(text).not.toMatch(/"47"|[:[,]47[,}\]]/);
    }
  });
});

describe("figures of a survey that is open", () => {
  it("take in what came today by tens of a unit, and the rest when the day is over", async () => {
    const { add, results } = await survey({ "bv-dk-tinh": 80, "bv-nhi": 47 });
    expect((await results()).responses).toBe(127);
    await add("bv-nhi", 9, "2026-06-03T02:00:00.000Z");
    expect((await results()).responses).toBe(127);
    await add("bv-nhi", 4, "2026-06-03T03:00:00.000Z");
    const during = await results();
    expect(during.responses).toBe(137);
    expect(during.units.find(({ key }) => key === "bv-nhi")?.responses).toBe(57);
    expect((await results("2026-06-04")).responses).toBe(140);
  });
});
