import { HEAD_COLUMNS } from "../page-layout";
import type { Annex, Closing, ReportDocument } from "../report-document";
import { titleInLines } from "../title-in-lines";
import { type Box, mm, type Tag, type Typesetter } from "./box";
import { type StackItem, sideBySide, stack } from "./stack";

/** Head and foot of an administrative document (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II and the form of Phụ lục III). */
const LEFT = mm(HEAD_COLUMNS.left);
const RIGHT = mm(HEAD_COLUMNS.right);
const bold = (size: number) => ({ font: "Bold", size }) as const;
const italic = (size: number) => ({ font: "Italic", size }) as const;
const plain = (size: number) => ({ font: "Regular", size }) as const;

export function letterheadBoxes(document: ReportDocument, parent: Tag, set: Typesetter): Box[] {
  const { superior, issuer, number, placeAndDay } = document.letterhead;
  const left: StackItem[] = [
    ...(superior === null ? [] : [{ text: superior, look: plain(12) }]),
    { text: issuer, look: bold(12) },
    { rule: 26 },
    { text: number, look: plain(13) },
  ];
  const right: StackItem[] = [
    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", look: bold(12) },
    { text: "Độc lập - Tự do - Hạnh phúc", look: bold(13) },
    { rule: 58 },
    { text: placeAndDay, look: italic(13) },
  ];
  const columns = sideBySide([
    { stack: stack(left, LEFT, parent, set), offset: 0 },
    { stack: stack(right, RIGHT, parent, set), offset: LEFT },
  ]);
  const title = sideBySide([{ stack: stack(titleItems(document), LEFT + RIGHT, parent, set), offset: 0 }]);
  return [columns, { ...title, before: 18, after: 23, bookmark: { title: document.kind, level: 1 } }];
}

function titleItems({ kind, subject, marks, addressee, simulated }: ReportDocument): StackItem[] {
  return [
    { text: kind, look: bold(14) },
    { text: titleInLines(subject), look: bold(14) },
    { rule: 56 },
    ...marks.map((mark, index) => ({
      text: `(${mark})`,
      look: simulated && index === 0 ? bold(13) : italic(13),
      before: 3,
    })),
    ...(addressee === undefined ? [] : [{ text: addressee, look: plain(14), before: 12 }]),
  ];
}

/** "Nơi nhận" to the left, authority and room for the signature to the right, in one piece. */
export function closingBox({ recipients, signatory, signer }: Closing, parent: Tag, set: Typesetter): Box {
  const recipientLook = { ...plain(11), align: "left" } as const;
  const left: StackItem[] = [
    { text: "Nơi nhận:", look: { font: "BoldItalic", size: 12, align: "left" } },
    ...recipients.map((text) => ({ text, look: recipientLook })),
  ];
  const right: StackItem[] = [
    ...signatory.map((text) => ({ text, look: bold(14) })),
    { space: 75 },
    { text: signer || "[Họ và tên người ký]", look: bold(14) },
  ];
  const columns = sideBySide([
    { stack: stack(left, LEFT, parent, set), offset: 0 },
    { stack: stack(right, RIGHT, parent, set), offset: LEFT },
  ]);
  return { ...columns, before: 27 };
}

export function annexHeading({ label, title, reference }: Annex, width: number, parent: Tag, set: Typesetter): Box {
  const items: StackItem[] = [
    { text: label, look: bold(14), tag: "H1" },
    { text: title.toLocaleUpperCase("vi"), look: bold(14) },
    { text: reference, look: italic(14) },
    { rule: 50 },
  ];
  const heading = sideBySide([{ stack: stack(items, width, parent, set), offset: 0 }]);
  return { ...heading, after: 4, keepNext: true, bookmark: { title: `${label}. ${title}`, level: 1 } };
}
