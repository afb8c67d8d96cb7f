import type { ChartConfiguration, Plugin } from "chart.js";
import type { ChartDrawing, RangeRow } from "../report-document";
import { basics, FONT, INK, labelAxis, percentAxis } from "./chart-basics";
import type { LabelledRows } from "./chart-labels";

type Ranges = Extract<ChartDrawing, { kind: "ranges" }>;

const BAR = "#9db7d5";
const STRONG_BAR = "#5b82b0";

/** Bars or points with their intervals, one row each. @param width that labels take. */
export function rangeChart(drawing: Ranges, { labels }: LabelledRows, width: number): ChartConfiguration<"bar"> {
  const { rows, style } = drawing;
  const ends = rows.flatMap(({ value, interval }) => (interval ? [...interval] : [value]));
  // A bar's length is its value, so it begins at nothing; points may begin near the lowest.
  const least = style === "bars" ? 0 : Math.max(0, Math.floor(Math.min(...ends, drawing.target?.value ?? 1) * 10) / 10);
  return {
    type: "bar",
    data: {
      labels,
      datasets: [
        {
          data: rows.map(({ value }) => (style === "bars" ? value : 0)),
          backgroundColor: rows.map(({ strong }) => (strong ? STRONG_BAR : BAR)),
          barPercentage: 0.72,
          categoryPercentage: 0.95,
        },
      ],
    },
    options: {
      ...basics(),
      layout: { padding: { top: drawing.target ? 22 : 6, right: 62, left: 2, bottom: 2 } },
      scales: {
        x: percentAxis(least),
        y: labelAxis(width),
      },
      plugins: { legend: { display: false } },
    },
    plugins: [whiskers(drawing)],
  };
}

/** Intervals over the bars, or points with theirs; the value as text at the right; the target as a dashed line. */
function whiskers({ rows, style, target }: Ranges): Plugin<"bar"> {
  return {
    id: "whiskers",
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = INK;
      ctx.fillStyle = INK;
      ctx.textBaseline = "middle";
      if (target) {
        const at = x.getPixelForValue(target.value);
        ctx.setLineDash([5, 3]);
        ctx.lineWidth = 1.2;
        line(ctx, [at, chartArea.top - 4], [at, chartArea.bottom]);
        ctx.setLineDash([]);
        ctx.font = `600 9.5px "${FONT}"`;
        ctx.textAlign = at > (chartArea.left + chartArea.right) / 2 ? "right" : "left";
        ctx.fillText(target.text, at, chartArea.top - 11);
      }
      rows.forEach((row, index) => {
        drawRange(ctx, row, { x: (value) => x.getPixelForValue(value), y: y.getPixelForValue(index), style });
        ctx.font = `${row.strong ? 600 : 400} 9.5px "${FONT}"`;
        ctx.textAlign = "left";
        ctx.fillText(row.text, chartArea.right + 8, y.getPixelForValue(index));
      });
      ctx.restore();
    },
  };
}

type Context = Pick<
  CanvasRenderingContext2D,
  "beginPath" | "moveTo" | "lineTo" | "stroke" | "arc" | "fill" | "lineWidth"
>;

function drawRange(
  ctx: Context,
  { value, interval }: RangeRow,
  { x, y, style }: { x: (value: number) => number; y: number; style: "bars" | "points" },
): void {
  const cap = 4;
  ctx.lineWidth = 1.3;
  if (interval) {
    const [lower, upper] = [x(interval[0]), x(interval[1])];
    line(ctx, [lower, y], [upper, y]);
    line(ctx, [lower, y - cap], [lower, y + cap]);
    line(ctx, [upper, y - cap], [upper, y + cap]);
  }
  if (style === "bars") return;
  ctx.beginPath();
  ctx.arc(x(value), y, 3.2, 0, 2 * Math.PI);
  ctx.fill();
}

function line(ctx: Context, from: [number, number], to: [number, number]): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
