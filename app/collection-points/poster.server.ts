import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { PosterLayout } from "./poster-layouts";
import type { Poster } from "./poster-parts.server";
import { drawSheet } from "./poster-sheet.server";
import { drawTent } from "./poster-tent.server";
import { type Document, FONT_FILES, posterText } from "./poster-text.server";

export type { Poster } from "./poster-parts.server";

const DRAW: Readonly<Record<PosterLayout, { size: "A4" | "A5"; draw: (document: Document, poster: Poster) => void }>> =
  {
    a4: { size: "A4", draw: (document, poster) => drawSheet(document, poster, 1) },
    a5: { size: "A5", draw: (document, poster) => drawSheet(document, poster, Math.SQRT1_2) },
    "table-tent": { size: "A4", draw: drawTent },
  };

/** Bytes that may wait for a slow reader before drawing pauses. */
const MOST_WAITING = 1024 * 1024;
/** A break between looks at a reader that is behind. */
const PAUSE_MS = 20;

export interface PostersOptions {
  layout: PosterLayout;
  /** ISO day that dates the file, so that the same posters give the same bytes. */
  day: string;
  /** Told after each page how many there are. */
  onPage?: (pages: number) => void;
}

/**
 * One page for each poster, in one PDF with the font embedded, as a stream. Between two pages other work of the process
 * gets its turn, so that citizens' pages are served meanwhile. A stream that is destroyed ends the drawing.
 */
export function streamPosters(posters: readonly Poster[], { layout, day, onPage }: PostersOptions): Document {
  const { size, draw } = DRAW[layout];
  const document = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    lang: "vi-VN",
    displayTitle: true,
    info: { Title: posterTitle(posters), Author: "Hài Lòng", CreationDate: new Date(`${day}T00:00:00Z`) },
  });
  registerFonts(document);
  const work = async () => {
    for (const [index, poster] of posters.entries()) {
      if (stateOf(document).destroyed) return;
      document.addPage();
      draw(document, cleaned(poster));
      onPage?.(index + 1);
      await setImmediate();
      while (stateOf(document).readableLength > MOST_WAITING && !stateOf(document).destroyed) await sleep(PAUSE_MS);
    }
    document.end();
  };
  work().catch((error: unknown) => stateOf(document).destroy(error as Error));
  return document;
}

function cleaned(poster: Poster): Poster {
  const { province, unitName, pointLabel } = poster;
  const [title, name, label] = [province, unitName, pointLabel].map(posterText);
  return { ...poster, province: title ?? "", unitName: name ?? "", pointLabel: label ?? "" };
}

function posterTitle(posters: readonly Poster[]): string {
  const [first] = posters;
  if (first === undefined) return "Áp phích khảo sát";
  return posters.length === 1 ? `Áp phích khảo sát: ${first.unitName}` : `Áp phích khảo sát: ${posters.length} điểm`;
}

/** Makes the letters of posters known to a document. */
export function registerFonts(document: Document): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [name, folder] of Object.entries(FONT_FILES)) {
    document.registerFont(name, resolve(`@expo-google-fonts/be-vietnam-pro/${folder}/BeVietnamPro_${folder}.ttf`));
  }
}

/** The same, whole and in memory: for a few posters. */
export function writePosters(posters: readonly Poster[], options: PostersOptions): Promise<Buffer> {
  return buffer(streamPosters(posters, options));
}

/** A document is a readable stream, of which its types say only a part. */
function stateOf(document: Document): Readable {
  return document as unknown as Readable;
}
