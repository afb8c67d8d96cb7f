import { ChartCanvas } from "./chart-canvas";

const loadDayBars = () => import("./draw-day-bars").then((loaded) => loaded.drawDayBars);

/** Counts day by day as upright bars over their table. */
export function DayBars({ label, bars }: { label: string; bars: readonly { label: string; value: number }[] }) {
  return <ChartCanvas label={label} size="few" load={loadDayBars} drawn={bars} />;
}
