import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { makeOpenData } from "~/reports/open-data.server";
import type { PublishedSurvey } from "~/snapshots/published";
import { convertWithOffice } from "../support/programs";
import { hospitals, sampleResults, seedQuestionnaire } from "./sample-results";

const results = sampleResults({
  questionnaire: seedQuestionnaire("outpatient-qd56"),
  units: hospitals().slice(0, 8),
  simulated: true,
});
const published = {
  head: { surveyId: 7, number: 2, hash: "a".repeat(64), ownerName: "Sở Y tế", title: "Đợt thử" },
  document: { kind: "final", takenOn: "2026-12-05", results },
} as unknown as PublishedSurvey;

async function taken(file: string): Promise<Buffer> {
  const made = makeOpenData(published, file, "https://hailong.example.vn");
  if (!made) throw new Error(`no file ${file}`);
  return buffer(made.body);
}

const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

it("open data say the same in the workbook and in CSV, line by line, and the workbook says on what terms", async () => {
  const csv = parse(await taken("data.csv"), { bom: true, columns: true }) as Record<string, string>[];
  expect(csv).toHaveLength(results.measures.length);
  const sheets = await convertWithOffice(await taken("data.xlsx"), "xlsx", FILTER);
  const lines = parse(sheets.get("file-Chỉ số.csv") ?? "", { bom: true, from_line: 2, columns: true }) as Record<
    string,
    string
  >[];
  expect(lines).toHaveLength(csv.length);
  let told = 0;
  for (const [at, line] of csv.entries()) {
    expect(lines[at]?.["Mã đơn vị"]).toBe(line.unit_code === "*" ? "Tất cả đơn vị" : line.unit_code);
    if (line.suppressed) expect(lines[at]?.["Tỷ lệ hài lòng"]).toBe("không công bố");
    else if (line.rate) {
      told++;
      expect(Number(lines[at]?.["Tỷ lệ hài lòng"]?.replace("%", "")) / 100).toBeCloseTo(Number(line.rate), 12);
    }
  }
  expect(told).toBeGreaterThan(50);
  expect([...sheets.entries()].find(([name]) => name.includes("Từ điển"))?.[1]?.toString()).toContain("ghi rõ nguồn");
  expect(await taken("data.xlsx")).toEqual(await taken("data.xlsx"));
});
