import { useEffect, useRef, useState } from "react";
import { useText } from "~/i18n/use-text";
import type { drawDayBars } from "./draw-day-bars";

/** Below this width thirty bars are needles, and the table alone is shown. */
const ROOM_FOR_BARS = "(min-width: 40rem)";

/** Counts day by day as upright bars over their table, which is the content: nothing stands here where no script runs. */
export function DayBars({ label, bars }: { label: string; bars: readonly { label: string; value: number }[] }) {
  const { office } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [draw, setDraw] = useState<typeof drawDayBars | null>(null);
  useEffect(() => {
    if (!matchMedia(ROOM_FOR_BARS).matches) return;
    let wanted = true;
    import("./draw-day-bars").then((loaded) => wanted && setDraw(() => loaded.drawDayBars), console.error);
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(() => {
    if (!draw || !canvas.current) return;
    return draw(canvas.current, bars);
  }, [draw, bars]);
  return (
    <div className="chart" hidden={draw === null}>
      <div className="chart-canvas bars-few">
        <canvas ref={canvas} role="img" aria-label={office.chartLabel(label)} />
      </div>
    </div>
  );
}
