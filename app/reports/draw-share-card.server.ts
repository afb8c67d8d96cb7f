import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { FONT } from "./charts/chart-basics";
import { plain } from "./charts/chart-labels";
import { registerPlatformFont } from "./charts/platform-font.server";
import { CARD_HEIGHT, CARD_WIDTH, type ShareCard } from "./share-card";

const MARGIN = 72;
const INK = "#1d2528";
const SOFT = "#4f5b5f";
const PRIMARY = "#0b5560";
const BAR = "#0b6b75";

/** A card as an image. The same card gives the same bytes. */
export async function drawShareCard(card: ShareCard): Promise<Buffer> {
  registerPlatformFont();
  const canvas = createCanvas(CARD_WIDTH, CARD_HEIGHT);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#f6f3ee";
  pen.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  let y = 0;
  if (card.warning !== null) {
    pen.fillStyle = "#fdf0d8";
    pen.fillRect(0, 0, CARD_WIDTH, 62);
    write(pen, card.warning, { y: 42, size: 28, color: "#8a4b00", bold: true });
    y = 62;
  }
  y = write(pen, card.brand, { y: y + 66, size: 38, color: PRIMARY, bold: true });
  write(pen, card.province, { y, x: MARGIN + widthOf(pen, card.brand, 38) + 20, size: 28, color: SOFT });
  y = write(pen, card.title, { y: y + 74, size: 50, color: INK, bold: true, lines: card.subtitle === null ? 3 : 2 });
  if (card.subtitle !== null) y = write(pen, card.subtitle, { y: y + 46, size: 30, color: SOFT, lines: 2 });
  writeFigure(pen, card);
  return canvas.encode("png");
}

/** At the foot: the figure, its bar, and what it rests on. */
function writeFigure(pen: SKRSContext2D, { share, figure, text }: ShareCard): void {
  const foot = CARD_HEIGHT - 56;
  write(pen, text, { y: foot, size: 30, color: SOFT, lines: 1 });
  const bar = { top: foot - 78, width: CARD_WIDTH - 2 * MARGIN };
  if (share) {
    pen.fillStyle = "#ddd6cb";
    pen.fillRect(MARGIN, bar.top, bar.width, 22);
    pen.fillStyle = BAR;
    pen.fillRect(MARGIN, bar.top, bar.width * share.rate, 22);
    const [low, high] = share.range;
    pen.fillStyle = INK;
    pen.fillRect(MARGIN + bar.width * low, bar.top + 28, Math.max(4, bar.width * (high - low)), 6);
  }
  write(pen, figure, { y: bar.top - 26, size: share ? 88 : 52, color: INK, bold: true });
}

interface Writing {
  y: number;
  x?: number;
  size: number;
  color: string;
  bold?: boolean;
  lines?: number;
}

/** Writes a text in at most so many lines, cut where it is longer; the base of the last line comes back. */
function write(pen: SKRSContext2D, text: string, { y, x = MARGIN, size, color, bold = false, lines = 1 }: Writing) {
  pen.font = `${bold ? "bold " : ""}${size}px "${FONT}"`;
  pen.fillStyle = color;
  const broken = brokenLines(pen, plain(text), { width: CARD_WIDTH - MARGIN - x, lines });
  for (const [index, line] of broken.entries()) pen.fillText(line, x, y + index * size * 1.25);
  return y + Math.max(0, broken.length - 1) * size * 1.25;
}

function brokenLines(pen: SKRSContext2D, text: string, { width, lines }: { width: number; lines: number }): string[] {
  const broken: string[] = [];
  for (const word of text.split(" ")) {
    const longer = broken.length > 0 ? `${broken.at(-1)} ${word}` : word;
    if (broken.length > 0 && pen.measureText(longer).width <= width) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  if (broken.length <= lines) return broken;
  let last = broken[lines - 1] ?? "";
  while (last !== "" && pen.measureText(`${last}…`).width > width) last = last.slice(0, -1);
  return [...broken.slice(0, lines - 1), `${last.trimEnd()}…`];
}

function widthOf(pen: SKRSContext2D, text: string, size: number): number {
  pen.font = `bold ${size}px "${FONT}"`;
  return pen.measureText(text).width;
}
