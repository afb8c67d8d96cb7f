import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { loadReport } from "~/reports/compose-report.server";
import { loadFigures } from "~/reports/load-figures.server";
import { makeReportFile } from "~/reports/make-report-file.server";
import { openSurveyReport } from "~/reports/open-report.server";
import { takeFile } from "~/reports/take-file.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice } from "../support/programs";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const NOW = new Date("2026-07-02T03:00:00Z");
const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};

/** Two hospitals, one of them with fewer answers than a unit needs. */
async function answeredSurvey() {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi", "bv-phoi"] });
  const layout = packedLayout(await readVersion(database, versionId));
  const viewer = await provinceViewer(database);
  for (const [at, many] of [120, 70, 12].entries())
    await insertResponses(
      database,
      Array.from({ length: many }, (_, number) => ({
        ...{ responseId: `r-${at}-${number}`, surveyId, unitId: points[at]?.unitId ?? 0, pointId: points[at]?.id ?? 0 },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z", texts: {} },
        packed: packAnswers(layout, { A1: (number % 5) + 1, A2: 5 - (number % 3), B1: 4 }),
      })),
    );
  const step = (taken: "close" | "finalise" | "correct", reason: string | null = null) =>
    moveSurvey(database, viewer, { surveyId, step: taken, reason, now: NOW, settings });
  const take = async (file: string, today = "2026-07-02") => {
    const made = await takeFile(database, viewer, { surveyId, file, now: NOW, today, settings });
    if (!made) throw new Error(`no file ${file}`);
    const body = made.body instanceof Readable ? await buffer(made.body) : Buffer.from(made.body);
    return { name: made.name, body };
  };
  return { database, viewer, surveyId, step, take };
}

it("files of a finalised survey come from its snapshot: the same bytes on any day, and they name it", async () => {
  const { database, viewer, surveyId, step, take } = await answeredSurvey();
  await step("close");
  await step("finalise");
  const source = await loadFigures(database, viewer, { surveyId, now: NOW, today: "2026-09-09", settings });
  expect(source?.snapshot?.number).toBe(1);
  for (const file of ["results.xlsx", "results.csv", "distribution.csv", "codebook.csv", "results.json"]) {
    const [one, later] = [await take(file), await take(file, "2026-09-09")];
    expect([file, one.body.equals(later.body), one.name]).toEqual([file, true, later.name]);
    expect(one.name).toContain("ban-chot-1-2026-07-02");
  }
  const hash = source?.snapshot?.hash ?? "none";
  expect((await take("results.json")).body.toString()).toContain(hash);
  expect((await take("codebook.csv")).body.toString()).toContain(hash);
  const taken = (await listSurveyActivities(database, viewer, surveyId)).filter(({ kind }) => kind === "file.take");
  expect(taken[0]?.detail).toEqual({ file: "codebook.csv", snapshot: 1 });
});

it("agree with one another: workbook by LibreOffice, CSV, JSON and report say the same figures and masks", async () => {
  const { database, viewer, surveyId, take, step } = await answeredSurvey();
  await step("close");
  await step("finalise");
  const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const sheets = await convertWithOffice((await take("results.xlsx")).body, "xlsx", FILTER);
  const read = (bytes: Buffer | undefined) =>
    parse(bytes ?? "", { bom: true, columns: true }) as Record<string, string>[];
  const json = JSON.parse((await take("results.json")).body.toString()) as {
    measures: {
      unit: string;
      level: string;
      code: string;
      rate?: number | null;
      n_persons: number;
      suppressed: string | null;
    }[];
  };
  const csv = read((await take("results.csv")).body);
  const factors = read(sheets.get("file-Yếu tố.csv"));
  const indices = json.measures.filter(({ level }) => level !== "item");
  expect(factors).toHaveLength(indices.length);
  let masked = 0;
  for (const [at, row] of indices.entries()) {
    const sheet = factors[at];
    const line = csv.find(
      ({ unit_code, level, code }) => unit_code === row.unit && level === row.level && code === row.code,
    );
    expect(line?.suppressed).toBe(row.suppressed ?? "");
    if (row.suppressed) {
      masked++;
      expect([sheet?.["Tỷ lệ hài lòng"], line?.rate]).toEqual(["không công bố", ""]);
    } else if (row.rate != null) {
      expect(Number(line?.rate)).toBe(row.rate);
      expect(Number(sheet?.["Tỷ lệ hài lòng"]?.replace("%", "")) / 100).toBeCloseTo(row.rate, 12);
    }
  }
  expect(masked).toBeGreaterThan(0);
  const total = indices.find(({ unit, level }) => unit === "*" && level === "overall");
  const reportId = await openSurveyReport(database, viewer, { surveyId, now: NOW, settings });
  const loaded = await loadReport(database, viewer, reportId ?? 0);
  const made = loaded && (await makeReportFile(database, loaded, "report.docx"));
  const texts = await convertWithOffice(made?.body as Buffer, "docx", "txt:Text (encoded):UTF8");
  const report = [...texts.values()][0]?.toString() ?? "";
  expect(report).toContain(`${((total?.rate ?? 0) * 100).toFixed(1).replace(".", ",")}`);
});
