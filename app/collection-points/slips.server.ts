import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { groupInvitation } from "./invitation";
import { INK, SOFT, TEXT, WORDS } from "./poster-parts.server";
import { type Box, type Document, drawText, FONT_FILES, fitText, mm, posterText, setText } from "./poster-text.server";
import { QUIET_ZONE, qrSymbol } from "./qr.server";

/** What every slip of a batch says. */
export interface SlipBatch {
  province: string;
  surveyTitle: string;
  unitName: string;
  /** Name of the point, as at the counter. */
  pointLabel: string;
  /** Last day on which the codes open a form. */
  until: string;
  simulated: boolean;
}

/** One slip: its number in the batch, its code and what its QR code holds. */
export interface Slip {
  number: number;
  code: string;
  address: string;
}

const COLUMNS = 2;
const ROWS = 5;
/** Slips on an A4 sheet. */
export const SLIPS_ON_A_PAGE = COLUMNS * ROWS;
const MARGIN = 8;
const SLIP = { width: (210 - 2 * MARGIN) / COLUMNS, height: (297 - 2 * MARGIN) / ROWS };
const QR_SIDE = 33;

const MOST_WAITING = 1024 * 1024;
const PAUSE_MS = 20;

/**
 * Slips with one-time codes, ten to an A4 sheet with lines to cut along, as a stream. Between two sheets other work of
 * the process gets its turn; a stream that is destroyed ends the drawing. @param day dates the file.
 */
export function streamSlips(batch: SlipBatch, slips: readonly Slip[], day: string): Document {
  const title = `Mã mời khảo sát: ${batch.unitName}`;
  const created = new Date(`${day}T00:00:00Z`);
  const info = { Title: title, Author: "Hài Lòng", CreationDate: created };
  const document = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, lang: "vi-VN", info });
  const { resolve } = createRequire(import.meta.url);
  for (const [name, folder] of Object.entries(FONT_FILES)) {
    document.registerFont(name, resolve(`@expo-google-fonts/be-vietnam-pro/${folder}/BeVietnamPro_${folder}.ttf`));
  }
  const stream = document as unknown as Readable;
  const said = {
    ...batch,
    province: posterText(batch.province),
    surveyTitle: posterText(batch.surveyTitle),
    unitName: posterText(batch.unitName),
    pointLabel: posterText(batch.pointLabel),
  };
  const work = async () => {
    for (let first = 0; first < slips.length; first += SLIPS_ON_A_PAGE) {
      if (stream.destroyed) return;
      document.addPage();
      drawCutLines(document);
      for (const [index, slip] of slips.slice(first, first + SLIPS_ON_A_PAGE).entries()) {
        const left = MARGIN + (index % COLUMNS) * SLIP.width;
        const top = MARGIN + Math.floor(index / COLUMNS) * SLIP.height;
        drawSlip(document, said, slip, { left, top, ...SLIP });
      }
      await setImmediate();
      while (stream.readableLength > MOST_WAITING && !stream.destroyed) await sleep(PAUSE_MS);
    }
    document.end();
  };
  work().catch((error: unknown) => stream.destroy(error as Error));
  return document;
}

/** The same, whole and in memory. */
export function writeSlips(batch: SlipBatch, slips: readonly Slip[], day: string): Promise<Buffer> {
  return buffer(streamSlips(batch, slips, day));
}

function drawCutLines(document: Document): void {
  document.save().lineWidth(0.5).strokeColor("#777777").dash(3, { space: 3 });
  for (let column = 0; column <= COLUMNS; column++) {
    const x = mm(MARGIN + column * SLIP.width);
    document.moveTo(x, mm(MARGIN)).lineTo(x, mm(297 - MARGIN));
  }
  for (let row = 0; row <= ROWS; row++) {
    const y = mm(MARGIN + row * SLIP.height);
    document.moveTo(mm(MARGIN), y).lineTo(mm(210 - MARGIN), y);
  }
  document.stroke().restore();
}

function drawSlip(document: Document, batch: SlipBatch, { number, code, address }: Slip, box: Box): void {
  const left = box.left + 3;
  const words = { left: left + QR_SIDE + 2.5, width: box.width - QR_SIDE - 8.5 };
  let top = box.top + 3;
  const line = (text: string, height: number, font: "Regular" | "Medium" | "Bold", largest: number, colour: string) => {
    const size = { largest, smallest: Math.min(largest, 6) };
    const box = { ...words, top, height };
    const fitted = fitText(document, text, box, { font, size });
    drawText(document, fitted, box, { font, colour });
    // What takes one line of two leaves no empty one.
    top += Math.min(fitted.height, height) + 0.2;
  };
  line(`Hài Lòng – ${batch.province}`, 4.6, "Bold", 9, INK);
  if (batch.simulated) line(WORDS.simulated, 4.2, "Bold", 8, TEXT);
  line(`${batch.unitName} – ${batch.pointLabel}`, 9.2, "Bold", 10, TEXT);
  line(batch.surveyTitle, 7.6, "Regular", 8.5, SOFT);
  top = box.top + 29;
  line("Mời Ông/Bà góp ý: quét mã, hoặc mở địa chỉ dưới đây.", 8, "Medium", 8.5, TEXT);
  line("Dùng một lần. Ẩn danh: không ghi ai đã dùng mã nào.", 8, "Bold", 8.5, INK);
  line(`Đến hết ngày ${formatDay(batch.until)}`, 4, "Regular", 8, SOFT);
  drawCode(document, address, { left, top: box.top + 3, width: QR_SIDE, height: QR_SIDE });
  const under = { left, top: box.top + 3 + QR_SIDE, width: QR_SIDE, height: 5.4 };
  const style = { font: "Bold", size: { largest: 11, smallest: 7 }, colour: TEXT, align: "center" } as const;
  setText(document, groupInvitation(code), under, style);
  const foot = { left, top: box.top + 3 + QR_SIDE + 5.6, width: QR_SIDE, height: 5 };
  const small = { font: "Regular", size: 8, colour: SOFT, align: "center" } as const;
  setText(document, `Số ${formatCount(number)}`, foot, small);
  const whole = { left, top: box.top + SLIP.height - 7.4, width: box.width - 6, height: 4.4 };
  const plain = address.replace(/^https?:\/\//, "");
  setText(document, plain, whole, { font: "Medium", size: { largest: 8.5, smallest: 5 }, colour: TEXT });
}

function drawCode(document: Document, address: string, box: Box): void {
  const { size, runs } = qrSymbol(address);
  const module = box.width / (size + 2 * QUIET_ZONE);
  const points = (millimetres: number) => Number(mm(millimetres).toFixed(3));
  const squares = runs.map(({ row, column, length }) => {
    const [x, y] = [box.left + (QUIET_ZONE + column) * module, box.top + (QUIET_ZONE + row) * module];
    return `${points(x)} ${points(y)} ${points(length * module)} ${points(module)} re`;
  });
  document.fillColor("#000000").addContent(`${squares.join(" ")} f`);
}
