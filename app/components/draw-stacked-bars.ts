import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from "chart.js";
import { formatCount, formatDecimal } from "~/i18n/numbers";
import { chartStyle, nameAxis, percentAxis, STILL, tooltipStyle } from "./chart-style";

/** Bars of 100 per cent, each divided among the same named parts. */
export interface StackedBars {
  parts: readonly string[];
  /** Per bar its label and how many persons fall to each part. */
  bars: readonly { label: string; counts: readonly number[] }[];
}

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

/** From the lowest level to the highest: ochre to teal over grey, which people who see no red or green tell apart. */
const COLOURS = ["--level-low-2", "--level-low-1", "--level-middle", "--level-high-1", "--level-high-2"];

/** Draws the parts side by side in each bar, in the colours of the page. @returns how to take the chart down. */
export function drawStackedBars(canvas: HTMLCanvasElement, { parts, bars }: StackedBars): () => void {
  const style = chartStyle(canvas);
  const { colour, ink, font, language } = style;
  const bases = bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => label),
      datasets: parts.map((part, at) => ({
        label: part,
        data: bars.map(({ counts }, bar) => (100 * (counts[at] ?? 0)) / (bases[bar] || 1)),
        backgroundColor: colour(colourOfPart(at, parts.length)),
        borderColor: colour("--paper"),
        borderWidth: 1,
        maxBarThickness: 20,
      })),
    },
    options: {
      indexAxis: "y",
      ...STILL,
      scales: {
        x: { ...percentAxis(style), stacked: true },
        y: { ...nameAxis(style), stacked: true },
      },
      plugins: {
        legend: { position: "bottom", labels: { color: ink, font, boxWidth: 14 } },
        tooltip: {
          ...tooltipStyle(style),
          callbacks: {
            label: ({ datasetIndex, dataIndex, parsed }) =>
              `${parts[datasetIndex] ?? ""}: ${formatDecimal(parsed.x ?? 0, 1, language)}% (${formatCount(bars[dataIndex]?.counts[datasetIndex] ?? 0, language)})`,
          },
        },
      },
    },
  });
  return () => chart.destroy();
}

/** Fewer than five levels take the outer colours first; more share them out. */
function colourOfPart(at: number, parts: number): string {
  const place = parts === 1 ? 4 : Math.round((at * (COLOURS.length - 1)) / (parts - 1));
  return COLOURS[place] ?? "--level-middle";
}
