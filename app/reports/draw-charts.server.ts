import { type DrawnChart, drawChart } from "./draw-chart.server";
import type { ReportChart, ReportDocument } from "./report-document";

/** The images of a document's charts, each with the number that sets it apart in the file. */
export type DrawnCharts = ReadonlyMap<ReportChart, DrawnChart & { id: number }>;

/** Draws every chart of a document before it is written, one after another: images are large. */
export async function drawCharts({ body, annexes }: ReportDocument): Promise<DrawnCharts> {
  const charts = new Map<ReportChart, DrawnChart & { id: number }>();
  for (const block of [...body, ...annexes.flatMap((annex) => annex.body)]) {
    if (block.kind !== "chart") continue;
    charts.set(block.chart, { ...(await drawChart(block.chart.drawing)), id: charts.size + 1 });
  }
  return charts;
}
