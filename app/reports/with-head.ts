import { formatDayInWords } from "~/i18n/dates";
import type { ReportHead } from "~/snapshots/report-head";
import { writtenReference } from "./letterhead";
import type { Block, Letterhead, ReportDocument } from "./report-document";

/** The document with number, place, day, signer and recipients as its officers wrote them; what they left empty stays. */
export function withHead(document: ReportDocument, head: ReportHead | null): ReportDocument {
  if (head === null) return document;
  const day = head.day || document.day;
  const { letterhead, closing } = document;
  const place = head.place || placeOf(letterhead);
  return {
    ...document,
    day,
    // What is said to whoever drafts, and has no place to write in, is done with when the document has its number.
    body: head.number === "" ? document.body : document.body.filter((block) => !isCaution(block)),
    letterhead: {
      ...letterhead,
      number: head.number === "" ? letterhead.number : `Số: ${head.number}`,
      placeAndDay: `${place}, ${formatDayInWords(day)}`,
    },
    annexes: document.annexes.map((annex) => ({ ...annex, reference: writtenReference(annex.reference, head) })),
    closing: {
      recipients: head.recipients.length > 0 ? head.recipients.map(recipientLine) : closing.recipients,
      signatory: head.signer.title === "" ? closing.signatory : head.signer.title.toLocaleUpperCase("vi").split("\n"),
      ...(head.signer.name === "" ? {} : { signer: head.signer.name }),
    },
  };
}

function isCaution(block: Block): boolean {
  return block.kind === "author-remark" && block.place === undefined;
}

/** "Thanh Hóa" of "Thanh Hóa, ngày 05 tháng 12 năm 2026". */
function placeOf({ placeAndDay }: Letterhead): string {
  return placeAndDay.slice(0, placeAndDay.lastIndexOf(", "));
}

function recipientLine(recipient: string, index: number, all: readonly string[]): string {
  const bare = recipient.replace(/^[-–\s]+/u, "").replace(/[;.\s]+$/u, "");
  return `- ${bare}${index === all.length - 1 ? "." : ";"}`;
}
