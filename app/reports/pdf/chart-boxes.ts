import type { ReportChart } from "../report-document";
import type { Box, Tag, Typesetter } from "./box";
import { setText, textBoxes } from "./text-boxes";

/** An image of a chart, its size in pixels of which 96 make an inch. */
export interface ChartImage {
  png: Buffer;
  width: number;
  height: number;
}

const POINTS_PER_PIXEL = 72 / 96;
const CAPTION = { font: "Bold", size: 13, align: "center" } as const;

/** A chart with its words for whoever does not see it, and its caption beneath it on the same page. */
export function chartBoxes(chart: ReportChart, image: ChartImage, width: number, parent: Tag, set: Typesetter): Box[] {
  const scale = Math.min(POINTS_PER_PIXEL, width / image.width);
  const [wide, height] = [image.width * scale, image.height * scale];
  const tag: Tag = { type: "Figure", parent, alt: set.clean(chart.alternative) };
  const picture: Box = {
    height,
    before: 6,
    keepNext: true,
    draw(pen, left, top) {
      pen.tagged(tag, () => pen.picture(image.png, { left: left + (width - wide) / 2, top, width: wide, height }));
    },
  };
  const caption = textBoxes(setText(chart.caption, CAPTION, { width }, set), {
    tag: { type: "Caption", parent },
    before: 2,
    after: 8,
  });
  return [picture, ...caption];
}
