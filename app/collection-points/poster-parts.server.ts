import { groupCode, normalizeCode } from "./code";
import { type Box, type Document, drawText, fitText, mm, setText, TIE } from "./poster-text.server";
import { QUIET_ZONE, qrSymbol } from "./qr.server";

/** What one sheet at a collection point says. */
export interface Poster {
  /** "Tỉnh Thanh Hóa". */
  province: string;
  unitName: string;
  pointLabel: string;
  /** Code of the point, with or without its hyphen. */
  code: string;
  /** What the QR code holds. */
  address: string;
  simulated: boolean;
}

/** One ink besides black; both print well on an office laser printer. */
export const INK = "#0B3B46";
export const TEXT = "#111111";
export const SOFT = "#4A4A4A";
const TINT = "#E9F0F1";

export const WORDS = {
  question: "Ông/Bà có hài lòng với dịch vụ tại đây không?",
  questionInEnglish: "How satisfied are you with the service here?",
  steps: [
    [`Mở máy${TIE}ảnh trên điện${TIE}thoại`, "Open your phone’s camera"],
    [`Đưa máy vào mã${TIE}vuông, chạm vào liên${TIE}kết`, "Point it at the code and tap the link"],
    [`Chọn câu${TIE}trả${TIE}lời rồi bấm${TIE}Gửi`, "Answer, then press Send"],
  ],
  promise: "Tự nguyện, ẩn danh: không cần họ tên, số điện thoại hay số giấy tờ tùy thân.",
  promiseInEnglish: "Voluntary and anonymous: no name, phone or ID number is asked for.",
  simulated: "SỐ LIỆU MÔ PHỎNG – bản dùng thử",
} as const;

/** "Hài Lòng – Tỉnh Thanh Hóa" over a rule. */
export function drawBrand(document: Document, { province }: Poster, box: Box): void {
  const size = box.height * 2.05;
  setText(document, "Hài Lòng", box, { font: "ExtraBold", size, colour: INK });
  const width = document.font("ExtraBold").fontSize(size).widthOfString("Hài Lòng ") / mm(1);
  const rest = { ...box, left: box.left + width, width: box.width - width };
  setText(document, `– ${province}`, rest, {
    font: "Medium",
    size: { largest: size, smallest: size / 2 },
    colour: INK,
  });
  const rule = mm(box.top + box.height + 0.6);
  document
    .lineWidth(1.2)
    .strokeColor(INK)
    .moveTo(mm(box.left), rule)
    .lineTo(mm(box.left + box.width), rule)
    .stroke();
}

/** Whose counter it is, in the middle of a tinted panel, however long the names. */
export function drawPlace(document: Document, poster: Poster, box: Box, largest: number): void {
  document.roundedRect(mm(box.left), mm(box.top), mm(box.width), mm(box.height), mm(2.5)).fill(TINT);
  const inner = { left: box.left + 5, top: 0, width: box.width - 10, height: box.height - 4 };
  let share = 1;
  let [name, label] = placeTexts(document, poster, inner, largest, share);
  while (name.height + label.height > inner.height && share > LEAST_SHARE) {
    share -= 0.03;
    [name, label] = placeTexts(document, poster, inner, largest, share);
  }
  const top = box.top + (box.height - name.height - label.height) / 2;
  drawText(document, name, { ...inner, top }, { font: "Bold", colour: TEXT });
  drawText(document, label, { ...inner, top: top + name.height }, { font: "Regular", colour: SOFT });
}

/** How far names shrink; those of 200 characters still fit. */
const LEAST_SHARE = 0.36;

function placeTexts(document: Document, { unitName, pointLabel }: Poster, box: Box, largest: number, share: number) {
  const boundless = { ...box, height: 1000 };
  return [
    fitText(document, unitName, boundless, { font: "Bold", size: largest * share }),
    fitText(document, pointLabel, boundless, { font: "Regular", size: largest * share * (0.72 + (1 - share) * 0.2) }),
  ] as const;
}

/** The code as vector squares on white inside a thin frame, its quiet zone free, the address typed under it. */
export function drawQr(document: Document, address: string, frame: Box): void {
  const { size, runs } = qrSymbol(address);
  const module = frame.width / (size + 2 * QUIET_ZONE);
  const start = { x: frame.left + QUIET_ZONE * module, y: frame.top + QUIET_ZONE * module };
  document.roundedRect(mm(frame.left), mm(frame.top), mm(frame.width), mm(frame.height), mm(2.5));
  document.lineWidth(1).strokeColor(INK).stroke();
  // One piece of content for the whole symbol: a call for each square would cost more than all the text.
  const points = (millimetres: number) => Number(mm(millimetres).toFixed(3));
  const squares = runs.map(
    ({ row, column, length }) =>
      `${points(start.x + column * module)} ${points(start.y + row * module)} ${points(length * module)} ${points(module)} re`,
  );
  document.fillColor("#000000").addContent(`${squares.join(" ")} f`);
  const caption = { left: frame.left + 3, top: frame.top + frame.width - 1, width: frame.width - 6, height: 0 };
  caption.height = frame.top + frame.height - 1.5 - caption.top;
  const style = { font: "Medium", size: { largest: 12.5, smallest: 5 }, colour: TEXT } as const;
  setText(document, withoutScheme(address), caption, { ...style, align: "center", anchor: "middle" });
}

/** Three numbered steps spread over the box from top to bottom, English under Vietnamese. */
export function drawSteps(document: Document, box: Box, sizes: { vietnamese: number; english: number }): void {
  const radius = sizes.vietnamese * 0.32;
  const words = { left: box.left + 2 * radius + 3, top: 0, width: box.width - 2 * radius - 3, height: box.height };
  const steps = WORDS.steps.map(([vietnamese, english]) => ({
    vietnamese: fitText(document, vietnamese, words, { font: "Bold", size: sizes.vietnamese }),
    english: fitText(document, english, words, { font: "Regular", size: sizes.english }),
  }));
  const heights = steps.map(({ vietnamese, english }) => vietnamese.height + english.height + 0.6);
  const gap = (box.height - heights.reduce((sum, height) => sum + height, 0)) / (steps.length - 1);
  let top = box.top;
  for (const [index, step] of steps.entries()) {
    document.circle(mm(box.left + radius), mm(top + radius), mm(radius)).fill(INK);
    const disc = { left: box.left, top: top - 0.2, width: 2 * radius, height: 2 * radius };
    const digit = { font: "Bold", size: sizes.vietnamese, colour: "#FFFFFF" } as const;
    setText(document, String(index + 1), disc, { ...digit, align: "center", anchor: "middle" });
    drawText(document, step.vietnamese, { ...words, top: top + 0.6 }, { font: "Bold", colour: TEXT });
    const below = { ...words, top: top + 1.2 + step.vietnamese.height };
    drawText(document, step.english, below, { font: "Regular", colour: SOFT });
    top += (heights[index] ?? 0) + gap;
  }
}

/** For those who cannot scan: where to go and the code to type there. */
export function drawManualEntry(document: Document, { address, code }: Poster, box: Box, largest: number): void {
  document.roundedRect(mm(box.left), mm(box.top), mm(box.width), mm(box.height), mm(2.5));
  document.lineWidth(1).strokeColor(INK).stroke();
  const codeWidth = box.width * 0.385;
  const [left, width] = [box.left + 5, box.width - codeWidth - 19];
  const row = (share: number, height: number) => ({
    left,
    top: box.top + box.height * share,
    width,
    height: box.height * height,
  });
  const small = { font: "Regular", colour: SOFT, anchor: "middle" } as const;
  setText(document, "Không quét được? Vào trang", row(0.08, 0.25), { ...small, size: largest * 0.42 });
  setText(document, homeOf(address, code), row(0.3, 0.36), {
    font: "Bold",
    size: { largest: largest * 0.72, smallest: largest * 0.35 },
    colour: TEXT,
    anchor: "middle",
  });
  setText(document, "Cannot scan? Go there and type the code", row(0.67, 0.25), { ...small, size: largest * 0.38 });
  const right = { left: box.left + box.width - codeWidth - 5, top: box.top, width: codeWidth, height: box.height };
  const label = { ...right, top: box.top + box.height * 0.08, height: box.height * 0.25 };
  setText(document, "rồi nhập mã", label, { ...small, size: largest * 0.42 });
  setText(
    document,
    groupCode(normalizeCode(code)),
    { ...right, top: box.top + box.height * 0.32, height: box.height * 0.62 },
    { font: "ExtraBold", size: { largest, smallest: 12 }, colour: INK, anchor: "middle" },
  );
}

/** The site's address without the point's own part, as one types it: "hailong.example.gov.vn". */
function homeOf(address: string, code: string): string {
  return withoutScheme(address).replace(new RegExp(`/k/${normalizeCode(code)}$`), "");
}

function withoutScheme(address: string): string {
  return address.replace(/^https:\/\//u, "");
}
