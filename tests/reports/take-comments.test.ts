import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { FiledComment } from "~/comments/load-released-comments.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { takeComments } from "~/reports/take-comments.server";
import { streamCommentsCsv, streamCommentsXlsx } from "~/reports/write-comments.server";
import { insertResponses } from "~db/repositories/responses";
import { changeStatus, findSurvey } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice } from "../support/programs";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const NOW = new Date("2026-07-02T03:00:00Z");
const EVIL = [
  "=cmd|'/c calc'!A1",
  "@SUM(A1)",
  "Rất tốt 😀👩‍⚕️",
  "ký\u0000tự\u0007lạ",
  "+84 912 345 678",
  "dòng một\ndòng hai",
  '"ngoặc", phẩy',
];

/** Writers at three hospitals: 47 at the first, 23 at the second, 4 at the third. */
async function commented() {
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-nhi", "bv-phoi"];
  const { surveyId, versionId, points } = await addOpenSurvey(database, { questionnaire: "inpatient-qd56", units });
  const packed = packAnswers(packedLayout(await readVersion(database, versionId)), { A1: 4 });
  for (const [at, many] of [47, 23, 4].entries())
    await insertResponses(
      database,
      Array.from({ length: many }, (_, number) => ({
        ...{ responseId: `c-${at}-${number}`, surveyId, unitId: points[at]?.unitId ?? 0, pointId: points[at]?.id ?? 0 },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z", packed },
        texts: { H1: EVIL[number + at * 100] ?? `ý kiến ${at}/${String(number).padStart(2, "0")}` },
      })),
    );
  const viewer = await provinceViewer(database);
  const take = async (file: string, as = viewer) => {
    const survey = await findSurvey(database, viewer, surveyId, "2026-07-02");
    if (!survey) throw new Error("no survey");
    const made = await takeComments(database, as, { survey, file, now: NOW, today: "2026-07-02", cellMinimum: 10 });
    return made?.body instanceof Readable ? buffer(made.body) : Buffer.from("");
  };
  const lines = async () => parse(await take("comments.csv"), { bom: true, columns: true }) as Record<string, string>[];
  const close = () => changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: NOW });
  return { database, take, lines, close };
}

it("holds full batches of each unit while answers come in, and everybody's once closed, small units under the one above", async () => {
  const { lines, close } = await commented();
  const count = (given: Record<string, string>[]) => {
    const counts = new Map<string, number>();
    for (const { unit_name = "" } of given) counts.set(unit_name, (counts.get(unit_name) ?? 0) + 1);
    return [...counts.values()].sort((one, other) => one - other);
  };
  const open = await lines();
  // 47 give 40; the four of the third stand with the 23 of the second: 27 give 20.
  expect(count(open)).toEqual([20, 40]);
  expect(open.some(({ text }) => text?.includes("0/46"))).toBe(false);
  await close();
  expect(count(await lines())).toEqual([27, 47]);
  expect(new Set((await lines()).map(({ unit_name }) => unit_name)).has("Bệnh viện Phổi Thanh Hóa")).toBe(false);
});

it("gives no order of arrival, no person, and no telephone number; a formula is disarmed", async () => {
  const { lines, close } = await commented();
  await close();
  const given = await lines();
  const numbered = given.map(({ text = "" }) => text).filter((text) => text.startsWith("ý kiến 0/"));
  expect(numbered).not.toEqual(numbered.toSorted());
  const texts = given.map(({ text }) => text);
  expect(texts).toContain("'=cmd|'/c calc'!A1");
  expect(texts).toContain("Rất tốt 😀👩‍⚕️");
  expect(texts).toContain("kýtựlạ");
  expect(texts).toContain("[số điện thoại]");
  expect(texts).toContain('"ngoặc", phẩy');
  expect(Object.keys(given[0] ?? {})).toEqual(["unit_code", "unit_name", "field", "question", "text"]);
});

it("opens in LibreOffice with formulas as text, on as many sheets as it needs", async () => {
  const { take, close } = await commented();
  await close();
  const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const sheets = await convertWithOffice(await take("comments.xlsx"), "xlsx", FILTER);
  const rows = parse(sheets.get("file-Ý kiến.csv") ?? "", { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(74);
  expect(rows.map((row) => row["Ý kiến"])).toEqual(expect.arrayContaining(["=cmd|'/c calc'!A1", "@SUM(A1)"]));
  const many = { total: 25, read: () => generated(25) };
  const head = { day: "2026-07-02", author: "Sở Y tế", simulated: true };
  const split = await convertWithOffice(await buffer(streamCommentsXlsx(many, head, 10)), "xlsx", FILTER);
  expect([...split.keys()].sort()).toEqual(["file-Ý kiến (2).csv", "file-Ý kiến (3).csv", "file-Ý kiến.csv"]);
});

it("is empty for whoever does not run the survey", async () => {
  const { database, take, close } = await commented();
  await close();
  const hospital = { accountId: 0, role: "designer" as const, unitId: await unitId(database, "bv-nhi"), sector: null };
  expect(parse(await take("comments.csv", hospital), { bom: true })).toHaveLength(1);
});

it("writes 2,000 comments as CSV, each once", async () => {
  const comments = { total: 2000, read: () => generated(2000) };
  const rows = parse(await buffer(streamCommentsCsv(comments, false)), { bom: true, columns: true }) as {
    text: string;
  }[];
  expect(new Set(rows.map(({ text }) => text)).size).toBe(2000);
});

function* generated(count: number): Generator<FiledComment> {
  for (let number = 0; number < count; number++)
    yield { unitCode: "BV", unitName: "Bệnh viện", field: "H1", question: "Ý kiến khác", text: `Góp ý số ${number}` };
}
