import { type FileChild, Paragraph, TableOfContents, TextRun } from "docx";
import { contentsOf } from "../contents";
import type { ReportDocument } from "../report-document";

/** "MỤC LỤC" of a long document: Word's own, filled from its headings, which an officer brings up to date with one key. */
export function contentsBlocks(document: ReportDocument): FileChild[] {
  if (contentsOf(document).length === 0) return [];
  return [
    new Paragraph({ style: "ContentsTitle", children: [new TextRun("MỤC LỤC")] }),
    new TableOfContents("Mục lục", { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}
