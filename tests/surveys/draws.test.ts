import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeDrawnRowsCsv } from "~/reports/write-drawn-rows-csv";
import { checkRows, drawRows } from "~/surveys/draw-rows.server";
import { drawSample, frameChecksum, newSeed, randomOfSeed } from "~/surveys/draw-sample.server";
import { checkUnits, drawUnits } from "~/surveys/draw-units.server";
import { findDraw, listDraws } from "~db/repositories/draws";
import { findSurvey } from "~db/repositories/surveys";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

const TODAY = "2026-06-01";
const NOW = new Date("2026-06-01T03:00:00Z");

async function hospitalSurvey() {
  const database = referenceDatabase();
  const viewer = await addViewer(database, "th-syt");
  const { surveyId, points } = await addOpenSurvey(database, { owner: "th-syt" });
  const survey = await findSurvey(database, viewer, surveyId, TODAY);
  if (!survey) throw new Error("no survey");
  return { database, viewer, surveyId, survey, unitId: points[0]?.unitId ?? 0 };
}

const LIST = Array.from({ length: 200 }, (_, index) => `HS-${index + 1},Người thứ ${index + 1}`);
const file = (lines: readonly string[], name = "danh-sach.csv") => ({
  name,
  bytes: new TextEncoder().encode(lines.join("\n")),
});
const HEADED = ["ma_ho_so,ghi_chu", ...LIST];
const ORDER = { headed: true, method: "simple-random", seed: "2026-boc-tham", size: 20, now: NOW } as const;

describe("a seed", () => {
  it("starts the same numbers everywhere", () => {
    const random = randomOfSeed("1");
    expect([random(), random(), random()].map((number) => Math.floor(number * 1e6))).toMatchInlineSnapshot(`
      [
        874789,
        577448,
        495465,
      ]
    `);
    expect(newSeed()).toMatch(/^[a-z0-9]{8}$/);
    expect(newSeed()).not.toBe(newSeed());
  });
});

describe("rows of a list", () => {
  it("are drawn, handed back with their numbers, and only the numbers stay", async () => {
    const { database, viewer, surveyId, unitId } = await hospitalSurvey();
    const drawn = await drawRows(database, viewer, { surveyId, unitId, file: file(HEADED), ...ORDER });
    if (!drawn.ok) throw new Error(drawn.message);
    expect(drawn.result.rows).toHaveLength(20);
    for (const { number, cells } of drawn.result.rows) expect(cells).toEqual([`HS-${number}`, `Người thứ ${number}`]);
    const csv = writeDrawnRowsCsv(drawn.result);
    expect(csv.split("\r\n")[0]).toBe("\uFEFFso_dong,ma_ho_so,ghi_chu");
    const [draw] = await listDraws(database, viewer, surveyId);
    expect(draw).toMatchObject({
      method: "simple-random",
      seed: "2026-boc-tham",
      frameSize: 200,
      sampleSize: 20,
      unitId,
    });
    expect(draw?.drawn).toEqual(drawn.result.rows.map(({ number }) => number));
    const stored = JSON.stringify(database.$client.prepare("select * from draws, activities").all());
    expect(stored).not.toContain("HS-");
    expect(stored).toContain("survey.draw");
  });

  it("come out the same from the same list, as CSV or as Excel, and another list is told", async () => {
    const { database, viewer, surveyId, unitId } = await hospitalSurvey();
    const drawn = await drawRows(database, viewer, { surveyId, unitId, file: file(HEADED), ...ORDER });
    if (!drawn.ok) throw new Error(drawn.message);
    const drawId = drawn.result.drawId;
    const check = (again: { name: string; bytes: Uint8Array }) =>
      checkRows(database, viewer, { surveyId, drawId, file: again });
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("1");
    for (const line of HEADED) sheet.addRow(line.split(","));
    const xlsx = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
    expect(await check(file(HEADED))).toBe("same");
    expect(await check({ name: "x.xlsx", bytes: xlsx })).toBe("same");
    expect(await check(file([...HEADED].reverse()))).toBe("other-frame");
    expect(await check(file(HEADED.slice(0, -1)))).toBe("other-frame");
    expect(await check({ name: "x.csv", bytes: new Uint8Array([0xff, 0xfe]) })).toBe("unreadable");
    database.$client.prepare("update draws set drawn = '[1,2,3]'").run();
    expect(await check(file(HEADED))).toBe("other-result");
  });

  it("are refused with a reason, and not for another's survey or unit", async () => {
    const { database, viewer, surveyId, unitId } = await hospitalSurvey();
    const draw = (part: object, who = viewer) =>
      drawRows(database, who, { surveyId, unitId, file: file(HEADED), ...ORDER, ...part });
    expect(await draw({ size: 201 })).toEqual({ ok: false, message: "Danh sách có 200 dòng, không đủ để rút 201" });
    expect(await draw({ file: file(["a,b"]) })).toMatchObject({ ok: false });
    expect(await draw({ unitId: unitId + 1 })).toMatchObject({ ok: false });
    const stranger = await addViewer(database, "th-sgddt", { role: "designer", sector: "education" });
    expect(await draw({}, stranger)).toMatchObject({ ok: false });
    expect(await listDraws(database, viewer, surveyId)).toEqual([]);
  });
});

describe("units", () => {
  it("are drawn by kind, in proportion, at least two of each, and come out the same again", async () => {
    const { database, viewer, survey } = await hospitalSurvey();
    const request = {
      survey,
      frame: "all",
      method: "systematic",
      seed: "7",
      size: 30,
      now: NOW,
      today: TODAY,
    } as const;
    const drawn = await drawUnits(database, viewer, request);
    if (!drawn.ok) throw new Error(drawn.message);
    const draw = await findDraw(database, viewer, survey.id, drawn.drawId);
    expect(new Set(draw?.drawn).size).toBe(30);
    expect(draw).toMatchObject({ unitId: null, unitName: null });
    const check = () => checkUnits(database, viewer, { survey, drawId: drawn.drawId, today: TODAY });
    expect(await check()).toBe("same");
    database.$client.prepare("update unit_versions set valid_to = '2026-05-31' where unit_id = ?").run(draw?.drawn[0]);
    expect(await check()).toBe("other-frame");
  });

  it("are refused where there are too few, or no sizes", async () => {
    const { database, viewer, survey } = await hospitalSurvey();
    const request = {
      survey,
      frame: "hospital",
      method: "simple-random",
      seed: "7",
      size: 5,
      now: NOW,
      today: TODAY,
    } as const;
    expect(await drawUnits(database, viewer, { ...request, size: 5000 })).toMatchObject({ ok: false, field: "size" });
    expect(await drawUnits(database, viewer, { ...request, frame: "all", size: 1 })).toMatchObject({
      ok: false,
      field: "size",
    });
    expect(await drawUnits(database, viewer, { ...request, method: "proportional-to-size" })).toMatchObject({
      ok: false,
      field: "method",
    });
  });

  it("do not depend on strata being named in another order, only on the frame", () => {
    const frame = ["a", "b", "c", "d", "e", "f"].map((identity, index) => ({
      identity,
      stratum: index % 2 ? "x" : "y",
      size: 1,
    }));
    const order = { method: "simple-random", seed: "s", size: 4 } as const;
    expect(drawSample(frame, order)).toEqual(drawSample(frame, order));
    expect(frameChecksum(frame)).not.toBe(frameChecksum([...frame].reverse()));
    expect(drawSample(frame, { ...order, size: 7 })).toEqual({ ok: false, reason: "too-many" });
    expect(drawSample(frame, { ...order, size: 3 })).toEqual({ ok: false, reason: "too-few" });
  });
});
