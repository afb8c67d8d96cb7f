import ExcelJS from "exceljs";
import { beforeEach, describe, expect, test } from "vitest";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { importTemplate } from "~/responses/import-template";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { insertResponses } from "~db/repositories/responses";
import { changeStatus } from "~db/repositories/surveys";
import { addOpenSurvey, type OpenSurvey, provinceViewer } from "../support/surveys";
import { checkFile, fileDatabase, storeFile } from "./import-files";

let place: ReturnType<typeof fileDatabase>;
let survey: OpenSurvey;
let questionnaire: Questionnaire;
let unitCode: string;

beforeEach(async () => {
  place = fileDatabase();
  survey = await addOpenSurvey(place.database, { closesOn: "2026-05-31" });
  const version = await findVersion(place.database, survey.versionId);
  const parsed = parseQuestionnaire(JSON.parse(version?.document ?? ""));
  if (!parsed.ok) throw new Error("no questionnaire");
  questionnaire = parsed.questionnaire;
  unitCode = codeOf(place.database, survey.points[0]?.unitId ?? 0);
});

function codeOf(database: Database, unitId: number): string {
  return database.$client
    .prepare("select code from unit_versions where unit_id = ? order by valid_from desc")
    .pluck()
    .get(unitId) as string;
}

function countResponses(): number {
  return place.database.$client.prepare("select count(*) from responses").pluck().get() as number;
}

const scaleItems = () => questionnaire.items.filter((item) => item.type === "scale" && !item.show_if);

/** A file of so many rows over the scale items, levels 1 to 5 in turn. */
function file(rows: number, { channel = "paper", prefix = "P", separator = ",", end = "\n" } = {}): string {
  const codes = scaleItems().map(({ code }) => code);
  const lines = [["response_id", "unit_code", "channel", "submitted_at", ...codes].join(separator)];
  for (let row = 0; row < rows; row++) {
    const answers = codes.map((_, at) => String(1 + ((row * 7 + at * 3) % 5)));
    lines.push([`${prefix}${row}`, unitCode, channel, "2026-03-05T08:30", ...answers].join(separator));
  }
  return lines.join(end) + end;
}

describe("a good file", () => {
  test("lands in the same results as answers by QR, split by channel", async () => {
    const { database } = place;
    const rows = 10_000;
    const checked = await checkFile(place, survey.surveyId, file(rows));
    expect(checked.state).toBe("checked");
    expect(checked.report).toMatchObject({ rows, good: rows, bad: 0, known: 0 });
    const { stored, uploadKept, stagedBytes } = await storeFile(database, survey.surveyId, checked);
    expect(stored?.state).toBe("stored");
    expect(uploadKept).toBe(false);
    expect(stagedBytes).not.toContain("P9999");
    const other = await addOpenSurvey(database);
    const layout = packedLayout(questionnaire);
    const codes = scaleItems().map(({ code }) => code);
    const point = other.points[0];
    await insertResponses(
      database,
      Array.from({ length: rows }, (_, row) => ({
        responseId: `qr-${row}`,
        surveyId: other.surveyId,
        unitId: point?.unitId ?? 0,
        pointId: point?.id ?? 0,
        channel: "qr" as const,
        language: "vi" as const,
        finishedAt: "2026-03-05T01:30:00.000Z",
        packed: packAnswers(layout, Object.fromEntries(codes.map((code, at) => [code, 1 + ((row * 7 + at * 3) % 5)]))),
        texts: {},
      })),
    );
    const [imported, scanned] = [await results(survey.surveyId), await results(other.surveyId)];
    expect(imported?.measures).toEqual(scanned?.measures);
    expect(imported?.measures.length).toBeGreaterThan(10);
    expect(channelsOf(imported)).toEqual([["paper", rows]]);
    expect(channelsOf(scanned)).toEqual([["qr", rows]]);
    const viewer = await provinceViewer(database);
    expect((await listSurveyActivities(database, viewer, survey.surveyId))[0]).toMatchObject({
      kind: "responses.import",
      detail: { importId: checked.importId, responses: rows, file: "phieu.csv" },
    });
    expect(countImported(checked.importId)).toBe(rows);
  });

  test("taken twice adds nothing", async () => {
    const first = await checkFile(place, survey.surveyId, file(20));
    await storeFile(place.database, survey.surveyId, first);
    const second = await checkFile(place, survey.surveyId, file(20));
    expect(second.report).toMatchObject({ good: 20, known: 20, bad: 0 });
    const { stored } = await storeFile(place.database, survey.surveyId, second);
    expect(stored?.state).toBe("stored");
    expect(countResponses()).toBe(20);
  });

  test("with a known id and other content, or an id of another survey, has bad rows", async () => {
    await storeFile(place.database, survey.surveyId, await checkFile(place, survey.surveyId, file(3)));
    const other = await addOpenSurvey(place.database);
    const foreign = await checkFile(place, other.surveyId, file(3));
    expect(foreign.report).toMatchObject({ good: 0, bad: 3 });
    expect(foreign.bad[0]).toMatchObject({
      line: 2,
      column: "response_id",
      reason: "mã phiếu đã có ở một đợt khảo sát khác",
    });
    const day = await checkFile(place, survey.surveyId, file(3).replaceAll("2026-03-05", "2026-03-06"));
    expect(day.report).toMatchObject({ good: 0, bad: 3 });
  });

  test("whose ids came in since the check is checked again instead of stored in part", async () => {
    const one = await checkFile(place, survey.surveyId, file(5));
    const two = await checkFile(place, survey.surveyId, file(6));
    await storeFile(place.database, survey.surveyId, one);
    const { stored } = await storeFile(place.database, survey.surveyId, two);
    expect(stored).toMatchObject({ state: "checked", known: 5, good: 6 });
    expect(countResponses()).toBe(5);
  });

  test("stores nothing in a survey that was finalised since the check, and stays there to be looked at", async () => {
    const { database } = place;
    const checked = await checkFile(place, survey.surveyId, file(5));
    const viewer = await provinceViewer(database);
    const at = new Date("2026-06-01T02:00:00Z");
    await changeStatus(database, viewer, { surveyId: survey.surveyId, from: "open", to: "closed", at });
    await changeStatus(database, viewer, { surveyId: survey.surveyId, from: "closed", to: "finalised", at });
    const { stored, uploadKept } = await storeFile(database, survey.surveyId, checked);
    expect(stored?.state).toBe("failed");
    expect(uploadKept).toBe(true);
    expect(countResponses()).toBe(0);
    const kinds = (await listSurveyActivities(database, viewer, survey.surveyId)).map(({ kind }) => kind);
    expect(kinds).not.toContain("responses.import");
  });

  test("is taken into a survey that is closed but not finalised, answers typed in late counted", async () => {
    const { database } = place;
    const viewer = await provinceViewer(database);
    const at = new Date("2026-06-01T02:00:00Z");
    await changeStatus(database, viewer, { surveyId: survey.surveyId, from: "open", to: "closed", at });
    const checked = await checkFile(place, survey.surveyId, file(5));
    expect((await storeFile(database, survey.surveyId, checked)).stored?.state).toBe("stored");
    expect(database.$client.prepare("select sum(counted) from responses").pluck().get()).toBe(5);
  });

  test.each([
    ["semicolons", () => file(4, { separator: ";" })],
    ["CR LF", () => file(4, { end: "\r\n" })],
    ["a byte order mark", () => `\uFEFF${file(4)}`],
    [
      "semicolons and a byte order mark, as Excel in Viet Nam writes",
      () => `\uFEFF${file(4, { separator: ";", end: "\r\n" })}`,
    ],
    [
      "mixed ends of lines",
      () =>
        file(4)
          .split("\n")
          .map((line, at) => line + (["\r\n", "\n", "\r"][at % 3] ?? ""))
          .join(""),
    ],
  ])("may have %s", async (_name, content) => {
    expect((await checkFile(place, survey.surveyId, content())).report).toMatchObject({ good: 4, bad: 0 });
  });

  test("keeps texts that look like formulas as they are", async () => {
    const text = questionnaire.items.find((item) => item.type === "text");
    const content = `response_id,unit_code,${text?.code}\nF1,${unitCode},"=HYPERLINK(""http://x"")"\n`;
    await storeFile(place.database, survey.surveyId, await checkFile(place, survey.surveyId, content));
    expect(place.database.$client.prepare("select text from response_texts").pluck().all()).toEqual([
      '=HYPERLINK("http://x")',
    ]);
    expect(place.database.$client.prepare("select finished_at, channel from responses").get()).toEqual({
      finished_at: "2026-05-31T16:59:59.000Z",
      channel: "import",
    });
  });

  test("is what the template becomes once it is filled in", async () => {
    const template = importTemplate(questionnaire, {
      ...{ responseId: "P1", unitCode, submittedAt: "2026-01-01T08:30" },
    });
    const checked = await checkFile(place, survey.surveyId, template);
    expect(checked.bad).toEqual([]);
    expect(checked.report).toMatchObject({ good: 1, notAsked: [] });
    expect(checked.report?.preview[0]?.answers.length).toBeGreaterThan(20);
  });
});

describe("a bad row is named", () => {
  test.each([
    ["an unknown unit", "A1", "xyz,2026-03-05,3", "unit_code"],
    ["a time outside the window", "A2", "UNIT,2025-12-31,3", "submitted_at"],
    ["a time in the future", "A3", "UNIT,2026-06-02,3", "submitted_at"],
    ["a day that is none", "A4", "UNIT,2026-02-30,3", "submitted_at"],
    ["a day as Excel writes it", "A8", "UNIT,23/11/2025 14:30,3", "submitted_at"],
    ["a level that is none", "A5", "UNIT,2026-03-05,9", "ITEM"],
    ["a level with a comma", "A6", 'UNIT,2026-03-05,"3,5"', "ITEM"],
    ["a missing cell", "A7", "UNIT,2026-03-05", "cả dòng"],
  ])("%s", async (_name, id, rest, column) => {
    const item = scaleItems()[0]?.code ?? "";
    const content = `response_id,unit_code,submitted_at,${item}\n${id},${rest.replace("UNIT", unitCode)}\nB,${unitCode},2026-03-05,3\n`;
    const checked = await checkFile(place, survey.surveyId, content);
    expect(checked.report).toMatchObject({ rows: 2, good: 1, bad: 1 });
    expect(checked.bad[0]).toMatchObject({ line: 2, column: column.replace("ITEM", item) });
    if (column === "submitted_at") expect(checked.bad[0]?.value).toBe(rest.split(",")[1]);
    const { stored } = await storeFile(place.database, survey.surveyId, checked, "skip");
    expect(stored?.state).toBe("stored");
    expect(countResponses()).toBe(1);
  });
});

describe("a file that cannot be read says why", () => {
  test.each([
    ["an empty file", "", "trống"],
    ["binary garbage", Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), "không phải CSV hay XLSX"],
    ["another encoding", Uint8Array.from([0x72, 0xe9, 0x2c, 0xe0, 0x0a]), "UTF-8"],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), "UTF-16"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ".xls"],
    ["a broken workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9, 1, 2, 3]), "XLSX"],
    ["a wrong header", "họ tên,tuổi\nA,3\n", "thiếu cột bắt buộc"],
    [
      "Windows-1258",
      Uint8Array.from([...Buffer.from("response_id,unit_code,G2\nr1,x,"), 0xf0, 0xf5, 0x0a]),
      "bảng mã cũ",
    ],
    ["tabs", "response_id\tunit_code\tA1\nr1\tx\t3\n", "dấu Tab"],
    [
      "names of its own",
      "Mã phiếu,Mã đơn vị,A1\nr1,x,3\n",
      "nếu là cột “Mã đơn vị” của tệp thì đổi tên cột đó thành unit_code",
    ],
    ["a cell of five megabytes", `response_id,unit_code\n"${"a".repeat(5_000_000)}",x\n`, "4 triệu"],
  ])("%s", async (_name, content, reason) => {
    const checked = await checkFile(place, survey.surveyId, content);
    expect(checked.state).toBe("failed");
    expect(checked.report?.failure?.problems.map((problem) => problem.reason).join()).toContain(reason);
  });

  test("a header that names a column nearly right is read, and told so", async () => {
    const content = `response_id,unit_code,Ngày nộp,a01,tên\nX1,${unitCode},5/3/2026,4,An\n`;
    const checked = await checkFile(place, survey.surveyId, content);
    expect(checked.report?.warnings).toContain(
      "Có cột bị bỏ qua vì tên gần giống chứ không đúng; đổi tên cột nếu cần: “Ngày nộp” → submitted_at, “a01” → A1",
    );
    const refused = await checkFile(place, survey.surveyId, "Mã phiếu,tuổi\nr1,3\n");
    expect(refused.report?.failure?.unknown).toEqual(["Mã phiếu", "tuổi"]);
  });

  test("a header and nothing else", async () => {
    const checked = await checkFile(place, survey.surveyId, "response_id,unit_code,A1\n");
    expect(checked).toMatchObject({ state: "failed", report: { rows: 0, failure: null } });
  });
});

describe("a workbook", () => {
  test.each([false, true])("with dates counted from 1904: %s", async (date1904) => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = date1904;
    const sheet = workbook.addWorksheet("Phiếu");
    const item = scaleItems()[0]?.code ?? "";
    sheet.addRow(["response_id", "unit_code", "submitted_at", item, "ghi chú"]);
    sheet.addRow(["X1", unitCode, new Date("2026-03-05T08:30:00Z"), 4]);
    sheet.addRow(["X2", unitCode, new Date("2026-03-06T00:00:00Z"), { formula: "2+1", result: 3 }, "thừa"]);
    sheet.addRow([]);
    sheet.addRow(["X3", { richText: [{ text: unitCode }] }, "2026-03-07", "5"]);
    sheet.addRow(["X4", unitCode, "2026-03-07", { error: "#N/A" }]);
    const content = new Uint8Array(await workbook.xlsx.writeBuffer());
    const checked = await checkFile(place, survey.surveyId, content);
    expect(checked.report).toMatchObject({ rows: 4, good: 3, bad: 1 });
    expect(checked.bad[0]).toMatchObject({ line: 6, column: item, value: "#N/A" });
    await storeFile(place.database, survey.surveyId, checked, "skip");
    expect(place.database.$client.prepare("select finished_at from responses order by id").pluck().all()).toEqual([
      "2026-03-05T01:30:00.000Z",
      "2026-03-05T17:00:00.000Z",
      "2026-03-06T17:00:00.000Z",
    ]);
  });
});

type Results = Awaited<ReturnType<typeof results>>;

/** Channels of the whole survey with their responses. */
const channelsOf = (found: Results) => found?.channels.map(({ channel, responses }) => [channel, responses]);

function countImported(importId: number): number {
  return place.database.$client
    .prepare("select count(*) from responses where import_id = ?")
    .pluck()
    .get(importId) as number;
}

async function results(surveyId: number) {
  const { database } = place;
  return loadSurveyResults(database, {
    viewer: await provinceViewer(database),
    surveyId,
    today: "2026-06-01",
    timeZone: "Asia/Ho_Chi_Minh",
    province: "Tỉnh Thanh Hóa",
    minimums: { cell: 10, unit: 30 },
  });
}
