import type { Block, ReportDocument } from "./report-document";

/** Headings from which a document is long enough to be looked up; a report of a few pages is not. */
const LONG = 12;

/** A line of the table of contents. */
export interface ContentsEntry {
  level: 1 | 2;
  text: string;
}

/** Whether the table of contents names a block. */
export function isListed(block: Block): block is Block & { kind: "heading"; level: 1 | 2 } {
  return block.kind === "heading" && block.level < 3;
}

/** What the table of contents of a document lists, in order; nothing where the document is short. */
export function contentsOf({ body, annexes }: ReportDocument): ContentsEntry[] {
  const all = body.filter(({ kind }) => kind === "heading").length + annexes.length;
  if (all < LONG) return [];
  const headings = body.filter(isListed).map(({ level, text }) => ({ level, text }));
  return [...headings, ...annexes.map(({ label, title }) => ({ level: 1 as const, text: annexEntry(label, title) }))];
}

function annexEntry(label: string, title: string): string {
  return `${label} ${title.toLocaleUpperCase("vi")}`;
}
