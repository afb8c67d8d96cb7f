import { createCanvas } from "@napi-rs/canvas";
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from "chart.js";
import { FONT, LABEL_SIZE } from "./charts/chart-basics";
import { labelledRows } from "./charts/chart-labels";
import { flatPng } from "./charts/flat-png";
import { registerPlatformFont } from "./charts/platform-font.server";
import { rangeChart } from "./charts/range-chart";
import { shareChart } from "./charts/share-chart";
import type { ChartDrawing } from "./report-document";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend);

/** Sizes are pixels of CSS, 96 to the inch: the width of an upright page's text. */
const WIDTH = 604;
/** Room under the rows for the axis, over them for the target's name; over shares, for the legend. */
const AROUND = { ranges: 62, shares: 70 } as const;
/** Part of the width that labels take, and what of it stays empty beside them. */
const LABELS = { ranges: 0.42, shares: 0.5 } as const;
const BESIDE = 12;

export interface DrawnChart {
  png: Buffer;
  /** Size on paper, in pixels of which 96 make an inch. */
  width: number;
  height: number;
}

/** One for all charts, drawn one at a time: its pixels lie outside what the collector knows of, and a thousand would pile up. */
const canvas = createCanvas(WIDTH, 1);

/** A chart as an image for print. The same chart gives the same bytes. */
export async function drawChart(drawing: ChartDrawing): Promise<DrawnChart> {
  registerPlatformFont();
  const { kind, rows } = drawing;
  const labelWidth = WIDTH * LABELS[kind];
  const context = canvas.getContext("2d");
  context.font = `400 ${LABEL_SIZE}px "${FONT}"`;
  const labelled = labelledRows(
    rows.map(({ label }) => label),
    labelWidth - BESIDE,
    (text) => context.measureText(text).width,
  );
  const height = Math.round(rows.length * labelled.rowHeight + AROUND[kind]);
  canvas.width = WIDTH;
  canvas.height = height;
  const config =
    drawing.kind === "ranges" ? rangeChart(drawing, labelled, labelWidth) : shareChart(drawing, labelled, labelWidth);
  // To chart.js a canvas is the browser's; of that one it uses what this one has.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, config);
  // Paper, laid beneath: chart.js draws on glass.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const png = flatPng(canvas.data(), canvas.width, canvas.height);
  chart.destroy();
  return { png, width: WIDTH, height };
}
