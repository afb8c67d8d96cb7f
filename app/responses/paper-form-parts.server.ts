import { type Document, drawText, type FontName, fitText, mm, setText } from "~/collection-points/poster-text.server";
import { optionsOnPaper, type PaperBlock, wayToAnswer } from "~/questionnaires/paper-form";
import type { Item, Scale } from "~/questionnaires/questionnaire-schema";

/** Measures of a sheet in millimetres. */
export const SHEET = { width: 210, height: 297, margin: 12, bottom: 283 } as const;
export const LINE = SHEET.width - 2 * SHEET.margin;
export const INK = "#111111";
export const SOFT = "#4A4A4A";
const EDGE = "#333333";
const TINT = "#EFEFEF";

/** Width of a column of a table of levels, and of its head in points. */
const LEVEL = 15.5;
const LEVEL_SIZE = 6.3;
const BOX = 3.6;
/** Room for "12a." before a question. */
const INDENT = 7.5;

/** A piece of the form: how high it stands, and how to draw it from a height downwards. */
export interface Piece {
  height: number;
  draw: (top: number) => void;
  /** Pieces that are not torn from the next one, such as a heading. */
  keepWithNext?: boolean;
  /** Drawn again at the head of a page that continues a table. */
  head?: Piece;
}

/** A text over the whole line, or a part of it. */
export function textPiece(
  document: Document,
  text: string,
  {
    font = "Regular",
    size = 8.6,
    colour = INK,
    left = SHEET.margin,
    width = LINE,
    align = "left",
    after = 0.6,
  }: {
    font?: FontName;
    size?: number;
    colour?: string;
    left?: number;
    width?: number;
    align?: "left" | "center";
    after?: number;
  } = {},
): Piece {
  const box = { left, top: 0, width, height: 1000 };
  const fitted = fitText(document, text, box, { font, size });
  return {
    height: fitted.height + after,
    draw: (top) => drawText(document, fitted, { ...box, top }, { font, colour, align }),
  };
}

/** Heading of a section in a tinted band. */
export function headingPiece(document: Document, text: string): Piece {
  const inner = textPiece(document, text, {
    font: "Bold",
    size: 9.4,
    left: SHEET.margin + 2,
    width: LINE - 4,
    after: 0,
  });
  const height = inner.height + 1.2;
  return {
    height: height + 2,
    keepWithNext: true,
    draw: (top) => {
      document.rect(mm(SHEET.margin), mm(top + 1.2), mm(LINE), mm(height)).fill(TINT);
      inner.draw(top + 1.8);
    },
  };
}

/** Head of a table: what each level means, over the digit that stands beside its boxes. */
function levelsPiece(document: Document, scale: Scale): Piece {
  const left = SHEET.margin + LINE - scale.levels.length * LEVEL;
  const labels = scale.levels.map(({ label }, index) =>
    textPiece(document, label.vi, {
      size: LEVEL_SIZE,
      font: "Medium",
      left: left + index * LEVEL + 0.4,
      width: LEVEL - 0.8,
      align: "center",
      after: 0,
    }),
  );
  const height = Math.max(...labels.map((label) => label.height)) + 0.8;
  return {
    height,
    keepWithNext: true,
    draw: (top) => {
      for (const label of labels) label.draw(top + height - label.height - 0.4);
    },
  };
}

/** The rows of a table of levels, one for each question, with the head before the first. */
export function matrixPieces(
  document: Document,
  { scale, items }: Extract<PaperBlock, { kind: "matrix" }>,
  headOf: (item: Item) => QuestionText,
): Piece[] {
  const head = levelsPiece(document, scale);
  const left = SHEET.margin + LINE - scale.levels.length * LEVEL;
  const rows = items.map((item): Piece => {
    const question = questionPiece(document, headOf(item), left - SHEET.margin - 2);
    const height = Math.max(question.height, BOX + 1.2) + 0.9;
    return {
      height,
      head,
      draw: (top) => {
        rule(document, top);
        question.draw(top + 0.6);
        for (const [index, { value }] of scale.levels.entries()) {
          drawBox(
            document,
            String(value),
            left + index * LEVEL + LEVEL / 2 - BOX / 2 - 1,
            top + (height - BOX) / 2 + 0.1,
          );
        }
      },
    };
  });
  return [head, ...rows];
}

export interface QuestionText {
  number: string;
  code: string;
  text: string;
  condition: string | null;
  hint: string | null;
}

/** Number, words and code of a question, its condition and its hint under it. */
function questionPiece(document: Document, question: QuestionText, width: number): Piece {
  const column = { left: SHEET.margin + INDENT, width: width - INDENT };
  const parts = [
    textPiece(document, `${question.text} [${question.code}]`, { ...column, after: 0 }),
    ...(question.condition === null
      ? []
      : [textPiece(document, question.condition, { ...column, font: "Bold", size: 7.4, after: 0 })]),
    ...(question.hint === null
      ? []
      : [textPiece(document, question.hint, { ...column, size: 7.2, colour: SOFT, after: 0 })]),
  ];
  return {
    height: parts.reduce((sum, part) => sum + part.height, 0),
    draw: (top) => {
      const box = { left: SHEET.margin, top, width: INDENT - 0.6, height: 10 };
      setText(document, `${question.number}.`, box, { font: "Bold", size: 8.6, colour: INK });
      let at = top;
      for (const part of parts) {
        part.draw(at);
        at += part.height;
      }
    },
  };
}

/** A question by itself with its boxes or lines. */
export function itemPiece(document: Document, item: Item, text: QuestionText): Piece {
  const way = wayToAnswer(item);
  const question = questionPiece(document, way ? { ...text, text: `${text.text} (${way})` } : text, LINE);
  const answer = answerPiece(document, item);
  return {
    height: question.height + answer.height + 1.6,
    draw: (top) => {
      rule(document, top);
      question.draw(top + 0.6);
      answer.draw(top + 0.6 + question.height);
    },
  };
}

function answerPiece(document: Document, item: Item): Piece {
  if (item.type === "text") return { height: 15, draw: (top) => dottedLines(document, top + 5.5, 2) };
  if (item.type === "number") {
    const left = SHEET.margin + INDENT;
    return {
      height: 6.6,
      draw: (top) => {
        document
          .rect(mm(left), mm(top + 0.8), mm(26), mm(5))
          .lineWidth(0.7)
          .strokeColor(EDGE)
          .stroke();
        const unit = { left: left + 28, top: top + 1.4, width: 60, height: 5 };
        if (item.unit) setText(document, item.unit, unit, { font: "Regular", size: 8.6, colour: INK });
      },
    };
  }
  return optionsPiece(document, item);
}

/** Options one after another, on as many lines as they need; an open one ends in a dotted line. */
function optionsPiece(document: Document, item: Item): Piece {
  const [start, width] = [SHEET.margin + INDENT, LINE - INDENT];
  const room = BOX + 5.2;
  let [left, top] = [0, 0];
  let rowHeight = 0;
  const placed = optionsOnPaper(item).map(({ value, label, other }) => {
    document.font("Regular").fontSize(8.6);
    const natural = document.widthOfString(label) / mm(1) + 0.5;
    const dots = other ? 45 : 0;
    const own = Math.min(width, room + natural + dots + 4);
    if (left > 0 && left + own > width) [left, top, rowHeight] = [0, top + rowHeight, 0];
    const words = textPiece(document, label, {
      left: start + left + room,
      width: Math.min(natural + 0.5, width - room - dots),
      after: 0.8,
    });
    rowHeight = Math.max(rowHeight, words.height, BOX + 1);
    const place = { value, words, dots, natural, left: start + left, top };
    left += own;
    return place;
  });
  return {
    height: top + rowHeight,
    draw: (from) => {
      for (const { value, words, dots, natural, ...place } of placed) {
        drawBox(document, String(value), place.left, from + place.top + 0.3);
        words.draw(from + place.top + 0.2);
        if (dots > 0) dottedLine(document, place.left + room + natural + 1, from + place.top + 4, dots - 1);
      }
    },
  };
}

/** An empty box with the digit that is keyed for it at its right. */
function drawBox(document: Document, digit: string, left: number, top: number): void {
  document.rect(mm(left), mm(top), mm(BOX), mm(BOX)).lineWidth(0.7).strokeColor(EDGE).stroke();
  const box = { left: left + BOX + 0.9, top: top - 0.1, width: 6, height: BOX + 0.4 };
  setText(document, digit, box, { font: "Bold", size: 7.6, colour: INK, anchor: "middle" });
}

function rule(document: Document, top: number): void {
  const [from, to] = [mm(SHEET.margin), mm(SHEET.margin + LINE)];
  document.moveTo(from, mm(top)).lineTo(to, mm(top)).lineWidth(0.25).strokeColor("#9A9A9A").stroke();
}

function dottedLines(document: Document, top: number, count: number): void {
  for (let line = 0; line < count; line++) dottedLine(document, SHEET.margin + INDENT, top + line * 7, LINE - INDENT);
}

export function dottedLine(document: Document, left: number, top: number, width: number): void {
  document.moveTo(mm(left), mm(top)).lineTo(mm(left + width), mm(top));
  document.lineWidth(0.6).strokeColor(EDGE).dash(0.8, { space: 2 }).stroke().undash();
}
