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
import { type Document, mm, record, setText, stamp } from "./poster-text.server";

/** An A4 sheet folded across its middle stands on a table with a face to either side. */
const SHEET = { width: 210, height: 297 } as const;
const FOLD = SHEET.height / 2;
const MARGIN = 11;
const WIDTH = SHEET.width - 2 * MARGIN;
/** Side of the QR code with its quiet zone; read from across a counter. */
const QR_SIDE = 78;
const TOP = FOLD + 9;
/** Right of the QR code. */
const BESIDE = { left: MARGIN + QR_SIDE + 7, width: WIDTH - QR_SIDE - 7 } as const;

/** Draws both faces on the current page: the upper one upside down, so that each stands upright once folded. */
export function drawTent(document: Document, poster: Poster): void {
  const face = record(document, () => drawFace(document, poster));
  document.save().rotate(180, { origin: [mm(SHEET.width / 2), mm(FOLD)] });
  document.addContent(face).restore();
  drawFold(document);
}

/** A face in the lower half of the sheet. */
function drawFace(document: Document, poster: Poster): void {
  stamp(document, `face/${poster.province}/${poster.simulated}`, () => drawSame(document, poster));
  drawPlace(document, poster, { ...BESIDE, top: TOP + 12, height: 25 }, 15);
  drawQr(document, poster.address, { left: MARGIN, top: TOP + 12, width: QR_SIDE, height: QR_SIDE + 6 });
  drawManualEntry(document, poster, { left: MARGIN, top: TOP + 100, width: WIDTH, height: 22 }, 23);
}

/** What stands on every face of a province. */
function drawSame(document: Document, poster: Poster): void {
  if (poster.simulated) drawSimulatedMark(document);
  drawBrand(document, poster, { left: MARGIN, top: TOP, width: WIDTH, height: 6.2 });
  const question = { ...BESIDE, top: TOP + 39, height: 20 };
  setText(document, WORDS.question, question, { font: "ExtraBold", size: 20, colour: TEXT });
  const english = { ...BESIDE, top: TOP + 57, height: 6 };
  setText(document, WORDS.questionInEnglish, english, { font: "Regular", size: 10.5, colour: SOFT });
  const steps = { ...BESIDE, top: TOP + 66, height: 31 };
  drawSteps(document, steps, { vietnamese: 10, english: 8.5 });
  const promise = { left: MARGIN, top: TOP + 123.5, width: WIDTH, height: 5 };
  const small = { size: { largest: 9.5, smallest: 7 }, align: "center" } as const;
  setText(document, WORDS.promise, promise, { ...small, font: "Medium", colour: INK });
  const below = { ...promise, top: promise.top + 4.4 };
  setText(document, WORDS.promiseInEnglish, below, { font: "Regular", size: 8, colour: SOFT, align: "center" });
}

function drawSimulatedMark(document: Document): void {
  const box = { left: SHEET.width - MARGIN - 82, top: TOP - 0.8, width: 82, height: 7 };
  document.rect(mm(box.left), mm(box.top), mm(box.width), mm(box.height)).fill("#000000");
  const style = { font: "Bold", size: 10.5, colour: "#FFFFFF", align: "center", anchor: "middle" } as const;
  setText(document, WORDS.simulated, box, style);
}

/** Short enough not to be seen from the front once folded. */
function drawFold(document: Document): void {
  document.lineWidth(0.5).strokeColor(SOFT).dash(3, { space: 3 });
  document
    .moveTo(mm(5), mm(FOLD))
    .lineTo(mm(SHEET.width - 5), mm(FOLD))
    .stroke()
    .undash();
  const hint = { left: SHEET.width - MARGIN - 60, top: FOLD + 0.8, width: 60, height: 4 };
  setText(document, "Gấp ra sau theo đường này", hint, { font: "Regular", size: 7.5, colour: SOFT, align: "right" });
}
