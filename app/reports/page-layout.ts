import type { Block } from "./report-document";

/**
 * Page of an administrative document, in millimetres: NĐ 30/2020/NĐ-CP, Phụ lục I, mục I (giấy A4; lề trên, dưới 20–25, trái
 * 30–35, phải 15–20). Word and PDF are written from the same.
 */
export const PAPER = { width: 210, height: 297 } as const;
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 20, header: 10, footer: 10 } as const;
export const PORTRAIT_TEXT = PAPER.width - MARGINS.left - MARGINS.right;
export const LANDSCAPE_TEXT = PAPER.height - MARGINS.left - MARGINS.right;

/** Columns at the head and foot of a document: issuer or recipients, national name or signature. */
export const HEAD_COLUMNS = { left: 66, right: PORTRAIT_TEXT - 66 } as const;

/** The last remark and the closing sentence go to the page of the signature, which thus never stands alone. */
const KEPT_WITH_SIGNATURE = 2;

/**
 * Whether a block of a report stands on the page of the next: what the signature follows, a sentence before its list, or
 * before the table that its colon points to.
 */
export function staysWithNext(body: readonly Block[], index: number): boolean {
  const [block, next] = [body[index], body[index + 1]];
  const introduces =
    block?.kind === "paragraph" && (next?.kind === "list" || (next?.kind === "table" && block.text.endsWith(":")));
  return introduces || index >= body.length - KEPT_WITH_SIGNATURE;
}

/** A table of up to so many rows stands on one page. */
export const ROWS_TOGETHER = 12;

/** Least height of each of several header rows: three lines in a cell that spans two, for which Word makes no room itself. */
export const HEADER_ROW = 8.5;
