import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { drawPoster } from "./poster-page.server";
import { FONT_FILES } from "./poster-text.server";

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

/**
 * One A4 page for each poster, in one PDF with the font embedded. `day` (ISO) dates the file, so that the same posters
 * give the same bytes.
 */
export async function writePosters(posters: readonly Poster[], day: string): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    lang: "vi-VN",
    displayTitle: true,
    info: { Title: posterTitle(posters), Author: "Hài Lòng", CreationDate: new Date(`${day}T00:00:00Z`) },
  });
  const file = buffer(document);
  registerFonts(document);
  for (const poster of posters) {
    document.addPage();
    drawPoster(document, poster);
  }
  document.end();
  return file;
}

function posterTitle(posters: readonly Poster[]): string {
  const [first] = posters;
  if (first === undefined) return "Áp phích khảo sát";
  return posters.length === 1 ? `Áp phích khảo sát: ${first.unitName}` : `Áp phích khảo sát: ${posters.length} điểm`;
}

function registerFonts(document: PDFKit.PDFDocument): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [name, folder] of Object.entries(FONT_FILES)) {
    document.registerFont(name, resolve(`@expo-google-fonts/be-vietnam-pro/${folder}/BeVietnamPro_${folder}.ttf`));
  }
}
