import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { calibrateWeights, type Margin } from "~/statistics/calibrate-weights";
import { calibrationResiduals } from "~/statistics/calibration-residuals";
import { combineEstimates, type LinearEstimate, ratioEstimate, type WeightedSample } from "~/statistics/ratio-estimate";
import { type DesignRows, type SampleDesign, sampleDesign } from "~/statistics/sample-design";

const GOLDEN = join(import.meta.dirname, "../golden/design");
const read = (name: string): Record<string, string>[] => parse(readFileSync(join(GOLDEN, name)), { columns: true });
const sample = read("sample.csv");
const column = (name: string) => sample.map((row) => row[name] ?? "");
const numbers = (name: string) => Float64Array.from(column(name), Number);
const blank = (name: string) => column(name).map((cell) => cell === "");
const all = Int32Array.from(sample, (_, row) => row);
const inX = all.filter((row) => sample[row]?.domain === "x");

function designOf(rows: Omit<DesignRows, "size">): SampleDesign {
  const result = sampleDesign({ size: sample.length, ...rows });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.design;
}

function margin(name: string, totals: number[]): Margin {
  const category = Int32Array.from(column(name), (cell) => Number(cell) - 1);
  return { name, labels: totals.map((_, at) => `${at + 1}`), totals, category };
}

function calibrated(design: SampleDesign, margins: Margin[]): WeightedSample {
  const base = numbers("weight");
  const result = calibrateWeights(base, margins);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { design, weights: result.weights, residuals: calibrationResiduals(base, margins) };
}

const strata = { stratum: column("stratum") };
const clusters = { ...strata, cluster: column("cluster") };
const full = designOf({ ...clusters, population: numbers("population") });
const sex = margin("sex", [780, 640]);
const age = margin("age", [400, 750, 270]);
const SAMPLES: Record<string, WeightedSample> = {
  weights: { design: designOf({}), weights: numbers("weight") },
  strata: { design: designOf(strata), weights: numbers("weight") },
  clusters: { design: designOf(clusters), weights: numbers("weight") },
  fpc: { design: full, weights: numbers("weight") },
  poststratified: calibrated(full, [sex]),
  persons_poststratified: calibrated(designOf({}), [age]),
  raked: calibrated(full, [sex, age]),
};

/** Estimates by the names that the script in R gives them. */
function estimates(one: WeightedSample): Record<string, LinearEstimate | null> {
  const pick = (rows: Int32Array, values: (row: number) => number) => Array.from(rows, values);
  const levels = (name: string) => numbers(name);
  const answered = (name: string, rows: Int32Array) => rows.filter((row) => !blank(name)[row]);
  const mean = (name: string, rows: Int32Array) => {
    const valid = answered(name, rows);
    return ratioEstimate(
      one,
      valid,
      pick(valid, (row) => levels(name)[row] ?? 0),
      pick(valid, () => 1),
    );
  };
  const share = (rows: Int32Array) => {
    const valid = answered("q1", rows);
    return ratioEstimate(
      one,
      valid,
      pick(valid, (row) => ((numbers("q1")[row] ?? 0) >= 4 ? 1 : 0)),
      pick(valid, () => 1),
    );
  };
  const items = ["q1", "q2", "q3"];
  const pooled = (rows: Int32Array) =>
    ratioEstimate(
      one,
      rows,
      pick(rows, (row) => items.filter((name) => (numbers(name)[row] ?? 0) >= 4).length),
      pick(rows, (row) => items.filter((name) => !blank(name)[row]).length),
    );
  const combine = (parts: [number, LinearEstimate | null][]) =>
    combineEstimates(
      one,
      parts.flatMap(([coefficient, part]) => (part ? [{ coefficient, part }] : [])),
    );
  const meanOfItems = (rows: Int32Array) => combine(items.map((name) => [1 / 3, mean(name, rows)]));
  return {
    "mean q1": mean("q1", all),
    "share q1": share(all),
    "mean q1 of x": mean("q1", inX),
    "share q1 of x": share(inX),
    pooled: pooled(all),
    "pooled of x": pooled(inX),
    "mean of items": meanOfItems(all),
    "mean of items of x": meanOfItems(inX),
    "q1 minus q3": combine([
      [1, mean("q1", all)],
      [-1, mean("q3", all)],
    ]),
  };
}

describe("estimates under a design agree with R's survey package", () => {
  const expected = read("expected.csv");

  it.each(Object.keys(SAMPLES))("%s", (name) => {
    const computed = estimates(SAMPLES[name] as WeightedSample);
    const rows = expected.filter(({ design }) => design === name);
    expect(rows).toHaveLength(9);
    for (const { name: figure = "", estimate, se } of rows) {
      expect(computed[figure]?.estimate, figure).toBeCloseTo(Number(estimate), 9);
      expect(Math.abs((computed[figure]?.standardError ?? 0) - Number(se)), figure).toBeLessThan(1e-9);
    }
  });

  it("as the calibrated weights do", () => {
    for (const name of ["poststratified", "persons_poststratified", "raked"]) {
      const weights = SAMPLES[name]?.weights ?? [];
      for (const row of read("weights.csv"))
        expect(Math.abs((weights[Number(row.row) - 1] ?? 0) - Number(row[name]))).toBeLessThan(1e-8);
    }
  });
});

describe("the stratified sample that can be checked by hand", () => {
  const values = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2];
  const stratum = ["1", "1", "1", "1", "1", "2", "2", "2"];
  const weights = Float64Array.from([3, 3, 3, 3, 3, 4, 4, 4]);
  const rows = Int32Array.from(values, (_, row) => row);
  const above4 = rows.filter((row) => (values[row] ?? 0) > 4);
  const estimate = (domain: Int32Array, population?: number[]) => {
    const made = sampleDesign({ size: 8, stratum, population });
    if (!made.ok) throw new Error("no design");
    const ones = Array.from(domain, () => 1);
    return ratioEstimate(
      { design: made.design, weights },
      domain,
      Array.from(domain, (row) => values[row] ?? 0),
      ones,
    );
  };
  const population = [15, 15, 15, 15, 15, 12, 12, 12];

  // Means and errors as printed in the domain notes, those of the domain computed with R's survey package.
  it.each([
    ["whole sample", rows, undefined, 5.448148148, 0.74126833],
    ["whole sample, fpc", rows, population, 5.448148148, 0.61604072],
    ["domain above 4", above4, undefined, 6.195, 0.755512864],
    ["domain above 4, fpc", above4, population, 6.195, 0.630111002],
  ])("%s", (_, domain, known, mean, error) => {
    const result = estimate(domain, known);
    expect(result?.estimate).toBeCloseTo(mean, 8);
    expect(result?.standardError).toBeCloseTo(error, 8);
  });
});

describe("a sample that makes no design", () => {
  it("names the stratum and the rows of each fault", () => {
    const faults = sampleDesign({
      size: 7,
      stratum: ["a", "a", "b", "b", "c", "d", "d"],
      population: [9, 8, 1, 1, 7, 2, 2],
    });
    expect(faults).toEqual({
      ok: false,
      problems: [
        { kind: "population-varies", stratum: "a", rows: [0, 1] },
        { kind: "population-too-small", stratum: "b", rows: [2, 3] },
        { kind: "lonely-primary-unit", stratum: "c", rows: [4] },
      ],
    });
  });

  it("may be a stratum of one unit that was taken whole, which adds no variance", () => {
    const taken = sampleDesign({ size: 3, stratum: ["a", "a", "b"], population: [9, 9, 1] });
    expect(taken).toMatchObject({ ok: true, design: { degreesOfFreedom: 1 } });
  });
});

describe("calibration", () => {
  const base = numbers("weight");

  it("leaves weights alone that meet the margins already", () => {
    const held = (one: Margin) => ({
      ...one,
      totals: one.labels.map((_, at) =>
        base.reduce((sum, weight, row) => sum + (one.category[row] === at ? weight : 0), 0),
      ),
    });
    const result = calibrateWeights(base, [held(sex), held(age)]);
    expect(result).toEqual({ ok: true, weights: base });
  });

  it("reproduces the margins to 1e-8", () => {
    const { weights } = SAMPLES.raked as WeightedSample;
    for (const one of [sex, age])
      for (const [at, total] of Array.from(one.totals).entries()) {
        const sum = weights.reduce((sofar, weight, row) => sofar + (one.category[row] === at ? weight : 0), 0);
        expect(Math.abs(sum - total)).toBeLessThan(1e-8);
      }
  });

  it("names a category of the population that nobody in the sample stands for", () => {
    const four = { ...age, labels: ["1", "2", "3", "4"], totals: [400, 750, 200, 70] };
    expect(calibrateWeights(base, [sex, four])).toEqual({
      ok: false,
      problems: [{ kind: "empty-category", margin: "age", label: "4", total: 70 }],
    });
  });

  it("refuses margins of different populations", () => {
    expect(calibrateWeights(base, [sex, { ...age, totals: [400, 750, 300] }])).toEqual({
      ok: false,
      problems: [{ kind: "totals-differ", margins: ["sex", "age"], totals: [1420, 1450] }],
    });
  });

  it("says that it does not converge where a hole in the table makes the margins impossible", () => {
    const category = Int32Array.from([0, 1]);
    const blocked = calibrateWeights(Float64Array.from([1, 1]), [
      { name: "a", labels: ["1", "2"], totals: [10, 90], category },
      { name: "b", labels: ["1", "2"], totals: [50, 50], category },
    ]);
    expect(blocked).toMatchObject({ ok: false, problems: [{ kind: "no-convergence" }] });
  });
});
