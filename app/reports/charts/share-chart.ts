import type { ChartConfiguration, Plugin } from "chart.js";
import type { ChartDrawing } from "../report-document";
import { basics, FONT, font, INK, labelAxis, percentAxis } from "./chart-basics";
import { type LabelledRows, plain } from "./chart-labels";
import { hex, isDark, shadeOf } from "./shades";

type Shares = Extract<ChartDrawing, { kind: "shares" }>;

/** Shares of the levels of a scale, one bar each. @param width that labels take. */
export function shareChart(drawing: Shares, { labels }: LabelledRows, width: number): ChartConfiguration<"bar"> {
  const { rows, levels } = drawing;
  return {
    type: "bar",
    data: {
      labels,
      datasets: levels.map((label, level) => ({
        label: plain(label),
        data: rows.map(({ shares }) => shares[level] ?? 0),
        backgroundColor: hex(shadeOf(level, levels.length)),
        borderColor: "#ffffff",
        borderWidth: 0.8,
        barPercentage: 0.82,
        categoryPercentage: 0.95,
      })),
    },
    options: {
      ...basics(),
      layout: { padding: { right: 18, left: 2, bottom: 2 } },
      scales: {
        x: { ...percentAxis(0), stacked: true },
        y: { ...labelAxis(width), stacked: true },
      },
      plugins: {
        legend: {
          position: "top",
          align: "start",
          labels: { font: font(9.5), color: INK, boxWidth: 12, boxHeight: 12, padding: 8 },
        },
      },
    },
    plugins: [shareTexts(drawing)],
  };
}

/** Least share of a bar in which its text has room. */
const ROOM_FOR_TEXT = 0.08;

function shareTexts({ rows, levels }: Shares): Plugin<"bar"> {
  return {
    id: "share-texts",
    afterDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.font = `400 9.5px "${FONT}"`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      rows.forEach(({ shares, texts }, index) => {
        let before = 0;
        shares.forEach((share, level) => {
          const middle = x.getPixelForValue(before + share / 2);
          before += share;
          if (share < ROOM_FOR_TEXT) return;
          ctx.fillStyle = isDark(shadeOf(level, levels.length)) ? "#ffffff" : INK;
          ctx.fillText(texts[level] ?? "", middle, y.getPixelForValue(index));
        });
      });
      ctx.restore();
    },
  };
}
