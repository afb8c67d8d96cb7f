import { SIMULATED_MARK } from "~/i18n/names";
import { MARGINS, PAPER } from "../page-layout";
import { mm, type Pen, type Typesetter } from "./box";
import type { PlacedBox } from "./paginate";
import { drawAgain } from "./pen.server";
import { setText } from "./text-boxes";

export interface DrawnSection {
  landscape: boolean;
  label: string | null;
  simulated: boolean;
  pages: readonly (readonly PlacedBox[])[];
}

/** Adds the pages of a section: mark of simulated figures, page number, boxes, and their bookmarks. */
export function drawSection(document: PDFKit.PDFDocument, pen: Pen, set: Typesetter, section: DrawnSection): void {
  const { landscape, label, simulated, pages } = section;
  const [width, height] = landscape ? [PAPER.height, PAPER.width] : [PAPER.width, PAPER.height];
  const bookmark = bookmarks(document);
  for (const [index, boxes] of pages.entries()) {
    document.addPage({ size: [mm(width), mm(height)], margin: 0 });
    pen.artifact(() => {
      if (simulated) watermark(document, mm(width) / 2, mm(height) / 2);
      const header = headerText(index + 1, label, simulated);
      const look = { font: "Regular", size: 13, align: "center" } as const;
      setText(header, look, { width: mm(width - MARGINS.left - MARGINS.right) }, set).draw(
        pen,
        mm(MARGINS.left),
        mm(MARGINS.header),
      );
    });
    for (const { box, top, again } of boxes) {
      const [left, y] = [mm(MARGINS.left), mm(MARGINS.top) + top];
      if (box.bookmark) bookmark(box.bookmark);
      if (again) drawAgain(box, pen, left, y);
      else box.draw(pen, left, y);
    }
  }
}

/** Page number in the middle of the top margin, not on the first page; an annex names itself before it. */
function headerText(page: number, label: string | null, simulated: boolean): string {
  const number = page === 1 ? [] : [...(label === null ? [] : [label]), String(page)];
  return [...number, ...(simulated ? [SIMULATED_MARK] : [])].join("\u00A0\u00A0\u00A0·\u00A0\u00A0\u00A0");
}

/** Length of the mark across a page. */
const WATERMARK = 460;

function watermark(document: PDFKit.PDFDocument, x: number, y: number): void {
  const length = document.font("Bold").fontSize(1).widthOfString(SIMULATED_MARK);
  const size = WATERMARK / length;
  document.save();
  document
    .rotate(-45, { origin: [x, y] })
    .fillColor("#E6E6E6")
    .fontSize(size);
  document.text(SIMULATED_MARK, x - WATERMARK / 2, y + size / 3, { lineBreak: false, baseline: "alphabetic" });
  document.restore();
}

type Outline = PDFKit.PDFOutline;

/** Adds bookmarks under the last one of a level above theirs. */
function bookmarks(document: PDFKit.PDFDocument): (entry: { title: string; level: number }) => void {
  const open: { level: number; item: Outline }[] = [];
  return ({ title, level }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? document.outline;
    open.push({ level, item: parent.addItem(title) });
  };
}
