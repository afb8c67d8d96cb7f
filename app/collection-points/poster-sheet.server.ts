import {
  drawBrand,
  drawManualEntry,
  drawPlace,
  drawQr,
  drawSteps,
  INK,
  type Poster,
  SOFT,
  TEXT,
  WORDS,
} from "./poster-parts.server";
import { type Document, mm, setText, stamp } from "./poster-text.server";

/** Measures of an A4 sheet; A5 is the same at 1 to √2. */
const PAGE = { width: 210, margin: 16 } as const;
const WIDTH = PAGE.width - 2 * PAGE.margin;
/** Side of the QR code with its quiet zone; read from well over a metre away. */
const QR_SIDE = 106;
const QR_TOP = 109;

/** Draws an upright sheet on the current page, `scale` being its size against A4. */
export function drawSheet(document: Document, poster: Poster, scale: number): void {
  document.save().scale(scale);
  const left = PAGE.margin;
  stamp(document, `sheet/${poster.province}/${poster.simulated}`, () => drawSame(document, poster));
  drawPlace(document, poster, { left, top: 30, width: WIDTH, height: 32 }, 22);
  drawQr(document, poster.address, { left, top: QR_TOP, width: QR_SIDE, height: QR_SIDE + 7 });
  drawManualEntry(document, poster, { left, top: 229, width: WIDTH, height: 31 }, 30);
  document.restore();
}

/** What stands on every sheet of a province. */
function drawSame(document: Document, poster: Poster): void {
  const left = PAGE.margin;
  if (poster.simulated) drawSimulatedBand(document);
  drawBrand(document, poster, { left, top: 16, width: WIDTH, height: 8 });
  const question = { left, top: 67, width: WIDTH, height: 32 };
  setText(document, WORDS.question, question, { font: "ExtraBold", size: 34, colour: TEXT });
  const english = { left, top: 97.5, width: WIDTH, height: 9 };
  setText(document, WORDS.questionInEnglish, english, { font: "Regular", size: 15.5, colour: SOFT });
  const beside = { left: left + QR_SIDE + 7, top: QR_TOP + 2, width: WIDTH - QR_SIDE - 7, height: QR_SIDE + 3 };
  drawSteps(document, beside, { vietnamese: 17, english: 13 });
  drawPromise(document, 266);
}

function drawSimulatedBand(document: Document): void {
  document.rect(0, 0, mm(PAGE.width), mm(13)).fill("#000000");
  const box = { left: 0, top: 0, width: PAGE.width, height: 13 };
  const style = { font: "Bold", size: 15, colour: "#FFFFFF", align: "center", anchor: "middle" } as const;
  setText(document, WORDS.simulated, box, style);
}

function drawPromise(document: Document, top: number): void {
  const box = { left: PAGE.margin, top, width: WIDTH, height: 7 };
  const size = { largest: 13, smallest: 9 };
  setText(document, WORDS.promise, box, { font: "Medium", size, colour: INK, align: "center" });
  const below = { ...box, top: top + 7 };
  setText(document, WORDS.promiseInEnglish, below, { font: "Regular", size: 11, colour: SOFT, align: "center" });
}
