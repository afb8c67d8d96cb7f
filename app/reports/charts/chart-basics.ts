/** Letters come from a file of the platform's own, or another machine's fonts would give other bytes. */
export const FONT = "Be Vietnam Pro for charts";
export const INK = "#1a1a1a";
/** Of the labels of rows, in pixels. */
export const LABEL_SIZE = 10;

export const font = (size: number, weight: "normal" | "bold" = "normal") => ({ family: FONT, size, weight });

/** Printed sharpness; sizes are given in pixels of which 96 make an inch. */
const DOTS_PER_INCH = 300;

export function basics() {
  return {
    indexAxis: "y" as const,
    animation: false as const,
    responsive: false,
    maintainAspectRatio: false,
    devicePixelRatio: DOTS_PER_INCH / 96,
    events: [],
    locale: "vi",
  };
}

export function percentAxis(min: number) {
  return {
    min,
    max: 1,
    grid: { color: "#d9d9d9", lineWidth: 0.6 },
    border: { color: INK },
    ticks: {
      font: font(9.5),
      color: INK,
      stepSize: min >= 0.6 ? 0.05 : min >= 0.3 ? 0.1 : 0.2,
      callback: (value: number | string) => `${Math.round(Number(value) * 100)}%`,
    },
  };
}

export function labelAxis(width: number) {
  return {
    grid: { display: false },
    border: { color: INK },
    ticks: { font: font(LABEL_SIZE), color: INK, autoSkip: false, crossAlign: "far" as const },
    afterFit: (axis: { width: number }) => {
      axis.width = width;
    },
  };
}
