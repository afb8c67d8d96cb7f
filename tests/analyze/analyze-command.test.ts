import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AnalysisResult, MeasureRow } from "~/indices/result";
import { CLINIC, clinicCsv } from "./support/clinic";
import { analyzeIn } from "./support/run-analyze";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hailong-analyze-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => write("q.json", JSON.stringify(CLINIC)));

const write = (name: string, content: string) => writeFile(join(folder, name), content);

const analyze = (...args: string[]) => analyzeIn(folder, ...args);

/** Twelve persons in unit b, three in unit a. */
function goodRows() {
  return Array.from({ length: 15 }, (_, index) => ({
    ...{ response_id: `r${index}`, unit_code: index < 12 ? "b" : "a", A1: 1 + (index % 5), A2: 1 + (index % 3) },
    ...{ "C2.1": index % 2, G2: index % 2 ? 4 : 6, G1: 90 + index, H1: "lời góp ý" },
  }));
}

function rowOf(result: AnalysisResult, unit: string, level: string, code: string): MeasureRow {
  const found = result.measures.find((row) => row.unit === unit && row.level === level && row.code === code);
  if (!found) throw new Error(`no row ${unit} ${level} ${code}`);
  return found;
}

describe("npm run analyze", () => {
  it.each(["--help", "-h"])("tells with %s how it is called, on stdout, and that is no mistake", async (flag) => {
    const { code, stdout, stderr } = await analyze(flag);
    expect([code, stderr]).toEqual([0, ""]);
    for (const said of ["--questionnaire", "--responses", "--min-cell", "--skip-bad", "--out", "response_id"]) {
      expect(stdout).toContain(said);
    }
  });

  it("prints the result document and nothing else on stdout, relative paths from where the caller stands", async () => {
    await write("r.csv", clinicCsv(goodRows()));
    const { code, stdout, stderr } = await analyze("--questionnaire", "q.json", "--responses", "r.csv");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const result: AnalysisResult = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual([
      ...["format", "questionnaire", "responses", "warnings", "measures", "reliability"],
    ]);
    expect(result).toMatchObject({ format: "hailong.result/1", questionnaire: { code: "clinic" }, responses: 15 });
    expect(result.questionnaire.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect([...new Set(result.measures.map(({ unit }) => unit))]).toEqual(["*", "a", "b"]);
    expect(rowOf(result, "*", "item", "A1")).toMatchObject({ n_valid: 15, rate: 0.4, mean: 3, suppressed: null });
    expect(rowOf(result, "a", "item", "A1")).toMatchObject({ n_valid: null, rate: null, suppressed: "masked" });
    // All less the twelve of b would be the three of a.
    expect(rowOf(result, "b", "item", "A1")).toMatchObject({ n_valid: null, rate: null, suppressed: "masked" });
    expect(rowOf(result, "*", "overall", "*")).toMatchObject({ rule: "pooled", k: 2, k_used: 2, n_persons: 15 });
    expect(result.reliability.map(({ unit, factor, k, n }) => [unit, factor, k, n])).toEqual([
      ["*", "A", 2, 15],
      ["a", "A", 2, null],
      ["b", "A", 2, null],
    ]);
    expect(result.measures.some(({ code }) => code === "H1")).toBe(false);
  });

  it("writes to --out, shows every group at --min-cell 0 and repeats warnings on stderr", async () => {
    await write("r.csv", clinicCsv([...goodRows(), ...goodRows()], ["response_id", "unit_code", "A1", "G2", "note"]));
    const { code, stdout, stderr } = await analyze(
      ...["--questionnaire=q.json", "--responses=r.csv", "--min-cell=0", "--out=result.json"],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const result: AnalysisResult = JSON.parse(await readFile(join(folder, "result.json"), "utf8"));
    expect(result.responses).toBe(15);
    expect(rowOf(result, "a", "item", "A1").n_valid).toBe(3);
    expect(rowOf(result, "*", "item", "A2")).toMatchObject({ n_asked: 0, n_missing: 0, rate: null });
    expect(result.warnings).toEqual([
      "Cột ngoài phiếu, bỏ qua: note",
      "Câu hỏi không có cột, coi như không được hỏi: A2, C2, E8, G1, H1",
      "Bỏ qua 15 dòng lặp lại nguyên vẹn một dòng trước",
    ]);
    for (const warning of result.warnings) expect(stderr).toContain(warning);
  });

  it("takes nothing of a file with bad rows, lists them all and exits 1", async () => {
    await write("r.csv", clinicCsv([{ response_id: "x", unit_code: "a", A1: 7, G1: 500 }, ...goodRows()]));
    const { code, stdout, stderr } = await analyze("--questionnaire", "q.json", "--responses", "r.csv");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("dòng 2, cột A1, giá trị «7»");
    expect(stderr).toContain("dòng 2, cột G1, giá trị «500»");
    expect(stderr).toContain("1 dòng lỗi");
  });

  it("passes over bad rows when told to, and says how many", async () => {
    await write("r.csv", clinicCsv([{ response_id: "x", unit_code: "a", A1: 7 }, ...goodRows()]));
    const { code, stdout, stderr } = await analyze("--questionnaire", "q.json", "--responses", "r.csv", "--skip-bad");
    expect(code).toBe(0);
    const result: AnalysisResult = JSON.parse(stdout);
    expect(result).toMatchObject({ responses: 15, warnings: ["Bỏ qua 1 dòng lỗi"] });
    expect(stderr).toContain("dòng 2, cột A1, giá trị «7»");
  });

  it("exits 1 on a questionnaire that does not hold, by JSON path, on one that is no JSON, and on a bad header", async () => {
    await write("r.csv", clinicCsv(goodRows()));
    await write("bad.json", JSON.stringify({ ...CLINIC, extra: 1, index: { rule: "average" } }));
    const bad = await analyze("--questionnaire", "bad.json", "--responses", "r.csv");
    expect(bad).toMatchObject({ code: 1, stdout: "" });
    expect(bad.stderr).toContain("$.index.rule");
    await write("text.json", "không phải JSON");
    expect(await analyze("--questionnaire", "text.json", "--responses", "r.csv")).toMatchObject({
      code: 1,
      stdout: "",
    });
    await write("head.csv", "response_id,A1\nr1,4\n");
    const head = await analyze("--questionnaire", "q.json", "--responses", "head.csv", "--skip-bad");
    expect(head).toMatchObject({ code: 1, stdout: "" });
    expect(head.stderr).toContain("cột unit_code, giá trị «»: thiếu cột bắt buộc");
    await write("quote.csv", 'response_id,unit_code,H1\nr1,u,"mở\n');
    const quote = await analyze("--questionnaire", "q.json", "--responses", "quote.csv", "--skip-bad");
    expect(quote).toMatchObject({ code: 1, stdout: "" });
    expect(quote.stderr).toContain("dấu ngoặc kép");
  });

  it("exits 2 on a bad call", async () => {
    await write("r.csv", clinicCsv(goodRows()));
    const call = ["--questionnaire", "q.json", "--responses", "r.csv"];
    const calls: [string[], string][] = [
      [[], "thiếu --questionnaire"],
      [[...call, "--min-cell", "ten"], "--min-cell"],
      [[...call, "--colour", "red"], "--colour"],
      [["--questionnaire", "q.json", "--responses", "none.csv"], "none.csv"],
    ];
    for (const [args, message] of calls) {
      const { code, stdout, stderr } = await analyze(...args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
  });

  it("gives a document with null figures for a file of no responses", async () => {
    await write("r.csv", clinicCsv([]));
    const { code, stdout } = await analyze("--questionnaire", "q.json", "--responses", "r.csv");
    expect(code).toBe(0);
    const result: AnalysisResult = JSON.parse(stdout);
    expect(result).toMatchObject({ responses: 0, warnings: [] });
    expect(rowOf(result, "*", "overall", "*")).toMatchObject({
      n_persons: 0,
      rate: null,
      mean: null,
      suppressed: null,
    });
  });
});
