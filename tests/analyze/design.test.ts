import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisResult, MeasureRow } from "~/indices/result";
import { wilsonInterval } from "~/statistics/wilson-interval";
import { analyzeDesign } from "./support/design-in-process";
import { analyzeIn } from "./support/run-analyze";

const GOLDEN = join(import.meta.dirname, "../golden/design");
const read = (name: string): Record<string, string>[] => parse(readFileSync(join(GOLDEN, name)), { columns: true });

/** The sample of the golden numbers as a responses file; its two domains are units. */
const rows = read("sample.csv").map(({ domain, ...row }, index) => ({
  ...{ response_id: `r${index + 1}`, unit_code: domain ?? "" },
  ...row,
}));
const label = (vi: string) => ({ vi });
const options = (values: number[]) => values.map((value) => ({ value, label: label(`Lựa chọn ${value}`) }));

function questionnaire(rule: string) {
  return {
    ...{ format: "hailong.questionnaire/1", code: "design", sector: "health", title: label("Mẫu có thiết kế") },
    source: "Dữ liệu sinh ra để đối chiếu với R",
    scales: [
      {
        code: "five",
        levels: [1, 2, 3, 4, 5].map((value) => ({ value, label: label(`Mức ${value}`), satisfied: value > 3 })),
      },
    ],
    factors: [{ code: "A", title: label("Yếu tố") }],
    items: [
      ...["q1", "q2", "q3"].map((code) => ({ code, type: "scale", scale: "five", factor: "A", text: label(code) })),
      { code: "sex", type: "single", text: label("Giới"), options: options([1, 2]) },
      { code: "age", type: "single", text: label("Tuổi"), options: options([1, 2, 3]) },
    ],
    index: { rule },
  };
}

const FIRST_STAGE = { weight: "weight", stratum: "stratum", cluster: "cluster" };
const FPC = { ...FIRST_STAGE, population: "population" };
const SEX = { "1": 780, "2": 640 };
const AGE = { "1": 400, "2": 750, "3": 270 };
const DESIGNS: Record<string, object> = {
  weights: { weight: "weight" },
  strata: { weight: "weight", stratum: "stratum" },
  clusters: FIRST_STAGE,
  fpc: FPC,
  poststratified: { ...FPC, margins: { sex: SEX } },
  persons_poststratified: { weight: "weight", margins: { age: AGE } },
  raked: { ...FPC, margins: { sex: SEX, age: AGE } },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hailong-design-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function analyze(
  design: unknown,
  { rule = "pooled", some = rows as readonly object[], flags = [] as string[] } = {},
) {
  await writeFile(join(folder, "q.json"), JSON.stringify(questionnaire(rule)));
  await writeFile(join(folder, "r.csv"), csv(some));
  await writeFile(join(folder, "d.json"), JSON.stringify(design));
  const call = ["--questionnaire=q.json", "--responses=r.csv", "--design=d.json", "--min-cell=0", ...flags];
  return analyzeIn(folder, ...call);
}

const csv = (some: readonly object[]) => stringify([...some], { header: true });

async function measured(design: unknown, rule: string): Promise<MeasureRow[]> {
  const answer = await analyzeDesign({ questionnaire: questionnaire(rule), responses: csv(rows), design });
  if ("problems" in answer) throw new Error(answer.problems.join("\n"));
  return answer.result.measures;
}

function find(measures: MeasureRow[], unit: string, level: string, code: string): MeasureRow {
  const row = measures.find((one) => one.unit === unit && one.level === level && one.code === code);
  if (!row) throw new Error(`no row ${unit} ${level} ${code}`);
  return row;
}

describe("npm run analyze with a design", () => {
  const expected = read("expected.csv");

  it.each(Object.keys(DESIGNS))("gives what R's survey package gives: %s", async (name) => {
    const pooled = await measured(DESIGNS[name], "pooled");
    const means = await measured(DESIGNS[name], "mean-of-items");
    const close = (figure: string, estimate: number | null | undefined, error: number | null | undefined) => {
      const golden = expected.find((row) => row.design === name && row.name === figure);
      expect(Math.abs((estimate ?? 9) - Number(golden?.estimate)), figure).toBeLessThan(1e-9);
      expect(Math.abs((error ?? 9) - Number(golden?.se)), figure).toBeLessThan(1e-9);
    };
    for (const [unit, of] of [
      ["*", ""],
      ["x", " of x"],
    ] as const) {
      const item = find(pooled, unit, "item", "q1");
      close(`mean q1${of}`, item.mean, item.mean_se);
      close(`share q1${of}`, item.rate, item.rate_se);
      const index = find(pooled, unit, "overall", "*");
      close(`pooled${of}`, index.rate, index.rate_se);
      const mean = find(means, unit, "overall", "*");
      close(`mean of items${of}`, mean.mean, mean.mean_se);
    }
  });

  it("keeps counts unweighted, gives Wilson's interval at n ÷ deff and t on primary units − strata", async () => {
    const measures = await measured(FPC, "pooled");
    const row = find(measures, "x", "item", "q1");
    const given = rows.filter(
      ({ unit_code, ...row }) => unit_code === "x" && (row as Record<string, string>).q1 !== "",
    );
    expect(row.n_valid).toBe(given.length);
    expect(Object.values(row.levels ?? {}).reduce((sum, count) => sum + count, 0)).toBe(given.length);
    const rate = row.rate ?? 0;
    const deff = (row.rate_se ?? 0) ** 2 / ((rate * (1 - rate)) / (given.length - 1));
    const wilson = wilsonInterval({ proportion: rate, size: given.length / deff });
    expect(row.rate_ci?.[0]).toBeCloseTo(wilson?.[0] ?? 9, 12);
    // 17 clusters − 3 strata: R's qt(0.975, 14).
    const half = 2.1447866879169273 * (row.mean_se ?? 0);
    expect(row.mean_ci?.[1]).toBeCloseTo((row.mean ?? 0) + half, 9);
  });

  it("takes population ÷ sample as weight where there is no weight column", async () => {
    const { weight: _, ...unweighted } = FPC;
    const measures = await measured(unweighted, "pooled");
    const expansion = { a: 20 / 5, b: 40 / 8, c: 9 / 4 };
    const given = rows as unknown as Record<string, string>[];
    const sums = given.reduce(
      (sum, row) => {
        const weight = row.q3 === "" ? 0 : expansion[row.stratum as "a"];
        return { above: sum.above + weight * Number(row.q3), below: sum.below + weight };
      },
      { above: 0, below: 0 },
    );
    expect(find(measures, "*", "item", "q3").mean).toBeCloseTo(sums.above / sums.below, 12);
  });

  it("with weights of one is the same as without a design where everyone answered", async () => {
    const ones = rows.map((row) => ({ ...row, weight: "1" }));
    const { stdout } = await analyze({ weight: "weight" }, { some: ones, rule: "mean-of-items" });
    const plain = await analyzeIn(folder, "--questionnaire=q.json", "--responses=r.csv", "--min-cell=0");
    const [a, b] = [JSON.parse(plain.stdout), JSON.parse(stdout)] as [AnalysisResult, AnalysisResult];
    for (const row of a.measures) {
      const other = find(b.measures, row.unit, row.level, row.code);
      for (const field of ["rate", "mean", "n_valid", "n_persons"] as const)
        if (typeof row[field] === "number") expect(other[field], `${row.code} ${field}`).toBeCloseTo(row[field], 12);
    }
    const [plainQ3, weightedQ3] = [find(a.measures, "*", "item", "q3"), find(b.measures, "*", "item", "q3")];
    for (const field of ["rate_se", "mean_se"] as const)
      expect(weightedQ3[field]).toBeCloseTo(plainQ3[field] as number, 12);
    for (const end of [0, 1] as const) expect(weightedQ3.rate_ci?.[end]).toBeCloseTo(plainQ3.rate_ci?.[end] ?? 9, 12);
  });
});

describe("a design that does not fit its file", () => {
  const changed = (line: number, change: object) =>
    rows.map((row, at) => (at === line - 2 ? { ...row, ...change } : row));

  it.each([
    ["a blank weight", FPC, changed(4, { weight: "" }), "dòng 4, cột weight, giá trị «»: trọng số bị để trống"],
    [
      "a weight that is no number",
      FPC,
      changed(4, { weight: "nặng" }),
      "cột weight, giá trị «nặng»: trọng số phải là số dương",
    ],
    ["a blank stratum", FPC, changed(5, { stratum: "" }), "dòng 5, cột stratum"],
    ["a blank cluster", FPC, changed(6, { cluster: "" }), "dòng 6, cột cluster"],
    ["a blank item of a margin", DESIGNS.raked, changed(7, { age: "" }), "dòng 7, cột age"],
    ["a population that varies", FPC, changed(3, { population: "21" }), "tầng «a»: tổng thể ghi không giống nhau"],
    [
      "a population below its sample",
      FPC,
      rows.map((row) => ({ ...row, population: "3" })),
      "tổng thể nhỏ hơn số đơn vị",
    ],
    [
      "a stratum of one unit",
      FPC,
      changed(8, { stratum: "z", population: "5" }),
      "tầng «z»: chỉ có một đơn vị mẫu bậc một",
    ],
    ["a category nobody stands for", { margins: { unit_code: { x: 10, y: 20, w: 5 } } }, rows, "margins.unit_code.w"],
    ["a category without a total", { margins: { unit_code: { x: 10 } } }, rows, "cột unit_code, giá trị «y»"],
    [
      "margins of different sums",
      { margins: { sex: SEX, age: { ...AGE, "3": 1 } } },
      rows,
      "tổng của sex và age khác nhau",
    ],
    ["a column that is not there", { weight: "trong_so" }, rows, "thiếu cột mà tệp thiết kế nêu"],
    ["a margin of no single choice", { margins: { q1: { "1": 3 } } }, rows, "margins.q1"],
    ["an unknown key", { weights: "weight" }, rows, "không hiểu khóa «weights»"],
  ])("is refused with its place: %s", async (_, design, some, said) => {
    const answer = await analyzeDesign({ questionnaire: questionnaire("pooled"), responses: csv(some), design });
    expect("problems" in answer ? answer.problems.join("\n") : "").toContain(said);
  });

  it("ends the command with 1, its problems on stderr and nothing on stdout", async () => {
    for (const [design, some, said] of [
      [{ weights: "weight" }, rows, "d.json: không hiểu khóa «weights»"],
      [FPC, changed(4, { weight: "" }), "dòng 4, cột weight"],
      [FPC, changed(3, { population: "21" }), "tầng «a»: tổng thể ghi không giống nhau"],
    ] as const) {
      const { code, stdout, stderr } = await analyze(design, { some });
      expect(stderr).toContain(said);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    }
  });

  it("leaves out rows without a weight where bad rows are skipped", async () => {
    const { code, stdout } = await analyze(
      { weight: "weight" },
      { some: changed(4, { weight: "" }), flags: ["--skip-bad"] },
    );
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as AnalysisResult).responses).toBe(rows.length - 1);
  });
});
