import { createCanvas } from "@napi-rs/canvas";
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from "chart.js";
import { flatPng } from "./charts/flat-png";
import { registerPlatformFont } from "./charts/platform-font.server";
import { rangeChart } from "./charts/range-chart";
import { shareChart } from "./charts/share-chart";
import type { ChartDrawing } from "./report-document";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend);

/** Sizes are pixels of CSS, 96 to the inch: the width of an upright page's text. */
const WIDTH = 604;
/** Room under the rows for the axis, over them for the target's name. */
const AROUND = 62;
const LEGEND = 34;

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
  const legend = drawing.kind === "shares" ? LEGEND : 0;
  const height = Math.round(drawing.rows.length * rowHeightOf(drawing) + AROUND + legend);
  canvas.width = WIDTH;
  canvas.height = height;
  const config = drawing.kind === "ranges" ? rangeChart(drawing, WIDTH) : shareChart(drawing, WIDTH);
  // To chart.js a canvas is the browser's; of that one it uses what this one has.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, config);
  const context = canvas.getContext("2d");
  // Paper, laid beneath: chart.js draws on glass.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const png = flatPng(canvas.data(), canvas.width, canvas.height);
  chart.destroy();
  return { png, width: WIDTH, height };
}

function rowHeightOf({ rows }: ChartDrawing): number {
  if (rows.length > 26) return 22;
  return rows.length > 14 ? 27 : 34;
}
