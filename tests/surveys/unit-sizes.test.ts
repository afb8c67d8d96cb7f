import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { writeSizesCsv } from "~/reports/write-sizes-csv";
import { changeUnitSizes } from "~/surveys/change-unit-sizes.server";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";
import { matchSizes } from "~/surveys/match-sizes";
import { readCount, readPercent, typedPercent } from "~/surveys/read-number";
import { readTable } from "~/surveys/read-table.server";
import { fillPopulation } from "~/surveys/units-form";
import type { Database } from "~db/open-database.server";
import { listUnits } from "~db/repositories/units";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const TODAY = "2026-06-01";
const NOW = new Date("2026-06-01T03:00:00Z");

async function threeCommunes() {
  const database = referenceDatabase();
  const viewer = await addViewer(database, "th");
  const communes = (await listUnits(database, viewer, { on: TODAY, kinds: ["commune"] })).slice(0, 3);
  const { surveyId } = await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: communes.map(({ key }) => key),
  });
  return { database, viewer, surveyId, communes };
}

async function send(
  { database, viewer, surveyId }: { database: Database; viewer: Viewer; surveyId: number },
  intent: string,
  fields: Record<string, string | Blob>,
) {
  const { saved, mark } = await loadUnitSizes(database, viewer, surveyId, TODAY);
  const form = new FormData();
  const all: Record<string, string | Blob> = { ...saved.calculator, seen: mark, intent };
  for (const { unitId, population, target } of saved.rows) {
    all[`population-${unitId}`] = population;
    all[`target-${unitId}`] = target;
  }
  for (const [name, value] of Object.entries({ ...all, ...fields })) form.set(name, value as string);
  return changeUnitSizes(database, viewer, { surveyId, form, now: NOW, today: TODAY });
}

const stored = (database: Database) =>
  database.$client.prepare("select population, target from survey_units order by unit_id").all();

describe("numbers as officers type them", () => {
  it("take thousands with dots, commas, blanks and without", () => {
    expect(["36.525", "36,525", "36 525", "36525", " 7 ", ""].map(readCount)).toEqual([
      36525,
      36525,
      36525,
      36525,
      7,
      null,
    ]);
    expect(["3.6", "12a", "-5", "1.2345", "999999999999"].map(readCount)).toEqual(Array(5).fill(undefined));
    expect(["5", "2,5", "2.5 %", "", "x"].map(readPercent)).toEqual([0.05, 0.025, 0.025, null, undefined]);
    expect([0.05, 0.025, 0.07, 0.29, 1].map(typedPercent)).toEqual(["5", "2,5", "7", "29", "100"]);
  });
});

describe("sizes of a survey's units", () => {
  it("are reckoned without being saved, keep what cannot be reckoned, and are saved whole with a record", async () => {
    const survey = await threeCommunes();
    const { database, viewer, surveyId } = survey;
    const { units } = await loadUnitSizes(database, viewer, surveyId, TODAY);
    const [a = 0, b = 0, c = 0] = units.map(({ unitId }) => unitId);
    const typed = { [`population-${a}`]: "1.000", [`population-${b}`]: "40", [`target-${c}`]: "77" };
    const reckoned = await send(survey, "reckon", typed);
    if (reckoned.status !== 200) throw new Error("not reckoned");
    expect(reckoned.answer.news).toEqual({ kind: "reckoned", reckoned: 2, withoutPopulation: 1 });
    expect(reckoned.answer.values.rows.map(({ target }) => target)).toEqual(["286", "37", "77"]);
    expect(stored(database)).toEqual(Array(3).fill({ population: null, target: null }));
    const saved = await send(survey, "save", { ...typed, [`target-${a}`]: "286", [`target-${b}`]: "37" });
    expect(saved).toEqual({ status: "saved" });
    const after = await loadUnitSizes(database, viewer, surveyId, TODAY);
    expect(after.units.map(({ population, target }) => [population, target])).toEqual([
      [1000, 286],
      [40, 37],
      [null, 77],
    ]);
    expect(after.plan).toMatchObject({ formula: "slovin", margin: 0.05, designEffect: 1 });
    expect(database.$client.prepare("select kind, detail from activities where kind = 'survey.targets'").all()).toEqual(
      [{ kind: "survey.targets", detail: '{"units":3,"forms":400,"formula":"slovin"}' }],
    );
  });

  it("follow the formula chosen", async () => {
    const survey = await threeCommunes();
    const { units } = await loadUnitSizes(survey.database, survey.viewer, survey.surveyId, TODAY);
    const [a = 0, b = 0] = units.map(({ unitId }) => unitId);
    const populations = { [`population-${a}`]: "1000", [`population-${b}`]: "40" };
    const targets = async (fields: Record<string, string>) => {
      const outcome = await send(survey, "reckon", { ...populations, ...fields });
      return outcome.status === 200 ? outcome.answer.values.rows.map(({ target }) => target) : outcome;
    };
    expect(await targets({ formula: "cochran" })).toEqual(["278", "37", "385"]);
    expect(await targets({ formula: "fixed", fixed: "384" })).toEqual(["384", "40", "384"]);
    // deff = 1 + (31 − 1)·0.05 = 2.5; 277.73 × 2.5 = 694.33
    expect(await targets({ formula: "cochran", perCluster: "31", correlation: "0,05" })).toEqual(["695", "40", "961"]);
  });

  it("are refused with every field that is wrong, typed values kept and nothing saved", async () => {
    const survey = await threeCommunes();
    const { units } = await loadUnitSizes(survey.database, survey.viewer, survey.surveyId, TODAY);
    const [a = 0, b = 0] = units.map(({ unitId }) => unitId);
    const outcome = await send(survey, "save", {
      margin: "70",
      designEffect: "0,5",
      [`population-${a}`]: "nhiều",
      [`population-${b}`]: "50",
      [`target-${b}`]: "51",
    });
    if (outcome.status !== 422) throw new Error("not refused");
    expect(outcome.answer.problems.map(({ field }) => field)).toEqual([
      "margin",
      "designEffect",
      `population-${a}`,
      `target-${b}`,
    ]);
    expect(outcome.answer.values.rows[0]?.population).toBe("nhiều");
    expect(outcome.answer.values.calculator.margin).toBe("70");
    expect(stored(survey.database)).toEqual(Array(3).fill({ population: null, target: null }));
  });

  it("that somebody else has changed meanwhile are not overwritten unseen", async () => {
    const survey = await threeCommunes();
    const [a = 0] = (await loadUnitSizes(survey.database, survey.viewer, survey.surveyId, TODAY)).units.map(
      ({ unitId }) => unitId,
    );
    const before = (await loadUnitSizes(survey.database, survey.viewer, survey.surveyId, TODAY)).mark;
    await send(survey, "save", { [`target-${a}`]: "100" });
    const late = await send(survey, "save", { [`target-${a}`]: "200", seen: before });
    if (late.status !== 409) throw new Error("not told");
    expect(late.answer.values.rows.find(({ unitId }) => unitId === a)?.target).toBe("200");
    expect(await send(survey, "save", { [`target-${a}`]: "200", seen: late.answer.seen })).toEqual({ status: "saved" });
  });

  it("of somebody else's survey are neither seen nor changed", async () => {
    const survey = await threeCommunes();
    const stranger = await addViewer(survey.database, "th-syt", { role: "designer", sector: "health" });
    const { units } = await loadUnitSizes(survey.database, stranger, survey.surveyId, TODAY);
    expect(units).toEqual([]);
    const outcome = await send({ ...survey, viewer: stranger }, "save", {});
    expect(outcome.status).toBe(409);
    expect(stored(survey.database)).toEqual(Array(3).fill({ population: null, target: null }));
  });
});

describe("a table of sizes", () => {
  it("comes back as it was handed out, from CSV, from Excel and from pasted cells", async () => {
    const survey = await threeCommunes();
    const { units } = await loadUnitSizes(survey.database, survey.viewer, survey.surveyId, TODAY);
    const filled = units.map((unit, index) => ({ ...unit, population: 1000 * (index + 1), target: null }));
    const csv = writeSizesCsv(filled);
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("N");
    sheet.addRow(["Mã đơn vị", "Tên", "N"]);
    for (const { code, name, population } of filled) sheet.addRow([Number(code), name, population]);
    const xlsx = Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
    const pastedCells = filled.map(({ code, population }) => `${code}\t${population}`).join("\n");
    for (const fields of [
      { file: new File([csv], "bang.csv") },
      { file: new File([xlsx], "bang.xlsx") },
      { pasted: pastedCells },
    ]) {
      const outcome = await send(survey, "preview", fields as Record<string, string | Blob>);
      if (outcome.status !== 200) throw new Error(JSON.stringify(outcome));
      expect(outcome.answer.news).toEqual({ kind: "preview", changed: 3, unchanged: 0, outside: 0 });
      expect(outcome.answer.values.rows.map(({ population }) => population)).toEqual(["1000", "2000", "3000"]);
    }
    expect(stored(survey.database)).toEqual(Array(3).fill({ population: null, target: null }));
  });

  it("is refused line by line, and units of other surveys are passed over", async () => {
    const survey = await threeCommunes();
    const all = await listUnits(survey.database, await provinceViewer(survey.database), {
      on: TODAY,
      kinds: ["commune"],
    });
    const [a, b] = survey.communes;
    const other = all.find(({ key }) => !survey.communes.some((commune) => commune.key === key));
    const lines = [
      "unit_code,population,target",
      `${a?.code},12x,5`,
      "99999,5,5",
      `${other?.code},8,8`,
      `${b?.code},9,`,
      `${b?.code},9,`,
      ",4,",
    ];
    const refused = await send(survey, "preview", { pasted: lines.join("\n") });
    expect(refused).toMatchObject({
      status: 422,
      answer: {
        tableProblems: [
          "Dòng 2: N “12x” không phải số nguyên",
          "Dòng 3: đợt này không có đơn vị mã hoặc tên “99999”",
          `Dòng 6: đơn vị “${b?.code}” đã có ở dòng 5`,
          "Dòng 7: thiếu mã đơn vị",
        ],
      },
    });
    const taken = await send(survey, "preview", { pasted: [lines[0], lines[3], lines[4]].join("\n") });
    expect(taken).toMatchObject({ status: 200, answer: { news: { changed: 1, outside: 1 } } });
    expect(await send(survey, "preview", { pasted: "nơi,số\nA,5" })).toMatchObject({
      status: 422,
      answer: { tableProblems: ["Dòng đầu thiếu cột unit_code (mã đơn vị) hoặc unit_id"] },
    });
    expect((await send(survey, "preview", {})).status).toBe(422);
  });

  it("takes names as well as codes, and tells the units that share a name", () => {
    const unit = (unitId: number, code: string, name: string) => ({ unitId, key: `k${unitId}`, code, name });
    const units = [
      unit(1, "01", "Xã Hà Long"),
      unit(2, "02", "Xã Hạ Long"),
      unit(3, "03", "Xã Tân Tiến"),
      unit(4, "04", "Xã Tân Tiến"),
    ];
    const present = units.map(({ unitId }) => ({ unitId, population: "", target: "" }));
    const match = (name: string) => matchSizes([{ line: 1, cells: [name, "50"] }], units, present, new Set());
    expect(match("xã hạ long")).toMatchObject({ ok: true, changes: [{ unitId: 2, population: "50" }] });
    expect(match("Xa Ha Long")).toMatchObject({
      problems: ["Dòng 1: nhiều đơn vị tên “Xa Ha Long”, hãy ghi mã: Xã Hà Long (01), Xã Hạ Long (02)"],
    });
    expect(match("Xã Tân Tiến")).toMatchObject({
      ok: false,
      problems: [expect.stringContaining("(03), Xã Tân Tiến (04)")],
    });
  });

  it("fills one N in, the blank units or all", () => {
    const rows = [
      { unitId: 1, population: "7", target: "" },
      { unitId: 2, population: "", target: "" },
    ];
    const filled = (all: boolean) => {
      const filling = fillPopulation(rows, "200", all);
      return filling.ok ? filling.value.rows.map(({ population }) => population) : null;
    };
    expect(filled(false)).toEqual(["7", "200"]);
    expect(filled(true)).toEqual(["200", "200"]);
    expect(fillPopulation(rows, "x", true)).toMatchObject({ ok: false, problems: [{ field: "common" }] });
  });

  it("that is none is told as such", async () => {
    const read = (name: string, bytes: Uint8Array) => readTable({ name, bytes });
    expect(await read("a.csv", new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toMatchObject({ ok: false });
    expect(await read("a.xlsx", new TextEncoder().encode("xin chào"))).toMatchObject({ ok: false });
    expect(await read("a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toMatchObject({ ok: false });
    expect(await read("a.csv", new TextEncoder().encode('a;b\n"x;1'))).toMatchObject({ ok: false });
  });
});
