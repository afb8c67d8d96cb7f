import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { registerFonts } from "~/collection-points/poster.server";
import { type Document, mm, posterText, setText } from "~/collection-points/poster-text.server";
import { textFor } from "~/i18n";
import { conditionOnPaper, type PaperSection, paperForm } from "~/questionnaires/paper-form";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { NOTICE_VERSION } from "./notice-version";
import {
  dottedLine,
  headingPiece,
  INK,
  itemPiece,
  LINE,
  matrixPieces,
  type Piece,
  type QuestionText,
  SHEET,
  SOFT,
  textPiece,
} from "./paper-form-parts.server";

/** What stands on a form beside its questions. */
export interface PaperFormFacts {
  /** "Tỉnh Thanh Hóa". */
  province: string;
  /** Who asks; null on the form of a version that no survey uses. */
  ownerName: string | null;
  surveyTitle: string | null;
  /** Null leaves a line to write the unit on. */
  unitName: string | null;
  simulated: boolean;
  /** ISO day that dates the file, so that the same form gives the same bytes. */
  day: string;
}

const HOW =
  "Cách trả lời: đánh dấu X vào ô bên trái chữ số đã chọn; mỗi câu một ô, trừ câu ghi “có thể chọn nhiều ô”. " +
  "Chọn nhầm thì gạch ngang ô ấy rồi đánh dấu ô khác. Câu không muốn trả lời thì để trống.";

/** A questionnaire as a form to print and fill in by hand: A4, black on white, one PDF with its letters in it. */
export async function writePaperForm(questionnaire: Questionnaire, facts: PaperFormFacts): Promise<Buffer> {
  const title = posterText(questionnaire.title.vi);
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: "vi-VN",
    displayTitle: true,
    info: { Title: title, Author: "Hài Lòng", CreationDate: new Date(`${facts.day}T00:00:00Z`) },
  });
  registerFonts(document);
  const written = buffer(document);
  setPieces(
    document,
    [...openingPieces(document, questionnaire, facts), ...questionPieces(document, questionnaire)],
    title,
  );
  drawFeet(document, facts);
  document.end();
  return written;
}

/** One piece under another; a heading or the head of a table goes over to the next page with what follows it. */
function setPieces(document: Document, pieces: readonly Piece[], title: string): void {
  let top: number = SHEET.margin;
  for (const [index, piece] of pieces.entries()) {
    if (top + neededFrom(pieces, index) > SHEET.bottom) {
      document.addPage();
      drawContinued(document, title);
      top = SHEET.margin + 8;
      // The levels are said again where a table goes on.
      if (piece.head && pieces[index - 1] !== piece.head) {
        piece.head.draw(top);
        top += piece.head.height;
      }
    }
    piece.draw(top);
    top += piece.height;
  }
}

function neededFrom(pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  if (!piece) return 0;
  return piece.height + (piece.keepWithNext ? neededFrom(pieces, index + 1) : 0);
}

function openingPieces(document: Document, questionnaire: Questionnaire, facts: PaperFormFacts): Piece[] {
  const { notice } = textFor("vi");
  const owner = facts.ownerName === null ? null : posterText(facts.ownerName);
  const someRequired = questionnaire.items.some(({ required }) => required);
  const about = [
    owner === null ? "" : notice.lead(owner),
    someRequired ? notice.pointsRequired : notice.points,
    "Chỉ công bố số liệu tổng hợp.",
    questionnaire.intro ? posterText(questionnaire.intro.vi) : "",
  ];
  return [
    brandPiece(document, facts, owner),
    textPiece(document, posterText(questionnaire.title.vi), {
      font: "ExtraBold",
      size: 14,
      align: "center",
      after: 0.4,
    }),
    ...(facts.surveyTitle === null
      ? []
      : [textPiece(document, posterText(facts.surveyTitle), { size: 9, colour: SOFT, align: "center", after: 1 })]),
    unitPiece(document, facts),
    textPiece(document, about.filter(Boolean).join(" "), { after: 0.6 }),
    textPiece(document, HOW, { font: "Medium", after: 1 }),
  ];
}

/** Who asks at the left, the box for the form's number at the right. */
function brandPiece(document: Document, facts: PaperFormFacts, owner: string | null): Piece {
  return {
    height: 11,
    draw: (top) => {
      const box = { left: SHEET.margin, top, width: LINE - 60, height: 9 };
      const size = { largest: 9, smallest: 6.5 };
      setText(document, owner ?? posterText(facts.province), box, { font: "Bold", size, colour: INK });
      drawNumberBox(document, top);
    },
  };
}

/** Where whoever collects the forms writes the number of this one in its bundle. */
function drawNumberBox(document: Document, top: number): void {
  const right = SHEET.margin + LINE;
  const label = { left: right - 56, top, width: 30, height: 7 };
  setText(document, "Số phiếu", label, { font: "Medium", size: 8.6, colour: INK, align: "right", anchor: "middle" });
  document
    .rect(mm(right - 24), mm(top), mm(24), mm(7))
    .lineWidth(0.9)
    .strokeColor(INK)
    .stroke();
}

function unitPiece(document: Document, { unitName }: PaperFormFacts): Piece {
  if (unitName !== null)
    return textPiece(document, `Nơi khảo sát: ${posterText(unitName)}`, { font: "Bold", size: 9.4 });
  const label = textPiece(document, "Nơi khảo sát:", { font: "Bold", size: 9.4, after: 1.4 });
  return {
    height: label.height,
    draw: (top) => {
      label.draw(top);
      dottedLine(document, SHEET.margin + 25, top + 3.9, LINE - 25);
    },
  };
}

function questionPieces(document: Document, questionnaire: Questionnaire): Piece[] {
  const { sections, numbers } = paperForm(questionnaire);
  const wordsOf = (item: Item): QuestionText => ({
    number: numbers.get(item.code) ?? "",
    code: item.code,
    text: posterText(item.text.vi) + (item.required ? " (bắt buộc)" : ""),
    condition: conditionOnPaper(questionnaire, item),
    hint: item.hint ? posterText(item.hint.vi) : null,
  });
  return sections.flatMap((section, index) => [
    headingPiece(document, posterText(`${romanNumeral(index + 1)}. ${headingOf(section)}`)),
    ...section.blocks.flatMap((block) =>
      block.kind === "matrix"
        ? matrixPieces(document, block, wordsOf)
        : [itemPiece(document, block.item, wordsOf(block.item))],
    ),
  ]);
}

const ROMAN = [
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** Sections are told from questions, which bear plain numbers. */
function romanNumeral(number: number): string {
  const [value, letters] = ROMAN.find(([one]) => one <= number) ?? [number, ""];
  return number === 0 ? "" : letters + romanNumeral(number - value);
}

function headingOf({ title, domain }: PaperSection): string {
  const { form } = textFor("vi");
  const named = { profile: form.profileSection, general: form.generalSection, comments: form.commentSection };
  const own = typeof title === "string" ? named[title] : title.vi;
  return domain ? `${domain.vi} – ${own}` : own;
}

/** Sheets may come apart: each bears the title and the number again. */
function drawContinued(document: Document, title: string): void {
  const box = { left: SHEET.margin, top: SHEET.margin - 4, width: LINE - 60, height: 7 };
  const size = { largest: 8, smallest: 6 };
  setText(document, `${title} (tiếp)`, box, { font: "Medium", size, colour: SOFT, anchor: "middle" });
  drawNumberBox(document, SHEET.margin - 4);
}

/** Foot of every page: whose platform, which notice, page x/y; and across the top that figures are simulated. */
function drawFeet(document: Document, { province, simulated }: PaperFormFacts): void {
  const { start, count } = document.bufferedPageRange();
  const { notice } = textFor("vi");
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const box = { left: SHEET.margin, top: 287, width: LINE, height: 4 };
    const style = { font: "Regular", size: { largest: 7.2, smallest: 5.5 }, colour: SOFT } as const;
    const left = { ...box, width: LINE - 30 };
    setText(document, `Hài Lòng – ${posterText(province)} · ${notice.version(NOTICE_VERSION)}`, left, style);
    setText(document, `Trang ${page - start + 1}/${count}`, box, { ...style, align: "right" });
    if (simulated) drawSimulated(document);
  }
}

function drawSimulated(document: Document): void {
  document.rect(0, 0, mm(SHEET.width), mm(6)).fill("#000000");
  const box = { left: 0, top: 0, width: SHEET.width, height: 6 };
  const style = { font: "Bold", size: 8, colour: "#FFFFFF", align: "center", anchor: "middle" } as const;
  setText(document, "SỐ LIỆU MÔ PHỎNG – bản dùng thử", box, style);
}
