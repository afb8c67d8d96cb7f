import { groupCode, normalizeCode } from "./code";
import type { Poster } from "./poster.server";
import { type Box, type Document, FONTS, fitText, mm, posterText } from "./poster-text.server";
import { QUIET_ZONE, qrSymbol } from "./qr.server";

/** One ink besides black; both print well on an office laser printer. */
const INK = "#0B3B46";
const TEXT = "#111111";
const SOFT = "#4A4A4A";
const RULE = "#B9C4C7";

const PAGE = { width: 210, height: 297, margin: 18 } as const;
const WIDTH = PAGE.width - 2 * PAGE.margin;
/** Side of the symbol itself, without its quiet zone; read from well over a metre away. */
const QR_SIDE = 92;
const QR_TOP = 82;

const HEADLINE = "Ông/Bà có hài lòng với dịch vụ tại đây không?";
const INVITATION = "Xin Ông/Bà cho biết ý kiến để việc phục vụ được tốt hơn.";
const STEPS = [
  "Mở máy ảnh trên điện thoại.",
  "Đưa máy vào mã vuông, chạm vào đường dẫn hiện ra.",
  "Chọn câu trả lời rồi bấm Gửi.",
] as const;
const PROMISE = "Tham gia tự nguyện, ẩn danh. Không cần ghi họ tên, số điện thoại hay số giấy tờ tùy thân.";

/** Draws one poster on the document's current page, all measures in millimetres from the top left corner. */
export function drawPoster(document: Document, poster: Poster): void {
  drawHeader(document, poster);
  drawQuestion(document);
  const frame = drawQr(document, poster.address);
  drawSteps(document, frame);
  drawManualEntry(document, poster, frame.top + frame.height + 8);
  drawPlace(document, poster);
  drawPromise(document);
}

function drawHeader(document: Document, { province, simulated }: Poster): void {
  if (simulated) drawSimulatedBand(document);
  const top = simulated ? 19 : 15;
  document
    .fillColor(INK)
    .font(FONTS.heavy)
    .fontSize(17)
    .text("Hài Lòng", mm(PAGE.margin), mm(top), { continued: true, lineBreak: false })
    .font(FONTS.medium)
    .text(` – ${posterText(province)}`, { lineBreak: false });
  document
    .lineWidth(1.4)
    .strokeColor(INK)
    .moveTo(mm(PAGE.margin), mm(top + 10))
    .lineTo(mm(PAGE.width - PAGE.margin), mm(top + 10))
    .stroke();
}

function drawSimulatedBand(document: Document): void {
  document.rect(0, 0, mm(PAGE.width), mm(13)).fill("#000000");
  document
    .fillColor("#FFFFFF")
    .font(FONTS.bold)
    .fontSize(15)
    .text("SỐ LIỆU MÔ PHỎNG – bản dùng thử", 0, mm(3.4), { width: mm(PAGE.width), align: "center" });
}

function drawQuestion(document: Document): void {
  document
    .fillColor(TEXT)
    .font(FONTS.heavy)
    .fontSize(31)
    .text(HEADLINE, mm(PAGE.margin), mm(34), { width: mm(WIDTH), lineGap: -2 });
  document
    .fillColor(SOFT)
    .font(FONTS.regular)
    .fontSize(14)
    .text(INVITATION, mm(PAGE.margin), mm(66), { width: mm(WIDTH) });
}

/** Vector squares on white inside a thin frame; returns the frame, quiet zone included. */
function drawQr(document: Document, address: string): Box {
  const { size, runs } = qrSymbol(address);
  const module = QR_SIDE / size;
  const frame: Box = { left: PAGE.margin, top: QR_TOP, width: 0, height: QR_SIDE + 2 * QUIET_ZONE * module };
  frame.width = frame.height;
  const start = { x: frame.left + QUIET_ZONE * module, y: frame.top + QUIET_ZONE * module };
  document
    .lineWidth(1)
    .strokeColor(INK)
    .roundedRect(mm(frame.left), mm(frame.top), mm(frame.width), mm(frame.height), mm(3))
    .stroke();
  for (const { row, column, length } of runs) {
    document.rect(mm(start.x + column * module), mm(start.y + row * module), mm(length * module), mm(module));
  }
  document.fill("#000000");
  return frame;
}

/** Three steps down the column to the right of the QR code. */
function drawSteps(document: Document, frame: Box): void {
  const left = frame.left + frame.width + 8;
  const width = PAGE.width - PAGE.margin - left;
  const pitch = frame.height / STEPS.length;
  for (const [index, step] of STEPS.entries()) {
    const top = frame.top + index * pitch;
    document.circle(mm(left + 5), mm(top + 5), mm(5)).fill(INK);
    document
      .fillColor("#FFFFFF")
      .font(FONTS.bold)
      .fontSize(15)
      .text(String(index + 1), mm(left), mm(top + 1.8), { width: mm(10), align: "center" });
    fitText(
      document,
      step,
      { left, top: top + 12.5, width, height: pitch - 15 },
      FONTS.medium,
      { largest: 13.5, smallest: 9 },
      TEXT,
    );
  }
}

/** For those who cannot scan: the address to type, and the code that its page asks for. */
function drawManualEntry(document: Document, { address, code }: Poster, top: number): void {
  const codeWidth = 66;
  const addressWidth = WIDTH - codeWidth - 8;
  const label = (text: string, left: number, width: number) =>
    document
      .fillColor(SOFT)
      .font(FONTS.regular)
      .fontSize(11)
      .text(text, mm(left), mm(top), { width: mm(width) });
  label("Không quét được? Gõ địa chỉ này vào trình duyệt:", PAGE.margin, addressWidth);
  fitText(
    document,
    address.replace(/^https:\/\//u, ""),
    { left: PAGE.margin, top: top + 6.5, width: addressWidth, height: 15 },
    FONTS.bold,
    { largest: 16, smallest: 7 },
    TEXT,
  );
  const left = PAGE.width - PAGE.margin - codeWidth;
  label("Mã điểm khảo sát:", left, codeWidth);
  fitText(
    document,
    groupCode(normalizeCode(code)),
    { left, top: top + 5, width: codeWidth, height: 14 },
    FONTS.heavy,
    { largest: 29, smallest: 12 },
    INK,
    1,
  );
}

function drawPlace(document: Document, { unitName, pointLabel }: Poster): void {
  const top = 229;
  document
    .lineWidth(0.7)
    .strokeColor(RULE)
    .moveTo(mm(PAGE.margin), mm(top))
    .lineTo(mm(PAGE.width - PAGE.margin), mm(top))
    .stroke();
  const name = { left: PAGE.margin, top: top + 5, width: WIDTH, height: 19 };
  const used = fitText(document, unitName, name, FONTS.bold, { largest: 18, smallest: 8.5 }, TEXT);
  const label = { left: PAGE.margin, top: name.top + used + 1.5, width: WIDTH, height: 12 };
  fitText(document, pointLabel, label, FONTS.regular, { largest: 14, smallest: 8 }, SOFT);
}

function drawPromise(document: Document): void {
  const box = { left: PAGE.margin, top: 271, width: WIDTH, height: 13 };
  document
    .roundedRect(mm(box.left), mm(box.top), mm(box.width), mm(box.height), mm(2.5))
    .lineWidth(0.9)
    .strokeColor(INK)
    .stroke();
  document
    .fillColor(INK)
    .font(FONTS.medium)
    .fontSize(10.5)
    .text(PROMISE, mm(box.left), mm(box.top + 4), { width: mm(box.width), align: "center" });
}
