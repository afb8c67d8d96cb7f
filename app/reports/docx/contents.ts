import { type FileChild, Paragraph, TableOfContents, TextRun } from "docx";
import type { ReportDocument } from "../report-document";

/** Headings from which a document is long enough to be looked up. */
const LONG = 8;

/** "MỤC LỤC" of a long document: Word's own, filled from its headings, which an officer brings up to date with one key. */
export function contentsBlocks({ body, annexes }: ReportDocument): FileChild[] {
  const headings = body.filter(({ kind }) => kind === "heading").length + annexes.length;
  if (headings < LONG) return [];
  return [
    new Paragraph({ style: "ContentsTitle", children: [new TextRun("MỤC LỤC")] }),
    new TableOfContents("Mục lục", { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}
