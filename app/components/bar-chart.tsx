import { useEffect, useRef, useState } from "react";
import { useText } from "~/i18n/use-text";
import type { Bar, drawBars } from "./draw-bars";

interface BarChartProps {
  label: string;
  bars: readonly Bar[];
}

/** Below this width a bar has no room beside the words that name it, and the table alone is shown. */
const ROOM_FOR_BARS = "(min-width: 40rem)";

/**
 * Horizontal bars with their intervals. The table beside it is the content: the chart appears once scripts have loaded
 * it, leaves no gap where none run, and does not come to phones.
 */
export function BarChart({ label, bars }: BarChartProps) {
  const { office } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [draw, setDraw] = useState<typeof drawBars | null>(null);
  useEffect(() => {
    const room = matchMedia(ROOM_FOR_BARS);
    let wanted = true;
    const load = () => {
      if (!room.matches) return;
      import("./draw-bars").then((loaded) => wanted && setDraw(() => loaded.drawBars), console.error);
    };
    load();
    room.addEventListener("change", load);
    return () => {
      wanted = false;
      room.removeEventListener("change", load);
    };
  }, []);
  useEffect(() => {
    if (!draw || !canvas.current || bars.length === 0) return;
    return draw(canvas.current, bars);
  }, [draw, bars]);
  if (bars.length === 0) return null;
  return (
    <div className="chart" hidden={draw === null}>
      <div className={`chart-canvas ${sizeOf(bars.length)}`}>
        <canvas ref={canvas} role="img" aria-label={office.chartLabel(label)} />
      </div>
    </div>
  );
}

function sizeOf(count: number): string {
  if (count <= 3) return "bars-few";
  return count > 10 ? "bars-many" : "";
}
