import { Chart, LinearScale, type Plugin, PointElement, ScatterController, Tooltip } from "chart.js";
import { formatDecimal, formatShare } from "~/i18n/numbers";
import type { Quadrant } from "~/statistics/importance-performance";
import { type ChartStyle, chartStyle, STILL, tooltipStyle } from "./chart-style";

/** Factors by importance and performance, and where the map is cut. */
export interface DriverMap {
  points: readonly { code: string; label: string; importance: number; performance: number }[];
  importance: number;
  performance: number;
  axes: { importance: string; performance: string };
  /** What to do about the factors of each quarter. */
  quadrants: Readonly<Record<Quadrant, string>>;
}

Chart.register(LinearScale, PointElement, ScatterController, Tooltip);

/** Draws the factors as named points with the two cuts through their means. @returns how to take the chart down. */
export function drawDriverMap(canvas: HTMLCanvasElement, map: DriverMap): () => void {
  const style = chartStyle(canvas);
  const { ink, line, font, language } = style;
  const axis = (text: string) => ({
    title: { display: true, text, color: ink, font },
    border: { color: line },
    grid: { display: false },
    ticks: { color: ink, font },
    grace: "15%" as const,
  });
  const chart = new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: map.points.map(({ importance, performance }) => ({ x: performance, y: importance * 100 })),
          backgroundColor: style.colour("--series-1"),
          pointRadius: 6,
          pointHoverRadius: 7,
        },
      ],
    },
    options: {
      ...STILL,
      locale: language === "vi" ? "vi-VN" : "en",
      layout: { padding: { right: 24, top: 12 } },
      scales: { x: axis(map.axes.performance), y: axis(map.axes.importance) },
      plugins: {
        tooltip: {
          ...tooltipStyle(style),
          displayColors: false,
          callbacks: {
            label: ({ dataIndex }) => {
              const point = map.points[dataIndex];
              if (!point) return "";
              return `${point.code}. ${point.label}: ${formatShare(point.importance, 1, language)}; ${formatDecimal(point.performance, 2, language)}`;
            },
          },
        },
      },
    },
    plugins: [namesAndCuts(map, style)],
  });
  return () => chart.destroy();
}

function namesAndCuts(map: DriverMap, { colour, ink, font }: ChartStyle): Plugin<"scatter"> {
  return {
    id: "names-and-cuts",
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = colour("--edge");
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      const [across, down] = [x.getPixelForValue(map.performance), y.getPixelForValue(map.importance * 100)];
      ctx.moveTo(across, chartArea.top);
      ctx.lineTo(across, chartArea.bottom);
      ctx.moveTo(chartArea.left, down);
      ctx.lineTo(chartArea.right, down);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.fillStyle = colour("--ink-soft");
      ctx.font = `${font.size}px ${font.family}`;
      const { quadrants } = map;
      for (const [text, textAlign, textBaseline] of [
        [quadrants.improve, "left", "top"],
        [quadrants.keep, "right", "top"],
        [quadrants["low-priority"], "left", "bottom"],
        [quadrants.maintain, "right", "bottom"],
      ] as const) {
        Object.assign(ctx, { textAlign, textBaseline });
        ctx.fillText(
          text,
          textAlign === "left" ? chartArea.left + 8 : chartArea.right,
          textBaseline === "top" ? chartArea.top : chartArea.bottom - 6,
        );
      }
      Object.assign(ctx, { textAlign: "left", textBaseline: "alphabetic" });
      ctx.fillStyle = ink;
      ctx.font = `600 ${font.size}px ${font.family}`;
      for (const point of map.points) {
        ctx.fillText(
          point.code,
          x.getPixelForValue(point.performance) + 9,
          y.getPixelForValue(point.importance * 100) - 7,
        );
      }
      ctx.restore();
    },
  };
}
