import type { Box, Pen, Tag } from "./box";

/** What of pdfkit's elements its types leave out. */
interface Element {
  add(child: Element | (() => void)): void;
  dictionary: { data: Record<string, unknown> };
}

/** Writes into a document, which it gives a structure: headings, paragraphs, lists, tables in the order of reading. */
export function createPen(document: PDFKit.PDFDocument): Pen {
  const elements = new Map<Tag, Element>();

  function elementOf(tag: Tag): Element {
    const known = elements.get(tag);
    if (known) return known;
    const element = document.struct(tag.type, tag.alt === undefined ? {} : { alt: tag.alt }) as unknown as Element;
    if (tag.cell) element.dictionary.data.A = { O: "Table", ...tag.cell };
    if (tag.parent) elementOf(tag.parent).add(element);
    else document.addStructure(element as unknown as PDFKit.PDFStructureElement);
    elements.set(tag, element);
    return element;
  }

  return {
    text(text, left, baseline, { font, size }) {
      document.font(font).fontSize(size).text(text, left, baseline, { lineBreak: false, baseline: "alphabetic" });
    },
    line(from, to, width) {
      document.lineWidth(width).moveTo(from.x, from.y).lineTo(to.x, to.y).stroke();
    },
    box({ left, top, width, height }, { fill, stroke, dashed }) {
      document.save();
      if (fill) document.rect(left, top, width, height).fill(fill);
      if (stroke) {
        document.lineWidth(0.5).strokeColor(stroke);
        if (dashed) document.dash(3, { space: 2 });
        document.rect(left, top, width, height).stroke();
      }
      document.restore();
    },
    picture(image, { left, top, width, height }) {
      document.image(image, left, top, { width, height });
    },
    tagged(tag, draw) {
      elementOf(tag).add(draw);
    },
    artifact(draw) {
      document.markContent("Artifact");
      draw();
      document.endMarkedContent();
    },
  };
}

/** Draws a box once more, as an ornament of its page: what is read aloud is its first drawing. */
export function drawAgain(box: Box, pen: Pen, left: number, top: number): void {
  const plain: Pen = { ...pen, tagged: (_tag, draw) => draw(), artifact: (draw) => draw() };
  pen.artifact(() => box.draw(plain, left, top));
}
