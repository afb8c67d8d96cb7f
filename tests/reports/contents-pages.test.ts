import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { finishedReport, loadReport } from "~/reports/compose-report.server";
import { contentsOf } from "~/reports/contents";
import { openSurveyReport, openUnitReport } from "~/reports/open-report.server";
import { openTaskReport } from "~/reports/open-task-report.server";
import type { ReportDocument } from "~/reports/report-document";
import { writeDocx } from "~/reports/write-docx.server";
import { writePdf } from "~/reports/write-pdf.server";
import type { Database } from "~db/open-database.server";
import { listSurveys } from "~db/repositories/surveys";
import { loadDemo } from "../../scripts/simulate/load-demo";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice, pdfPages } from "../support/programs";
import { FIGURE_SETTINGS as settings } from "../support/published";
import { provinceViewer, unitId } from "../support/surveys";
import { unzip } from "./unzip";

const now = new Date("2026-11-23T03:00:00Z");
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The lines of a Word file's table of contents: what each names, and its page. */
function contentsOfWord(docx: Buffer): [string, number][] {
  const body = unzip(docx).get("word/document.xml") ?? "";
  const lines = body.match(/<w:p>(?:(?!<\/w:p>).)*PAGEREF.*?<\/w:p>/gs) ?? [];
  return lines.map((line) => {
    const texts = [...line.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text = ""]) => text);
    return [oneLine(texts.slice(0, -1).join(" ")), Number(texts.at(-1))];
  });
}

/** Pages on which a line begins with a heading; the lines of the contents end in dots and a number. */
function pagesOf(heading: string, pages: readonly string[]): number[] {
  return pages.flatMap((page, at) =>
    page.split("\n").some((line) => {
      const text = oneLine(line);
      return text === heading || (text.length > 25 && heading.startsWith(text));
    })
      ? [at + 1]
      : [],
  );
}

describe("the table of contents of the demonstration's reports", () => {
  async function documentOf(database: Database, kind: string): Promise<ReportDocument> {
    const viewer = await provinceViewer(database);
    const surveys = await listSurveys(database, viewer, "2026-11-23");
    const survey = surveys.find(({ title }) => title.includes("ngoại trú") && title.includes("2026"));
    const lead: Viewer = { ...viewer, role: "designer", unitId: await unitId(database, "th-syt") };
    const about = { surveyId: survey?.id ?? 0, now, settings };
    const id =
      kind === "survey"
        ? await openSurveyReport(database, viewer, about)
        : kind === "unit"
          ? await openUnitReport(database, viewer, { ...about, unitKey: "bv-dk-tinh" })
          : await openTaskReport(database, lead, { year: 2026, number: 4, provisional: true, now, settings });
    const loaded = typeof id === "number" ? await loadReport(database, viewer, id) : null;
    if (!loaded) throw new Error(`no report: ${JSON.stringify(id)}`);
    return finishedReport(database, loaded);
  }

  it("names the page on which LibreOffice and the PDF put each heading of a survey, a unit, a task", async () => {
    const database = referenceDatabase();
    await loadDemo(database, { now, settings });
    for (const kind of ["survey", "unit", "task"]) {
      // Letters of the mark across each page would stand among those of headings.
      const report = { ...(await documentOf(database, kind)), simulated: false };
      const docx = await writeDocx(report);
      const contents = contentsOfWord(docx);
      expect(contents.map(([text]) => text)).toEqual(contentsOf(report).map(({ text }) => oneLine(text)));
      const [converted] = (await convertWithOffice(docx, "docx", "pdf")).values();
      for (const pages of [await pdfPages(converted ?? Buffer.alloc(0)), await pdfPages(await writePdf(report))]) {
        const headings = contents.filter(([text]) => !text.startsWith("Phụ lục"));
        expect(headings.length).toBeGreaterThan(8);
        // A heading that stands twice in a report stands on the page of either.
        for (const [text, page] of headings) expect(pagesOf(text, pages), `${kind}: ${text}`).toContain(page);
      }
    }
  }, 240_000);
});
