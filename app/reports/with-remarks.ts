import type { RemarkPlace } from "./remark-places";
import { type Block, paragraph, type ReportDocument } from "./report-document";

/**
 * The document with what its authors wrote in the places for it, a paragraph a line, in place of the sentences that stand
 * until then; places left empty stay marked.
 */
export function withRemarks(document: ReportDocument, remarks: ReadonlyMap<RemarkPlace, string>): ReportDocument {
  const linesAt = (place: RemarkPlace) => (remarks.get(place) ?? "").split("\n").filter((line) => line.trim() !== "");
  const written = (block: Block): Block[] => {
    if (block.kind === "paragraph" && block.until) return linesAt(block.until).length === 0 ? [block] : [];
    if (block.kind !== "author-remark" || block.place === undefined) return [block];
    const lines = linesAt(block.place);
    return lines.length === 0 ? [block] : lines.map((line) => paragraph(line.trim()));
  };
  return {
    ...document,
    body: document.body.flatMap(written),
    annexes: document.annexes.map((annex) => ({ ...annex, body: annex.body.flatMap(written) })),
  };
}

/** The places that a document offers to its authors, each once, in its order. */
export function placesOf(document: ReportDocument): RemarkPlace[] {
  const blocks = [...document.body, ...document.annexes.flatMap(({ body }) => body)];
  return [...new Set(blocks.flatMap((block) => (block.kind === "author-remark" && block.place ? [block.place] : [])))];
}
