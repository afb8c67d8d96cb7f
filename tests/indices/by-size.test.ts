import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finitePopulationRow } from "~/indices/finite-population";
import { measureGroup } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import { type SizedUnit, sizeRowsOfTallies } from "~/indices/size-rows";
import { TallyBook } from "~/indices/tally-book";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { sampleDesign } from "~/statistics/sample-design";
import { stratifiedRatio } from "~/statistics/stratified-ratio";
import { sizeRowsOfRecords } from "./support/measure-records";
import { anyQuestionnaire, packedResponses } from "./support/random-survey";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const GOLDEN = join(import.meta.dirname, "../golden/design");
const read = (name: string): Record<string, string>[] => parse(readFileSync(join(GOLDEN, name)), { columns: true });
const sample = read("by-size-sample.csv");
const SIZES: Record<string, number> = { u1: 1250, u2: 400, u3: 96, u4: 5000, u5: 61 };
const ITEMS = ["q1", "q2", "q3", "q4"];

function survey(rule: string) {
  return questionnaireOf({
    factors: named("A"),
    items: ITEMS.map((code) => scaleItem(code, "A")),
    index: { rule, weights: null },
  });
}

/** The sample of R's script by rule: its records, and the tallies of each unit. */
function measured(rule: string) {
  const questionnaire = survey(rule);
  const frame = createFrame(questionnaire);
  const book = new TallyBook(questionnaire);
  const layout = packedLayout(questionnaire);
  const ids = Object.keys(SIZES);
  for (const { unit = "", ...cells } of sample) {
    const answers = Object.fromEntries(ITEMS.flatMap((item) => (cells[item] ? [[item, Number(cells[item])]] : [])));
    const packed = packAnswers(layout, answers);
    frame.addPacked(unit, packed);
    book.fold(ids.indexOf(unit), "qr", true, "2026-06-01T03:00:00.000Z", packed, 1);
  }
  const sums = new Map(book.tallies().map((tally) => [ids[tally.unitId], tally.sums]));
  return { frame, records: sizeRowsOfRecords(frame), tallies: sizeRowsOfTallies(book.plan, (key) => sums.get(key)) };
}

function sized(keys: readonly string[]): SizedUnit[] {
  return keys.map((key) => ({
    key,
    sampled: sample.filter(({ unit }) => unit === key).length,
    population: SIZES[key] ?? 0,
  }));
}

const close = (value: number | null | undefined, expected: string | undefined) =>
  expect(Math.abs((value ?? Number.NaN) - Number(expected))).toBeLessThan(1e-9);

describe("estimates theo quy mô", () => {
  const golden = read("by-size.csv").filter(({ units = "" }) => units.includes("+"));
  it.each(golden.map((line) => [`${line.name} of ${line.units}, ${line.basis}`, line] as const))(
    "agree with R's survey package: %s",
    (_, { basis, units = "", name = "", estimate, se, df }) => {
      const rule = name.startsWith("mean of items") ? "mean-of-items" : "pooled";
      const { records, tallies } = measured(rule);
      const group = { key: "*", units: sized(units.split("+")) };
      expect(group.units.reduce((sum, unit) => sum + unit.sampled - 1, 0)).toBe(Number(df));
      for (const measure of [records, tallies]) {
        const rows = measure(group, basis === "finite");
        const row = rows.find(({ level }) => level === (name === "all-satisfied" ? name : "overall"));
        const isMean = name.endsWith(" mean");
        close(isMean ? row?.mean : row?.rate, estimate);
        close(isMean ? row?.mean_se : row?.rate_se, se);
      }
    },
  );

  it("are the same from tallies as from records", () => {
    const random = anyQuestionnaire.chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        persons: fc.array(fc.tuple(fc.nat({ max: 2 }), packedResponses(questionnaire)), { maxLength: 40 }),
        populations: fc.tuple(fc.integer({ min: 40, max: 900 }), fc.integer({ min: 40, max: 900 }), fc.constant(41)),
        finite: fc.boolean(),
      }),
    );
    let compared = 0;
    fc.assert(
      fc.property(random, ({ questionnaire, persons, populations, finite }) => {
        const frame = createFrame(questionnaire);
        const book = new TallyBook(questionnaire);
        for (const [unit, packed] of persons) {
          frame.addPacked(`${unit}`, packed);
          book.fold(unit, "qr", true, "2026-06-01T03:00:00.000Z", packed, 1);
        }
        const sampled = (unit: number) =>
          frame.answered.subarray(0, frame.size).reduce((sum, one, row) => {
            return sum + (frame.unitKeys[frame.units[row] ?? -1] === `${unit}` ? one : 0);
          }, 0);
        const units = populations.flatMap((population, unit) =>
          sampled(unit) < 2 ? [] : [{ key: `${unit}`, sampled: sampled(unit), population }],
        );
        const sums = new Map(book.tallies().map((tally) => [`${tally.unitId}`, tally.sums]));
        const fromTallies = sizeRowsOfTallies(book.plan, (key) => sums.get(key))({ key: "*", units }, finite);
        const fromRecords = sizeRowsOfRecords(frame)({ key: "*", units }, finite);
        const rounded = (rows: unknown) =>
          JSON.parse(JSON.stringify(rows), (_, value) => (typeof value === "number" ? Math.round(value * 1e9) : value));
        expect(rounded(fromTallies)).toEqual(rounded(fromRecords));
        if (units.length > 1 && fromTallies.some(({ rate_se, mean_se }) => rate_se || mean_se)) compared++;
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("are the pooled ones where every unit has answered in proportion to its size", () => {
    const { frame, tallies } = measured("pooled");
    const units = sized(Object.keys(SIZES)).map((unit) => ({ ...unit, population: unit.sampled * 7 }));
    const pooled = measureGroup({ frame, unit: "*", rows: null }).measures;
    for (const row of tallies({ key: "*", units }, false)) {
      const same = pooled.find(({ level, code }) => level === row.level && code === row.code);
      expect(row.rate).toBeCloseTo(same?.rate ?? Number.NaN, 12);
    }
  });

  it("leave no error where the answers of everybody in a unit are alike", () => {
    const alike = (sampled: number, answers: number, satisfied: number) => ({
      ...{ sampled, population: sampled * 9, persons: sampled },
      ...{ below: sampled * answers, belowSquares: sampled * answers ** 2, above: sampled * satisfied },
      ...{ aboveSquares: sampled * satisfied ** 2, cross: sampled * answers * satisfied },
    });
    expect(stratifiedRatio([alike(31, 7, 5), alike(47, 3, 1)], false)?.standardError).toBe(0);
    // Half give seven answers, half two, and both always level 3: different m, one ratio.
    const mixed = { sampled: 40, population: 90, persons: 40, below: 180, belowSquares: 1060 };
    const stratum = { ...mixed, above: 540, aboveSquares: 9540, cross: 3180 };
    expect(stratifiedRatio([stratum], false)).toMatchObject({ estimate: 3, standardError: 0 });
    expect(stratifiedRatio([], false)).toBeNull();
  });
});

describe("the finite population correction of a unit", () => {
  const { frame } = measured("pooled");
  const rows = Int32Array.from(sample.flatMap(({ unit }, row) => (unit === "u3" ? [row] : [])));
  const finite = { sampled: rows.length, population: 96 };

  it("agrees with R", () => {
    const plain = measureGroup({ frame, unit: "u3", rows }).measures;
    const at = (level: string) => {
      const row = plain.find((one) => one.level === level && (level !== "item" || one.code === "q1"));
      if (!row) throw new Error(`no row ${level}`);
      return finitePopulationRow(row, finite);
    };
    const golden = new Map(read("by-size.csv").flatMap((line) => (line.units === "u3" ? [[line.name, line]] : [])));
    close(at("overall").rate_se, golden.get("pooled rate")?.se);
    close(at("overall").mean_se, golden.get("pooled mean")?.se);
    close(at("item").rate_se, golden.get("share q1")?.se);
    close(at("item").mean_se, golden.get("mean q1")?.se);
  });

  it("gives the very rows that the headless analysis gives of the unit as a stratum with its population", () => {
    const all = frame.unitKeys.map((key) => SIZES[key] ?? 0);
    const population = Float64Array.from({ length: frame.size }, (_, row) => all[frame.units[row] ?? 0] ?? 0);
    const stratum = Array.from({ length: frame.size }, (_, row) => frame.unitKeys[frame.units[row] ?? 0] ?? "");
    const result = sampleDesign({ size: frame.size, stratum, population });
    if (!result.ok) throw new Error("no design");
    const ofUnit = { ...result.design, degreesOfFreedom: rows.length - 1 };
    const designed = measureGroup({
      ...{ frame, unit: "u3", rows },
      sample: { design: ofUnit, weights: new Float64Array(frame.size).fill(96 / rows.length) },
    });
    const plain = measureGroup({ frame, unit: "u3", rows }).measures.map((row) => finitePopulationRow(row, finite));
    const rounded = (given: unknown) =>
      JSON.parse(JSON.stringify(given), (_, value) => (typeof value === "number" ? Math.round(value * 1e9) : value));
    expect(rounded(plain)).toEqual(rounded(designed.measures));
  });

  it("leaves a figure without an interval of its own where everybody answered, and rows without figures as they are", () => {
    const plain = measureGroup({ frame, unit: "u3", rows }).measures;
    const overall = plain.find(({ level }) => level === "overall");
    if (!overall) throw new Error("no overall row");
    const { rate, mean } = overall;
    expect(finitePopulationRow(overall, { sampled: 35, population: 35 })).toMatchObject({
      ...{ rate, rate_se: 0, rate_ci: [rate, rate], mean, mean_se: 0, mean_ci: [mean, mean] },
    });
    const masked = { ...overall, rate: null, n_persons: null, suppressed: "masked" as const };
    expect(finitePopulationRow(masked, finite)).toBe(masked);
    expect(finitePopulationRow(overall, { sampled: 35, population: 34 })).toBe(overall);
  });
});
