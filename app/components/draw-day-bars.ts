import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { chartStyle, figureAxis, nameAxis, STILL, tooltipStyle } from "./chart-style";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Draws counts as upright bars onto a canvas, in the colours of the page. @returns how to take the chart down. */
export function drawDayBars(canvas: HTMLCanvasElement, bars: readonly { label: string; value: number }[]): () => void {
  const style = chartStyle(canvas, { size: 12 });
  const [days, counts] = [nameAxis(style), figureAxis(style)];
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [
        { data: bars.map(({ value }) => value), backgroundColor: style.colour("--series-1"), maxBarThickness: 22 },
      ],
    },
    options: {
      ...STILL,
      scales: {
        x: { ...days, ticks: { ...days.ticks, autoSkip: true, maxRotation: 0 } },
        y: { ...counts, min: 0, ticks: { ...counts.ticks, precision: 0, maxTicksLimit: 5 } },
      },
      plugins: { tooltip: { ...tooltipStyle(style), displayColors: false } },
    },
  });
  return () => chart.destroy();
}
