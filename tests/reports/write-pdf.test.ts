import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { SurveyResults } from "~/indices/survey-results";
import { buildReport, issuerOf } from "~/reports/report-content";
import { authorRemark, paragraph, type ReportDocument, table } from "~/reports/report-document";
import { writeDocx } from "~/reports/write-docx.server";
import { writePdf } from "~/reports/write-pdf.server";
import { convertWithOffice, pdfPages } from "../support/programs";
import { hospitals, reformTask, sampleResults, seedQuestionnaire } from "./sample-results";

const LONG_NAME = `Phòng khám ${"đa khoa khu vực có tên rất dài ".repeat(7)}`.slice(0, 200);
const questionnaire = seedQuestionnaire("outpatient-qd56");
const BAD_UNITS = [
  { key: "x1", code: "X1", name: LONG_NAME, persons: 55 },
  { key: "x2", code: "X2", name: "=cmd|'/c calc'!A1 <b>&amp;\u0007\u202E</b>", persons: 40 },
  { key: "x3", code: "X3", name: "Trạm y tế 🏥🏥 số 3 漢字", persons: 44 },
  { key: "x4", code: "X4", name: "K".repeat(200), persons: 40 },
];

function report(results: SurveyResults): ReportDocument {
  const about = { results, issuedBy: issuerOf(results), today: "2026-12-05", snapshot: null };
  return buildReport({ ...about, task: reformTask(4), planYear: 2026, planNote: null });
}

const plain = report(sampleResults({ questionnaire, units: hospitals() }));
const simulated = report(sampleResults({ questionnaire, units: hospitals(), simulated: true }));

/** What a program of Poppler says about a PDF. */
function ask(program: "pdfinfo" | "pdffonts", pdf: Buffer, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "hailong-pdf-"));
  try {
    writeFileSync(join(folder, "file.pdf"), pdf);
    return execFileSync(program, [...options, join(folder, "file.pdf")], { encoding: "utf8", maxBuffer: 64e6 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words of a text in their order, however lines are broken. */
function words(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Every text of a document's body and annexes, in the order in which it is read. */
function textsOf({ body, annexes }: ReportDocument): string[] {
  return [...body, ...annexes.flatMap((annex) => annex.body)].flatMap((block) => {
    if (block.kind === "list") return block.items;
    if (block.kind === "table") {
      const { caption, rows, notes } = block.table;
      return [caption, ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)), ...notes];
    }
    return "text" in block ? [block.text] : [];
  });
}

const isFigure = (word: string) => /^\d[\d.,%–*]*$/.test(word);
const isMask = (word: string) => /^(không|công|bố|Chưa|dữ)$/.test(word);

/** The text of a document as its structure gives it, without what is repeated on every page. */
function spoken(pdf: Buffer): string {
  const lines = ask("pdfinfo", pdf, "-struct-text").matchAll(/^ *"(.*)"$/gm);
  return [...lines].map(([, text]) => text).join(" ");
}

describe("the PDF of a report", () => {
  let pdf: Buffer;
  let pages: string[];

  beforeAll(async () => {
    pdf = await writePdf(plain);
    pages = await pdfPages(pdf);
  });

  it("embeds its fonts and says title, language and structure", () => {
    const fonts = ask("pdffonts", pdf).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const line of fonts) expect(line).toMatch(/Tinos.*\byes yes yes\b/);
    const info = ask("pdfinfo", pdf);
    expect(info).toContain(`Title:           BÁO CÁO: ${plain.subject}`);
    expect(info).toMatch(/Author: +SỞ Y TẾ/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Page size: +595\.\d+ x 841\.89 pts \(A4\)/);
    const structure = ask("pdfinfo", pdf, "-struct");
    for (const element of ["Document", "Sect", "H1", "H2", "P", "L", "LI", "Table", "THead", "TR", "TH", "TBody", "TD"])
      expect(structure).toMatch(new RegExp(`^ *${element}\\b`, "m"));
  });

  it("is read aloud in the order of the report, every text whole and none twice", () => {
    const said = spoken(pdf).replace(/"/g, "").replace(/\s+/g, "");
    let at = 0;
    for (const text of textsOf(plain)) {
      const wanted = text.replace(/"/g, "").replace(/\s+/g, "");
      const found = said.indexOf(wanted, at);
      expect(found, text).toBeGreaterThanOrEqual(0);
      at = found + wanted.length;
    }
  });

  it("has the figures and masks of the Word file in its order, and a like number of pages", async () => {
    const docx = await writeDocx(plain);
    const [text] = (await convertWithOffice(docx, "docx", "txt:Text (encoded):UTF8")).values();
    const [converted] = (await convertWithOffice(docx, "docx", "pdf")).values();
    const figures = (from: string) => words(from).filter((one) => isFigure(one) || isMask(one));
    // Dots and pages of contents are set apart: tests/reports/contents-pages.test.ts compares them.
    const whole = (from: string) => from.replace(/MỤC LỤC.*?(?=Thực hiện nhiệm vụ)/su, "");
    const written = figures(whole(text?.toString("utf8") ?? ""));
    expect(written.length).toBeGreaterThan(900);
    expect(figures(whole(spoken(pdf)))).toEqual(written);
    const pagesOfWord = await pdfPages(converted ?? Buffer.alloc(0));
    expect(Math.abs(pages.length - pagesOfWord.length)).toBeLessThanOrEqual(2);
  });

  it("repeats the header of a table on each of its pages and numbers pages from the second, anew in annexes", () => {
    const annex = pages.filter((page) => /^ *Phụ lục I +·/.test(page));
    expect(annex.length).toBeGreaterThan(0);
    for (const page of annex) expect(page).toContain("Đơn vị");
    expect(pages[0]?.trim()).toMatch(/^UBND TỈNH THANH HÓA/);
    expect(pages[0]).toMatch(/Số: {6,}\/BC-SYT/);
    expect(pages[1]?.trim()).toMatch(/^2\n/);
    expect(annex[0]?.trim()).toMatch(/^Phụ lục I +· +2\n/);
  });

  it("lays annexes across and has bookmarks", () => {
    const sizes = [...ask("pdfinfo", pdf, "-f", "1", "-l", "99").matchAll(/size: +([\d.]+) x ([\d.]+)/g)];
    expect(sizes.some(([, width, height]) => Number(width) > Number(height))).toBe(true);
    expect(pdf.includes("/Outlines")).toBe(true);
  });

  it("keeps the signature on a page with the last sentences", () => {
    const last = pages.find((page) => page.includes("Nơi nhận:")) ?? "";
    expect(last).toContain("Trên đây là báo cáo");
    expect(last).toContain("[Họ và tên người ký]");
  });

  it("is the same, byte for byte, for the same report", async () => {
    expect((await writePdf(plain)).equals(pdf)).toBe(true);
    expect(ask("pdfinfo", pdf)).toMatch(/CreationDate: +Sat Dec +5/);
  });

  it("is the same whatever else the process has written before", async () => {
    const odd = { ...plain, body: [paragraph("Cách\u00A0nhau, fi\u2011fi µ Δ Ω – ữ")], annexes: [] };
    vi.resetModules();
    const fresh = await import("~/reports/write-pdf.server");
    await fresh.writePdf(odd);
    expect((await fresh.writePdf(plain)).equals(pdf)).toBe(true);
  });

  it("says nothing of simulation, and on every page of simulated figures that they are", async () => {
    expect(pages.join("")).not.toContain("MÔ PHỎNG");
    const marked = await pdfPages(await writePdf(simulated));
    expect(marked.filter((page) => !page.trimStart().split("\n")[0]?.includes("SỐ LIỆU MÔ PHỎNG"))).toEqual([]);
  });
});

describe("bad input", () => {
  it("becomes a file that opens: long names, formulas, controls, letters without a glyph", async () => {
    const results = sampleResults({ questionnaire, units: [...hospitals().slice(0, 3), ...BAD_UNITS] });
    const text = (await pdfPages(await writePdf(report(results)))).join("\n").replace(/\s+/g, " ");
    expect(text.replace(/ /g, "")).toContain(LONG_NAME.replace(/ /g, "").slice(0, 40));
    expect(text.replace(/ /g, "")).toContain("=cmd|'/ccalc'!A1<b>&amp;</b>");
    expect(text.replace(/ /g, "")).toContain("Trạmytế[biểutượng]số3[?]");
    expect(text.replace(/ /g, "").match(/K{20,}/)).not.toBeNull();
  });

  it("has a file of a survey without answers, and of one in which everything is masked", async () => {
    for (const persons of [0, 3]) {
      const units = hospitals().map((unit) => ({ ...unit, persons }));
      const pages = await pdfPages(await writePdf(report(sampleResults({ questionnaire, units }))));
      expect(pages.join(" ")).toContain("Nơi nhận:");
      expect(pages.join(" ")).not.toMatch(/NaN|undefined|null/);
    }
  });

  it("parts a row that no page holds, and every word of it is there", async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `chữ${index}`).join(" ");
    const block = table({
      caption: "Ý kiến",
      columns: [
        { kind: "code", width: 20, title: "TT" },
        { kind: "text", width: 80, title: "Ý kiến" },
      ],
      rows: [{ cells: [{ text: "1" }, { text: long }] }],
    });
    const document = { ...plain, body: [block, authorRemark("[Ghi tại đây]"), paragraph("Hết.")], annexes: [] };
    const pages = await pdfPages(await writePdf(document));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1, 3)) expect(page).toContain("Ý kiến");
    const read = words(pages.join(" ")).filter((word) => /^chữ\d+$/.test(word));
    expect(read).toHaveLength(3000);
  });
});
