import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin, Tooltip } from "chart.js";
import { chartStyle, figureAxis, nameAxis, STILL, tooltipStyle } from "./chart-style";

/** A unit with its rank and the ranks that it may as well have. */
export interface RankRange {
  label: string;
  rank: number;
  interval: readonly [best: number, worst: number];
}

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Draws each unit's range of ranks as a bar with its rank as a point, the first rank at the left. @returns how to take the chart down. */
export function drawRankRanges(canvas: HTMLCanvasElement, ranges: readonly RankRange[]): () => void {
  const style = chartStyle(canvas);
  const places = figureAxis(style);
  // One rank in so many is written under the axis.
  const step = Math.max(1, Math.ceil(ranges.length / 12));
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: ranges.map(({ label }) => label),
      datasets: [
        {
          data: ranges.map(({ interval: [best, worst] }) => [best - 0.35, worst + 0.35] as [number, number]),
          backgroundColor: style.colour("--level-high-1"),
          maxBarThickness: 16,
        },
      ],
    },
    options: {
      indexAxis: "y",
      ...STILL,
      scales: {
        x: {
          ...places,
          min: 0.5,
          max: ranges.length + 0.5,
          ticks: { ...places.ticks, stepSize: step, callback: (value) => (Number.isInteger(value) ? value : null) },
          afterBuildTicks: (axis) => {
            axis.ticks = ranges.flatMap((_, at) => (at % step === 0 ? [{ value: at + 1 }] : []));
          },
        },
        y: nameAxis(style),
      },
      plugins: {
        tooltip: {
          ...tooltipStyle(style),
          displayColors: false,
          callbacks: {
            label: ({ dataIndex }) => {
              const range = ranges[dataIndex];
              return range ? `${range.rank} (${range.interval.join("–")})` : "";
            },
          },
        },
      },
    },
    plugins: [rankPoints(ranges, style.ink)],
  });
  return () => chart.destroy();
}

function rankPoints(ranges: readonly RankRange[], colour: string): Plugin<"bar"> {
  return {
    id: "rank-points",
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const scale = scales.x;
      if (!scale) return;
      ctx.save();
      ctx.fillStyle = colour;
      chart.getDatasetMeta(0).data.forEach(({ y }, index) => {
        ctx.beginPath();
        ctx.arc(scale.getPixelForValue(ranges[index]?.rank ?? 0), y, 4, 0, 2 * Math.PI);
        ctx.fill();
      });
      ctx.restore();
    },
  };
}
