import type { Language } from "~/i18n/numbers";

/** The page's colours and letters as a chart on it draws with them. */
export interface ChartStyle {
  /** Value of a colour token, as `--series-1`. */
  colour: (token: string) => string;
  ink: string;
  line: string;
  font: { family: string; size: number };
  /** Of the page, for the figures that the chart writes. */
  language: Language;
}

/** Read when the chart is drawn, since the page may be light or dark. */
export function chartStyle(canvas: HTMLCanvasElement, { size = 13 }: { size?: number } = {}): ChartStyle {
  const style = getComputedStyle(canvas);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const language = canvas.closest("[lang]")?.getAttribute("lang") === "en" ? "en" : "vi";
  return { colour, ink: colour("--ink"), line: colour("--line"), font: { family: style.fontFamily, size }, language };
}

/** No movement, and the size of the box around the canvas. */
export const STILL = { animation: false, maintainAspectRatio: false } as const;

/** An axis of figures: lines across the chart, none along it. */
export function figureAxis({ ink, line, font }: ChartStyle) {
  return { border: { display: false }, grid: { color: line }, ticks: { color: ink, font } };
}

/** Of 0 to 100 per cent. */
export function percentAxis(style: ChartStyle) {
  const axis = figureAxis(style);
  const ticks = { ...axis.ticks, maxTicksLimit: 6, callback: (value: string | number) => `${value}%` };
  return { ...axis, min: 0, max: 100, ticks };
}

/** An axis of names, each of which is shown. */
export function nameAxis({ ink, line, font }: ChartStyle) {
  return { border: { color: line }, grid: { display: false }, ticks: { color: ink, font, autoSkip: false } };
}

export function tooltipStyle({ font }: ChartStyle) {
  return { bodyFont: font, titleFont: font };
}
