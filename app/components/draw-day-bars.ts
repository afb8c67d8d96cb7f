import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Draws counts as upright bars onto a canvas, in the colours of the page. @returns how to take the chart down. */
export function drawDayBars(canvas: HTMLCanvasElement, bars: readonly { label: string; value: number }[]): () => void {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: style.fontFamily, size: 12 };
  const [ink, line] = [colour("--ink"), colour("--line")];
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [{ data: bars.map(({ value }) => value), backgroundColor: colour("--series-1"), maxBarThickness: 22 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { border: { color: line }, grid: { display: false }, ticks: { color: ink, font, maxRotation: 0 } },
        y: {
          min: 0,
          border: { display: false },
          grid: { color: line },
          ticks: { color: ink, font, precision: 0, maxTicksLimit: 5 },
        },
      },
      plugins: { tooltip: { bodyFont: font, titleFont: font, displayColors: false } },
    },
  });
  return () => chart.destroy();
}
