import { beforeAll, describe, expect, it } from "vitest";
import type { SurveyResults } from "~/indices/survey-results";
import { buildReport, issuerOf } from "~/reports/report-content";
import { writeDocx } from "~/reports/write-docx.server";
import { convertWithOffice, pdfPages } from "../support/programs";
import { hospitals, reformTask, sampleResults, seedQuestionnaire, withRow } from "./sample-results";
import { unzip } from "./unzip";

const LONG_NAME = `Phòng khám 🏥 ${"đa khoa khu vực có tên rất dài ".repeat(6)}`.slice(0, 200);
const units = [
  ...hospitals(),
  { key: "x1", code: "X1", name: LONG_NAME, persons: 55 },
  { key: "x2", code: "X2", name: "=cmd|'/c calc'!A1 <b>&amp;\u0007</b>", persons: 40 },
];
const questionnaire = seedQuestionnaire("outpatient-qd56");

function docx(results: SurveyResults): Promise<Buffer> {
  const issuedBy = issuerOf(results);
  const input = {
    results,
    task: reformTask(4),
    planYear: 2026,
    planNote: null,
    today: "2026-12-05",
    issuedBy,
    snapshot: null,
  };
  return writeDocx(buildReport(input));
}

const results = withRow(sampleResults({ questionnaire, units }), "overall", "*", {
  n_persons: 36525,
  rate: 0.83944,
  rate_ci: [0.83095, 0.8475],
});
const simulated = sampleResults({ questionnaire, units, simulated: true });

describe("the Word file", () => {
  let parts: Map<string, string>;
  let body: string;

  beforeAll(async () => {
    parts = unzip(await docx(results));
    body = parts.get("word/document.xml") ?? "";
  });

  it("is A4 with the margins of NĐ 30/2020, the annexes in landscape with pages counted anew", () => {
    const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
    expect(sections).toHaveLength(3);
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, true, true]);
    // After the table of signatures, which may fill its page, a line of a point holds the section: no blank page.
    expect(body).toMatch(/<\/w:tbl><w:p><w:pPr><w:spacing [^>]*w:line="20"[^>]*\/><w:sectPr/);
    for (const section of sections) {
      expect(section).toMatch(/w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/);
      expect(section).toMatch(/<w:pgNumType[^>]*w:start="1"/);
      expect(section).toContain("<w:titlePg/>");
    }
    expect(sections[0]).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  });

  it("is in Times New Roman and Vietnamese, with native headings and list items", () => {
    const styles = parts.get("word/styles.xml") ?? "";
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:lang w:val="vi-VN"');
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6 + 2);
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body).toContain("<w:numPr>");
  });

  it("repeats header rows, splits no row and keeps every table inside its page", () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    const withHeader = tables.filter((table) => table.includes("<w:tblHeader/>"));
    expect(withHeader.length).toBe(tables.length - 2);
    expect(body.match(/<w:tr>/g)?.length).toBe(body.match(/<w:cantSplit\/>/g)?.length);
    for (const table of tables) {
      const width = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, column]) => sum + Number(column), 0);
      expect(width).toBeLessThanOrEqual(14004);
    }
  });

  it("keeps the last remark and sentence with the signature, and every heading of an interval in capitals", () => {
    const [last = ""] = (body.split("Trên đây là báo cáo")[0] ?? "").match(/<w:p>(?:(?!<w:p>).)*$/s) ?? [];
    expect(last).toContain("<w:keepNext/>");
    const [remark = ""] = body.match(/<w:p>(?:(?!<w:p>).)*ghi kiến nghị, đề xuất tại đây/s) ?? [];
    expect(remark).toContain("<w:keepNext/>");
    expect(body).toContain("Khoảng bất định 95% (%)");
    expect(body).not.toMatch(/khoảng bất định 95% \(%\)/);
  });

  it("has a table of contents filled in with pages, which nobody is asked to update", () => {
    const contents = body.match(/<w:sdt>.*?<\/w:sdt>/s)?.[0] ?? "";
    expect(contents).toContain("TOC \\h \\o");
    expect(contents).toContain("I. CĂN CỨ, MỤC ĐÍCH, YÊU CẦU");
    expect(contents).toContain("KẾT QUẢ KHẢO SÁT CỦA TỪNG ĐƠN VỊ");
    const pages = [...contents.matchAll(/PAGEREF _Toc\d+ \\h<.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, page]) =>
      Number(page),
    );
    expect(pages.length).toBeGreaterThan(15);
    expect(Math.max(...pages)).toBeGreaterThan(8);
    expect(body).not.toContain("w:dirty");
    expect(parts.get("word/settings.xml") ?? "").not.toContain("updateFields");
  });

  it("numbers captions by fields, and gives every chart words and a caption", () => {
    const fields = (name: string) => [
      ...body.matchAll(new RegExp(`SEQ ${name} .{0,200}?<w:t[^>]*>(\\d+)</w:t>`, "gs")),
    ];
    const [tables, charts] = [fields("Bảng"), fields("Hình")];
    expect(tables.map(([, number]) => Number(number))).toEqual(tables.map((_, index) => index + 1));
    expect(charts.length).toBeGreaterThan(1);
    const described = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, words = ""]) => words);
    expect(described).toHaveLength(charts.length);
    expect(described[0]).toContain("83,94%");
  });

  it("shows the page number on every page but the first, and carries no mark of simulation", () => {
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    const numbered = headers.filter((xml) => xml.includes("PAGE"));
    expect(numbered.map((xml) => /Phụ lục I*/.exec(xml)?.[0] ?? "")).toEqual(["", "Phụ lục I", "Phụ lục II"]);
    expect(headers.filter((xml) => !xml.includes("PAGE"))).toHaveLength(3);
    expect(headers.join("") + body).not.toContain("MÔ PHỎNG");
  });

  it("holds no character that XML forbids, and names as they are", () => {
    expect(body).toContain("=cmd|&apos;/c calc&apos;!A1 &lt;b&gt;&amp;amp;&lt;/b&gt;");
    expect(body).not.toContain("\u0007");
    // As the PDF says: the picture that a program draws would be another's on another machine.
    expect(body).toContain("Phòng khám [biểu tượng]");
  });

  it("is the same, byte for byte, for the same report", async () => {
    for (const one of [results, simulated]) expect((await docx(one)).equals(await docx(one))).toBe(true);
    expect(parts.get("docProps/core.xml")).toContain("2026-12-05T00:00:00Z");
  });
});

describe("the Word file of simulated figures", () => {
  it("has a watermark and the words in every header", async () => {
    const parts = unzip(await docx(simulated));
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(headers).toHaveLength(6);
    for (const xml of headers) {
      expect(xml).toContain("PowerPlusWaterMarkObject");
      expect(xml.match(/SỐ LIỆU MÔ PHỎNG/g)?.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe("opened by LibreOffice", () => {
  async function converted(from: SurveyResults, to: string): Promise<Buffer> {
    const [file] = (await convertWithOffice(await docx(from), "docx", to)).values();
    if (!file) throw new Error("LibreOffice made no file");
    return file;
  }

  it("says the figures, the sections and the names in whole", async () => {
    const text = (await converted(results, "txt:Text (encoded):UTF8")).toString("utf8");
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toContain(
      "Tỷ lệ hài lòng chung đạt 83,94% (khoảng bất định 95%: từ 83,10% đến 84,75%; n = 36.525 người).",
    );
    const titles = ["I. CĂN CỨ, MỤC ĐÍCH, YÊU CẦU", "II. PHƯƠNG PHÁP", "III. MẪU KHẢO SÁT", "IV. KẾT QUẢ KHẢO SÁT"];
    titles.push("V. NHẬN XÉT, ĐÁNH GIÁ", "VI. KIẾN NGHỊ, ĐỀ XUẤT", "Phụ lục I", "Phụ lục II", "Nơi nhận:");
    for (const title of titles) expect(text).toContain(title);
    for (const { name } of units)
      expect(text).toContain(name.replace("\u0007", "").replace("🏥", "[biểu tượng]").trim());
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it("numbers pages from the second on and says on every page that the figures are simulated", async () => {
    const pages = await pdfPages(await converted(simulated, "pdf"));
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.filter((page) => !page.includes("SỐ LIỆU MÔ PHỎNG"))).toEqual([]);
    expect(pages[0]?.trim()).toMatch(/^SỐ LIỆU MÔ PHỎNG/);
    expect(pages[1]?.trim()).toMatch(/^2 +· +SỐ LIỆU MÔ PHỎNG/);
  });
});
