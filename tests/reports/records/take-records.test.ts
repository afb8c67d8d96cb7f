import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { analysisResult } from "~/indices/analysis-result";
import { createFrame } from "~/indices/response-frame";
import { MeasureIndex } from "~/indices/survey-results";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { loadFigures } from "~/reports/load-figures.server";
import type { RecordFile } from "~/reports/records/record-files";
import { checkRecords, takeRecords } from "~/reports/records/take-records.server";
import { openResponsesFile } from "~/responses/read-responses-file.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { SampleBasis } from "~/surveys/survey";
import { listSurveyActivities } from "~db/repositories/activities";
import { insertResponses } from "~db/repositories/responses";
import { findSurvey } from "~db/repositories/surveys";
import { referenceDatabase } from "../../support/databases";
import { convertWithOffice, readSystemFile } from "../../support/programs";
import { addOpenSurvey, provinceViewer, unitId } from "../../support/surveys";

const NOW = new Date("2026-07-02T03:00:00Z");
const TODAY = "2026-07-02";
const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
/** What the check finds, however long it takes. */
async function checked(...asked: Parameters<typeof checkRecords>) {
  const look = await checkRecords(...asked);
  if (!("made" in look)) throw new Error("the check is not over");
  return look.made;
}

const SECRET = "Nguyễn Thị Bí Mật 0912345678";

/** Inpatients of three hospitals, the last with 12 forms; everyone with a profile, some alone in theirs. */
async function finalised(options: { questionnaire?: string; basis?: SampleBasis } = {}) {
  const { questionnaire = "inpatient-qd56", basis = "voluntary" } = options;
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-nhi", "bv-phoi"];
  const { surveyId, versionId, points } = await addOpenSurvey(database, {
    questionnaire,
    basis,
    units,
    closesOn: "2026-06-30",
  });
  const isStaff = questionnaire.includes("staff");
  const layout = packedLayout(await readVersion(database, versionId));
  const viewer = await provinceViewer(database);
  for (const [at, many] of [120, 70, 12].entries())
    await insertResponses(
      database,
      Array.from({ length: many }, (_, number) => ({
        ...{
          responseId: `inner-${at}-${number}`,
          surveyId,
          unitId: points[at]?.unitId ?? 0,
          pointId: points[at]?.id ?? 0,
        },
        ...{ channel: number % 40 === 7 ? ("paper" as const) : ("qr" as const), language: "vi" as const },
        ...{ interviewer: "dtv-kín", texts: { H1: SECRET } },
        finishedAt: new Date(Date.UTC(2026, 5, 1 + (number % 9), 1 + (number % 8), number % 60)).toISOString(),
        packed: packAnswers(layout, {
          ...{ P1: (number % 2) + 1, ...(isStaff ? {} : { P3: number === 3 ? 87 : 21 + (number % 12) }) },
          ...{ A1: number % 6, A2: 5 - (number % 3), B1: 4, ...(number % 10 === 0 ? {} : { C1: 3 }) },
        }),
      })),
    );
  database.$client.prepare("update survey_units set population = 1000 where survey_id = ?").run(surveyId);
  for (const step of ["close", "finalise"] as const)
    await moveSurvey(database, viewer, { surveyId, step, reason: null, now: NOW, settings });
  const survey = await findSurvey(database, viewer, surveyId, TODAY);
  if (!survey) throw new Error("no survey");
  const take = async (file: RecordFile, time: "none" | "half-day" | "day" = "none") => {
    const order = { file, purpose: "Luận văn về thời gian chờ", time };
    const made = await takeRecords(database, viewer, { survey, now: NOW, settings, order });
    if (typeof made === "string") throw new Error(made);
    return made.body instanceof Readable ? buffer(made.body) : Buffer.from(made.body);
  };
  const rows = async (time: "none" | "half-day" = "none") =>
    parse(await take("records.csv", time), { bom: true, columns: true }) as Record<string, string>[];
  return { database, viewer, survey, surveyId, take, rows };
}

describe("single records", () => {
  it("carry random ids in a random order, other ones in every file, and nothing of point, interviewer or comment", async () => {
    const { take, rows } = await finalised();
    const [one, two] = [await rows(), await rows()];
    expect(one).toHaveLength(202);
    expect(new Set([...one, ...two].map((row) => row.response_id)).size).toBe(404);
    const answers = (row: Record<string, string>) => Object.values(row).slice(1).join();
    expect(one.map(answers).sort()).toEqual(two.map(answers).sort());
    expect(one.map(answers)).not.toEqual(two.map(answers));
    for (const file of ["records.csv", "records.sav"] as const) {
      const text = (await take(file)).toString("utf8");
      for (const word of ["inner-", "dtv-kín", "Bí Mật", "0912345678", "H1,"]) expect(text).not.toContain(word);
    }
  });

  it("of units with too few stand under the unit above, and nobody stands alone in what tells who they are", async () => {
    const { rows, database, viewer, survey } = await finalised();
    const given = await rows("half-day");
    const groups = new Map<string, number>();
    const count = (key: string) => groups.set(key, (groups.get(key) ?? 0) + 1);
    for (const { unit_code, channel, P1, P2, P3, P4, P5, P6 } of given) {
      count([unit_code, channel, P1, P2, P3, P4, P5, P6].join("/"));
    }
    expect(Math.min(...groups.values())).toBeGreaterThanOrEqual(5);
    const units = new Set(given.map((row) => row.unit_id));
    expect(units.has("bv-phoi")).toBe(false);
    expect(given.some((row) => row.P3 === "80")).toBe(false);
    expect(given.every((row) => row.P3 === "" || Number(row.P3) % 10 === 0)).toBe(true);
    expect(given.every((row) => /^$|^2026-06-\d\d(T(00|12):00)?$/.test(row.submitted_at ?? "?"))).toBe(true);
    const found = await checked(database, viewer, { survey, now: NOW, settings });
    if (typeof found === "string") throw new Error(found);
    expect(found).toMatchObject({ records: 202, merged: 1, stepped: ["P3"] });
    expect(found.smallest).toBeGreaterThanOrEqual(5);
    expect(found.suppressed.find(({ code }) => code === "channel")?.cells).toBeGreaterThan(0);
  });

  it("are recorded with purpose and findings before they leave", async () => {
    const { take, database, viewer, surveyId } = await finalised();
    await take("records.csv");
    const [last] = await listSurveyActivities(database, viewer, surveyId);
    expect(last).toMatchObject({
      kind: "file.take-records",
      detail: { file: "records.csv", purpose: "Luận văn về thời gian chờ", records: 202, snapshot: 1, time: "none" },
    });
    expect(Number(last?.detail.suppressed)).toBeGreaterThan(0);
  });

  it("are refused while results are not fixed, to whoever does not run the survey, and where all are too few", async () => {
    const { database, survey, viewer } = await finalised();
    const asked = { now: NOW, settings };
    expect(await checked(database, viewer, { ...asked, survey: { ...survey, status: "closed" } })).toBe("not-final");
    const hospital = {
      accountId: 0,
      role: "designer" as const,
      unitId: await unitId(database, "bv-nhi"),
      sector: null,
    };
    const theirs = await checked(database, hospital, { ...asked, survey });
    expect(theirs).toBe("few");
    const strict = { ...settings, minimums: { cell: 10, unit: 300 } };
    expect(await checked(database, viewer, { now: NOW, settings: strict, survey })).toBe("few");
  });

  it("of staff have no column that tells who they are", async () => {
    const { rows, database, viewer, survey } = await finalised({ questionnaire: "health-staff-qd3869" });
    expect(Object.keys((await rows())[0] ?? {}).filter((name) => /^P\d$/.test(name))).toEqual([]);
    const found = await checked(database, viewer, { survey, now: NOW, settings });
    expect(found).toMatchObject({ dropped: ["P1", "P2", "P3"], suppressed: [{ code: "channel" }] });
  });

  it("carry weights where the sample has a design: each stratum's add up to its population", async () => {
    const { rows } = await finalised({ basis: "probability" });
    const given = await rows();
    const sums = new Map<string, number>();
    for (const { stratum = "", weight } of given) sums.set(stratum, (sums.get(stratum) ?? 0) + Number(weight));
    for (const { stratum = "", population } of given) expect(sums.get(stratum)).toBeCloseTo(Number(population), 6);
    expect([...sums.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(3000, 6);
  });
});

describe("the CSV file is the responses file of the contracts", () => {
  it("gives back the snapshot's figures when it is read and measured again", async () => {
    const { take, database, viewer, survey, surveyId } = await finalised();
    const questionnaire = await readVersion(database, survey.versionId);
    const opened = await openResponsesFile({
      source: Readable.from([await take("records.csv")]),
      questionnaire,
      designColumns: [],
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const frame = createFrame(questionnaire, { notAsked: opened.file.header.notAsked });
    for await (const batch of opened.file.rows())
      for (const row of batch) {
        if (!row.ok) throw new Error(JSON.stringify(row.problems));
        frame.add(row.record.unitCode, row.record.answers);
      }
    const again = analysisResult({ frame, checksum: "", warnings: [], minCell: 10 });
    const source = await loadFigures(database, viewer, { surveyId, now: NOW, today: TODAY, settings });
    const figures = new MeasureIndex(source?.results.measures ?? []);
    const scored = again.measures.filter(({ unit, code }) => unit === "*" && !/^P\d$/.test(code));
    expect(scored.length).toBeGreaterThan(40);
    for (const row of scored) {
      const before = figures.find("*", row.level, row.code);
      expect([row.code, row.n_persons, row.rate ?? null]).toEqual([row.code, before?.n_persons, before?.rate ?? null]);
      if (row.mean_se != null) expect(row.mean_se).toBeCloseTo(before?.mean_se ?? Number.NaN, 10);
    }
  });
});

describe("SAV read by PSPP", () => {
  it("holds the records of the CSV file: same values, blank as system-missing, codes outside the base as user-missing", async () => {
    const { take, rows } = await finalised();
    const { rows: read, dictionary } = await readSystemFile(await take("records.sav"));
    const csv = await rows();
    expect(read).toHaveLength(csv.length);
    const names = Object.keys(csv[0] ?? {}).filter((name) => name !== "response_id");
    expect(names.filter((name) => !(name in (read[0] ?? {})))).toEqual([]);
    const line = (row: Record<string, string>) => names.map((name) => (row[name] ?? "").trim()).join("|");
    expect(read.map(line).sort()).toEqual(csv.map(line).sort());
    expect(csv.some((row) => row.A1 === "0") && csv.some((row) => row.C1 === "")).toBe(true);
    expect(dictionary).toMatch(/^A1,\d+,"?Các sơ đồ[^\n]*Ordinal[^\n]*,0$/m);
    expect(dictionary).toMatch(/^[^\n]*,0\[a\],[^\n]*\n,1,Rất không hài lòng/m);
    expect(dictionary).toContain("User-missing value");
  });
});

describe("the layout of the ministry's site", () => {
  it("opens in LibreOffice: head of the form, the patient, then the parts in order, and what was not checked", async () => {
    const { take } = await finalised();
    const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    const sheets = await convertWithOffice(await take("moh.xlsx", "day"), "xlsx", FILTER);
    const forms = parse(sheets.get("file-Nhập Bộ Y tế.csv") ?? "") as string[][];
    expect(forms).toHaveLength(203);
    const heading = forms[0] ?? [];
    expect(heading.slice(0, 5)).toEqual(["Mẫu phiếu", "Kiểu khảo sát", "Mã bệnh viện", "Tên bệnh viện", "Ngày"]);
    const order = ["P1", "A1", "A5", "B1", "C11", "D7", "E6", "G1"].map((code) => heading.indexOf(code));
    expect(order.every((at) => at > 4)).toBe(true);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(heading).not.toContain("H1");
    expect(forms.slice(1).some((row) => row[heading.indexOf("A1")] === "0")).toBe(true);
    const standing = sheets.get("file-Phương pháp.csv")?.toString() ?? "";
    expect(standing).toContain("chưa đối chiếu với trang của bộ y tế");
  });
});
