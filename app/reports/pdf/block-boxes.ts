import type { Block, ReportChart } from "../report-document";
import { type Box, mm, type Tag, type Typesetter } from "./box";
import { type ChartImage, chartBoxes } from "./chart-boxes";
import { tableBoxes } from "./table-boxes";
import { setText, textBoxes } from "./text-boxes";

/** The part of a page that text stands in. */
export interface Frame {
  width: number;
  height: number;
  charts: ReadonlyMap<ReportChart, ChartImage>;
}

/** Type of the body, and the indent of first lines, which list items and headings share. */
const BODY = { font: "Regular", size: 14, align: "justify", leading: 1.15 } as const;
const FIRST_LINE = mm(12.7);
const AFTER = 6;
const HEADING_BEFORE = { 1: 12, 2: 6, 3: 6 } as const;
const REMARK = { font: "Italic", size: 14, align: "justify" } as const;
const REMARK_PADDING = 4.5;

/** A block of a report as boxes; `keepNext` where it must not be parted from what follows. */
export function blockBoxes(block: Block, frame: Frame, parent: Tag, set: Typesetter, keepNext = false): Box[] {
  const place = { width: frame.width, firstLine: FIRST_LINE };
  switch (block.kind) {
    case "heading": {
      const { level, text } = block;
      return textBoxes(setText(text, { ...BODY, font: "Bold", align: "left", leading: 1 }, place, set), {
        tag: { type: `H${level}`, parent },
        before: HEADING_BEFORE[level],
        after: AFTER,
        keepNext: true,
        bookmark: { title: text, level },
      });
    }
    case "paragraph": {
      const look = block.italics ? ({ ...BODY, font: "Italic" } as const) : BODY;
      return textBoxes(setText(block.text, look, place, set), { tag: { type: "P", parent }, after: AFTER, keepNext });
    }
    case "list": {
      const list: Tag = { type: "L", parent };
      return block.items.flatMap((item) => {
        const tag: Tag = { type: "LBody", parent: { type: "LI", parent: list } };
        return textBoxes(setText(`- ${item}`, BODY, place, set), { tag, after: AFTER });
      });
    }
    case "table":
      return tableBoxes(block.table, frame, parent, set);
    case "chart": {
      const image = frame.charts.get(block.chart);
      if (!image) throw new Error(`no image of “${block.chart.caption}”`);
      return chartBoxes(block.chart, image, frame.width, parent, set);
    }
    case "author-remark":
      return [remarkBox(block.text, frame.width, { type: "P", parent }, set, keepNext)];
  }
}

/** Set apart by a frame and a light ground, so that nobody signs a report with a place left open. */
function remarkBox(text: string, width: number, tag: Tag, set: Typesetter, keepNext: boolean): Box {
  const lines = setText(text, REMARK, { width: width - 2 * REMARK_PADDING }, set);
  const height = lines.height + 2 * REMARK_PADDING;
  return {
    height,
    before: 3,
    after: AFTER,
    keepNext,
    draw(pen, left, top) {
      pen.artifact(() => pen.box({ left, top, width, height }, { fill: "#F5F5F5", stroke: "#7F7F7F", dashed: true }));
      pen.tagged(tag, () => lines.draw(pen, left + REMARK_PADDING, top + REMARK_PADDING));
    },
  };
}
