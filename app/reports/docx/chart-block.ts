import { AlignmentType, type FileChild, ImageRun, Paragraph } from "docx";
import type { DrawnCharts } from "../draw-charts.server";
import { printable } from "../printable";
import type { ReportChart } from "../report-document";
import { captionRuns } from "./captions";

/** A chart in the line with its words for whoever does not see it, and its caption beneath it on the same page. */
export function chartBlock(chart: ReportChart, charts: DrawnCharts, pageBreakBefore: boolean): FileChild[] {
  const drawn = charts.get(chart);
  if (!drawn) throw new Error(`no image of “${chart.caption}”`);
  const { png, width, height, id } = drawn;
  const image = new ImageRun({
    ...{ type: "png", data: png, transformation: { width, height } },
    // The number is given, since one that the library counts itself differs from file to file.
    altText: {
      id: String(id),
      name: `Hình ${id}`,
      title: printable(chart.caption),
      description: printable(chart.alternative),
    },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      pageBreakBefore,
      spacing: { before: 120 },
      children: [image],
    }),
    new Paragraph({ style: "FigureCaption", children: captionRuns(chart.caption) }),
  ];
}
