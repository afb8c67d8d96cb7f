import { ChartCanvas } from "./chart-canvas";
import type { Bar } from "./draw-bars";

const loadBars = () => import("./draw-bars").then((loaded) => loaded.drawBars);

/** Horizontal bars of per cent with their intervals, over the table that holds the same figures. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  if (bars.length === 0) return null;
  return <ChartCanvas label={label} size={sizeOf(bars.length)} load={loadBars} drawn={bars} />;
}

function sizeOf(count: number) {
  if (count <= 3) return "few";
  return count > 10 ? "many" : "some";
}
