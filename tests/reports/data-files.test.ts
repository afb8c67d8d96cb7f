import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { MeasureRow } from "~/indices/result";
import { MeasureIndex, type SurveyResults } from "~/indices/survey-results";
import { linesOf } from "~/reports/survey-files";
import { measureTable } from "~/reports/tables/result-tables";
import { distributionCsv, measuresCsv, writeCodebookCsv } from "~/reports/write-csv";
import { streamXlsx, workbookTables } from "~/reports/write-xlsx.server";
import { convertWithOffice } from "../support/programs";
import { hospitals, sampleResults, seedQuestionnaire } from "./sample-results";
import { unzip } from "./unzip";

/** Pieces of a file together. */
const text = (pieces: Iterable<string>) => [...pieces].join("");

const EVIL = "=cmd|'/c calc'!A1";
const units = [
  ...hospitals().slice(0, 10),
  { key: "x1", code: "X1", name: EVIL, persons: 55 },
  { key: "x2", code: "X2", name: "@SUM(A1) 🏥", persons: 60 },
  { key: "x3", code: "X3", name: "-2+3", persons: 60 },
];
const questionnaire = seedQuestionnaire("outpatient-qd56");
const results = sampleResults({ questionnaire, units });
const simulated = sampleResults({ questionnaire, units, simulated: true });
const measures = new MeasureIndex(results.measures);

const live = (of: SurveyResults) => ({ results: of, snapshot: null });
const workbook = (of: SurveyResults) => buffer(streamXlsx(live(of), "2026-12-05"));

const tablesOf = (of: SurveyResults) =>
  [...workbookTables(live(of))].map((table) => ({ ...table, rows: [...table.rows] }));

function records(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true });
}

describe("CSV of measures", () => {
  const lines = records(text(measuresCsv(results)));
  const find = (unit: string, level: string, code: string) =>
    lines.find((line) => line.unit_key === unit && line.level === level && line.code === code) ?? {};

  it("has one line for every row of the results, in their order", () => {
    expect(lines.map((line) => [line.unit_key, line.level, line.code])).toEqual(
      results.measures.map(({ unit, level, code }) => [unit, level, code]),
    );
  });

  it("gives every figure unrounded and readable back", () => {
    const pairs: [string, (row: MeasureRow) => number | null | undefined][] = [
      ["n_asked", (row) => row.n_asked],
      ["n_persons", (row) => row.n_persons],
      ["rate", (row) => row.rate],
      ["rate_se", (row) => row.rate_se],
      ["rate_low", (row) => row.rate_ci?.[0]],
      ["rate_high", (row) => row.rate_ci?.[1]],
      ["mean", (row) => row.mean],
      ["mean_low", (row) => row.mean_ci?.[0]],
      ["mean_high", (row) => row.mean_ci?.[1]],
    ];
    for (const [index, row] of results.measures.entries()) {
      for (const [key, figure] of pairs) {
        const expected = row.suppressed ? null : (figure(row) ?? null);
        const cell = lines[index]?.[key] ?? "";
        expect(cell === "" ? null : Number(cell)).toBe(expected);
      }
    }
  });

  it("leaves masked figures empty and says the one word", () => {
    const masked = find("bv-tam-than", "overall", "*");
    expect(masked.suppressed).toBe("masked");
    expect([masked.n_persons, masked.n_asked, masked.rate, masked.mean, masked.k_used]).toEqual(["", "", "", "", ""]);
    expect(find("bv-y-duoc-co-truyen", "overall", "*")).toMatchObject({ suppressed: "", n_persons: "0", rate: "" });
  });

  it("disarms names that a spreadsheet would compute", () => {
    expect(find("x1", "overall", "*").unit_name).toBe(`'${EVIL}`);
    expect(find("x2", "overall", "*").unit_name).toBe("'@SUM(A1) 🏥");
    expect(find("x3", "overall", "*").unit_name).toBe("'-2+3");
    for (const csv of [text(measuresCsv(results)), text(distributionCsv(results)), writeCodebookCsv(live(results))]) {
      const cells = (parse(csv, { bom: true }) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]./.test(cell))).toEqual([]);
    }
  });

  it("begins with a byte order mark and says on each line whether it is simulated", () => {
    expect(text(measuresCsv(results)).startsWith("\uFEFFunit_key,unit_code,")).toBe(true);
    expect(new Set(lines.map((line) => line.simulated))).toEqual(new Set([""]));
    const marked = [...records(text(measuresCsv(simulated))), ...records(text(distributionCsv(simulated)))];
    expect(new Set(marked.map((line) => line.simulated))).toEqual(new Set(["SỐ LIỆU MÔ PHỎNG"]));
  });
});

describe("CSV of distributions", () => {
  const lines = records(text(distributionCsv(results)));

  it("adds up to those asked", () => {
    const row = measures.find("*", "item", "A1");
    const own = lines.filter((line) => line.unit_key === "*" && line.code === "A1");
    expect(own.map((line) => line.value)).toEqual(["1", "2", "3", "4", "5", "0", "missing"]);
    expect(own.reduce((sum, line) => sum + Number(line.count), 0)).toBe(row?.n_asked);
    expect(own.reduce((sum, line) => sum + Number(line.share), 0)).toBeCloseTo(1, 12);
  });

  it("masks counts and shares of a masked unit", () => {
    const masked = lines.filter((line) => line.unit_key === "bv-tam-than");
    expect(masked.length).toBeGreaterThan(100);
    expect(new Set(masked.map((line) => `${line.count}${line.share}${line.suppressed}`))).toEqual(new Set(["masked"]));
  });
});

describe("codebook", () => {
  it("explains every column of the CSV files and every code of the form", () => {
    const lines = records(writeCodebookCsv(live(results)));
    const columns = lines.filter((line) => line.part === "cột").map((line) => line.code);
    const headers = [text(measuresCsv(results)), text(distributionCsv(results))].flatMap((csv) =>
      Object.keys(records(csv)[0] ?? {}),
    );
    expect(headers.filter((header) => !columns.includes(header))).toEqual([]);
    const items = lines.filter((line) => line.part === "câu hỏi").map((line) => line.code);
    expect(items).toEqual(questionnaire.items.map(({ code }) => code));
    expect(lines.filter((line) => line.part === "mức")).toHaveLength(6);
  });

  it("gives the sheets' heading beside the name that a column has in the CSV files", () => {
    const low = records(writeCodebookCsv(live(results))).find((line) => line.code === "rate_low");
    expect(low?.meaning).toBe("Cận dưới 95% của tỷ lệ: Cận dưới của khoảng 95% của rate.");
  });

  it("of the workbook explains every column of every sheet of figures", () => {
    const tables = tablesOf(results);
    const explained = tables
      .at(-1)
      ?.rows.flatMap(([part, code, , , note]) => (part === "cột" ? `${code} ${note}` : []));
    for (const { name, columns } of tables.slice(0, 7)) {
      expect(explained).toEqual(expect.arrayContaining(columns.map(({ key }) => `${key} bảng ${name}`)));
    }
  });
});

describe("workbook", () => {
  let parts: Map<string, string>;

  beforeAll(async () => {
    parts = unzip(await workbook(simulated));
  });

  const sheets = () => [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet")).map(([, xml]) => xml);

  it("has the sheets of the tables, frozen, filtered, with the mark on sheet and page when simulated", () => {
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([
      ...[
        "Chỉ số",
        "Yếu tố",
        "Tiêu chí",
        "Phân bố",
        "Mẫu",
        "Người trả lời",
        "Kênh thu nhận",
        "Độ tin cậy",
        "Phương pháp",
        "Từ điển mã",
      ],
    ]);
    for (const xml of sheets()) {
      expect(xml).toMatch(/<pane ySplit="2"[^>]*state="frozen"/);
      expect(xml).toMatch(/<autoFilter ref="A2:/);
      expect(xml).toContain("SỐ LIỆU MÔ PHỎNG – không phải kết quả khảo sát thật");
      expect(xml).toMatch(/<oddHeader>[^<]*SỐ LIỆU MÔ PHỎNG/);
    }
  });

  it("carries no mark and no banner otherwise", async () => {
    const plain = [...unzip(await workbook(results))].filter(([name]) => name.includes("sheet"));
    const text = plain.map(([, xml]) => xml).join("");
    expect(text.replaceAll("SỐ LIỆU MÔ PHỎNG: không phải kết quả khảo sát thật.", "")).not.toContain("MÔ PHỎNG");
    expect(text).toMatch(/<pane ySplit="1"/);
  });

  it("says in words what the CSV files say in codes, and keeps the codes in the codebook", () => {
    const [, , , distribution] = sheets();
    for (const word of ["Tất cả đơn vị", "ngoài mẫu số", "để trống", "không công bố", "tự nguyện"]) {
      expect(distribution).toContain(`>${word}<`);
    }
    expect(distribution).not.toMatch(/>(excluded|missing|masked|voluntary|\*)</);
    const codes = records(writeCodebookCsv(live(results))).filter(({ part }) => part === "mã");
    expect(codes.find(({ value }) => value === "missing")).toMatchObject({ code: "value", meaning: "để trống" });
    expect(codes.find(({ value }) => value === "masked")?.meaning).toBe("không công bố");
    expect(records(writeCodebookCsv(live(results)))[0]?.meaning).toContain("65001");
  });

  it("prints on A4 in landscape: one page wide where that is readable, else with unit and measure on each page", () => {
    const wide = [1, 2];
    for (const [at, xml] of sheets().entries()) {
      const page = /<pageSetup [^>]*>/.exec(xml)?.[0] ?? "";
      expect([at, /paperSize="9"/.test(page), /orientation="landscape"/.test(page)]).toEqual([at, true, true]);
      const across = /scale="60"/.test(page) && /pageOrder="overThenDown"/.test(page);
      expect([at, across, /fitToPage="1"/.test(xml)]).toEqual([at, wide.includes(at), !wide.includes(at)]);
    }
    const book = parts.get("xl/workbook.xml") ?? "";
    const titles = [...book.matchAll(/Print_Titles"[^>]*>([^<]*)</g)].map(([, range]) =>
      range?.replaceAll("&apos;", "'"),
    );
    expect(titles[0]).toBe("'Chỉ số'!$1:$2");
    expect(titles[1]).toBe("'Yếu tố'!$C:$F,'Yếu tố'!$2:$2");
    expect(titles[2]).toBe("'Tiêu chí'!$C:$E,'Tiêu chí'!$2:$2");
  });

  it("has no formula, and names as text", () => {
    expect(sheets().filter((xml) => /<f[ >]/.test(xml))).toEqual([]);
    expect(sheets()[0]).toContain("=cmd|&apos;/c calc&apos;!A1");
  });

  it("is the same, byte for byte, for the same results", async () => {
    const [one, two] = [await workbook(results), await workbook(results)];
    expect(one.equals(two)).toBe(true);
  });

  it("tells readers and programs of masked and of empty units in their own words", () => {
    const [index, , items] = tablesOf(results);
    const line = (name: string) => index?.rows.find((row) => row[1] === name)?.slice(4);
    expect(line("Bệnh viện Tâm thần Thanh Hóa")?.[0]).toBe(18);
    expect(new Set(line("Bệnh viện Tâm thần Thanh Hóa")?.slice(1))).toEqual(new Set(["không công bố", null]));
    expect(new Set(line("Bệnh viện Y dược cổ truyền Thanh Hóa")?.slice(1))).toEqual(new Set(["Chưa có dữ liệu", null]));
    const keys = items?.columns.map(({ key }) => key) ?? [];
    expect(keys.filter((key) => key.startsWith("level_"))).toEqual([
      "level_0",
      "level_1",
      "level_2",
      "level_3",
      "level_4",
      "level_5",
    ]);
  });

  it("marks the rates to be used with caution as the report does, and says what the mark means", () => {
    const [index, , , , , , , , method] = tablesOf(results);
    const note = index?.columns.findIndex(({ title }) => title === "Ghi chú") ?? -1;
    const persons = index?.columns.findIndex(({ key }) => key === "n_persons") ?? -1;
    const rows = index?.rows.filter((row) => Number(row[persons]) >= 30) ?? [];
    const few = rows.filter((row) => Number(row[persons]) < 60);
    expect(few.length).toBeGreaterThan(0);
    expect(new Set(few.map((row) => row[note]))).toEqual(new Set(["* Cần thận trọng"]));
    expect(rows.find((row) => row[1] === "Toàn bộ mẫu")?.[note]).toBeNull();
    expect(method?.rows.map(([, text]) => String(text)).join("\n")).toContain("(*) Cần thận trọng khi sử dụng");
  });

  it("gives rows of wrapped text the height that all of it takes", () => {
    const heights = (xml = "") =>
      [...xml.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)].map(([, , ht]) => Number(ht));
    const [index, , , , , , , , method] = sheets();
    expect(heights(index)[0]).toBeGreaterThanOrEqual(60);
    expect(Math.max(...heights(method))).toBeGreaterThanOrEqual(48);
    expect(parts.get("xl/workbook.xml")).toContain("_xlnm.Print_Titles");
  });

  it("has every column of the sheet of questions in common with the CSV of measures, but the levels", () => {
    const shared = new Set(measureTable(results).columns.map(({ key }) => key));
    const own = tablesOf(results)[2]?.columns.map(({ key }) => key) ?? [];
    expect(own.filter((key) => !shared.has(key) && !key.startsWith("level_"))).toEqual([]);
  });
});

describe("opened by LibreOffice", () => {
  /** Every sheet as CSV with cell contents as stored, not as shown; a percentage keeps its sign. */
  const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

  function stored(cell = ""): number {
    return cell.endsWith("%") ? Number(cell.slice(0, -1)) / 100 : Number(cell);
  }

  it("holds real numbers equal to the results, and masked cells in the one word", async () => {
    const files = await convertWithOffice(await workbook(results), "xlsx", FILTER);
    const sheet = (name: string) =>
      parse(files.get(`file-${name}.csv`) ?? Buffer.from(""), { columns: true }) as Record<string, string>[];
    const items = sheet("Tiêu chí");
    const unitKey = (cell = "") => (cell === "Tất cả đơn vị" ? "*" : cell);
    expect(items).toHaveLength(31 * (units.length + 1));
    for (const line of items) {
      const row = measures.find(unitKey(line["Mã ổn định của đơn vị"]), "item", line.Mã);
      const asked = line["Số câu được hỏi"];
      const [rate, mean] = [line["Tỷ lệ hài lòng"], line["Điểm trung bình"]];
      if (row?.suppressed) {
        expect([asked, line["Mức 5"], rate, mean, line["Không công bố"]]).toEqual(Array(5).fill("không công bố"));
        continue;
      }
      expect(Number(asked)).toBe(row?.n_asked);
      expect(Number(line["Mức 5"])).toBe(row?.levels?.["5"]);
      if (row?.rate != null) expect(stored(rate)).toBeCloseTo(row.rate, 12);
      if (row?.mean_ci) expect(Number(line["Cận trên 95% của điểm"])).toBeCloseTo(row.mean_ci[1], 12);
    }
    const [total] = sheet("Chỉ số");
    expect(stored(total?.["Tỷ lệ hài lòng chung"])).toBeCloseTo(measures.find("*", "overall")?.rate ?? 0, 12);
    expect(sheet("Chỉ số").map((line) => line["Đơn vị"])).toContain(EVIL);
  });
});

it("the page of files says how many lines a file has", () => {
  expect(linesOf(results, "distribution.csv")).toBe(records(text(distributionCsv(results))).length);
  expect(linesOf(results, "results.csv")).toBe(records(text(measuresCsv(results))).length);
  expect(linesOf(results, "codebook.csv")).toBeNull();
});
