import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin, Tooltip } from "chart.js";
import { formatDecimal, type Language } from "~/i18n/numbers";
import { chartStyle, nameAxis, percentAxis, STILL, tooltipStyle } from "./chart-style";

export interface Bar {
  label: string;
  /** Percent. */
  value: number;
  /** 95 % interval in percent, drawn as a whisker. */
  interval: readonly [low: number, high: number] | null;
}

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Characters of a label in a line, so that long names of factors wrap instead of squeezing the bars. */
const LABEL_WIDTH = 26;

/** Draws bars from 0 to 100 percent onto a canvas, in the colours of the page. @returns how to take the chart down. */
export function drawBars(canvas: HTMLCanvasElement, bars: readonly Bar[]): () => void {
  const style = chartStyle(canvas);
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => wrapped(label, LABEL_WIDTH)),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: style.colour("--series-1"),
          maxBarThickness: 22,
        },
      ],
    },
    options: {
      indexAxis: "y",
      ...STILL,
      scales: { x: percentAxis(style), y: nameAxis(style) },
      plugins: {
        tooltip: {
          ...tooltipStyle(style),
          displayColors: false,
          callbacks: {
            title: ([hovered]) => bars[hovered?.dataIndex ?? -1]?.label ?? "",
            label: ({ dataIndex }) => figureText(bars[dataIndex], style.language),
          },
        },
      },
    },
    plugins: [whiskers(bars, style.ink)],
  });
  return () => chart.destroy();
}

function figureText(bar: Bar | undefined, language: Language): string {
  if (!bar) return "";
  const interval = bar.interval?.map((bound) => formatDecimal(bound, 2, language)).join("–");
  return `${formatDecimal(bar.value, 2, language)}%${interval ? ` (${interval})` : ""}`;
}

function whiskers(bars: readonly Bar[], colour: string): Plugin<"bar"> {
  return {
    id: "whiskers",
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const scale = scales.x;
      if (!scale) return;
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      chart.getDatasetMeta(0).data.forEach(({ y }, index) => {
        const interval = bars[index]?.interval;
        if (!interval) return;
        const [low, high] = interval.map((bound) => scale.getPixelForValue(bound)) as [number, number];
        ctx.moveTo(low, y);
        ctx.lineTo(high, y);
        for (const end of [low, high]) {
          ctx.moveTo(end, y - 5);
          ctx.lineTo(end, y + 5);
        }
      });
      ctx.stroke();
      ctx.restore();
    },
  };
}

function wrapped(label: string, width: number): string[] {
  const lines = [""];
  for (const word of label.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
