import { useEffect, useRef, useState } from "react";
import { useText } from "~/i18n/use-text";

type Draw<Drawn> = (canvas: HTMLCanvasElement, drawn: Drawn) => () => void;

/** Below this width a chart has no room beside the words that name its parts, and the table alone is shown. */
const ROOM_FOR_CHARTS = "(min-width: 40rem)";

/**
 * A chart over a table that holds the same figures: it appears once scripts have loaded it, leaves no gap where none run,
 * and does not come to phones.
 * @param props.load imports what draws it; must be the same function at every rendering.
 * @param props.drawn what is drawn; must keep its identity while it is the same.
 */
export function ChartCanvas<Drawn>({
  label,
  size,
  load,
  drawn,
}: {
  label: string;
  size: "few" | "some" | "many" | "square";
  load: () => Promise<Draw<Drawn>>;
  drawn: Drawn;
}) {
  const { office } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [draw, setDraw] = useState<Draw<Drawn> | null>(null);
  useEffect(() => {
    const room = matchMedia(ROOM_FOR_CHARTS);
    let wanted = true;
    const fetchDrawing = () => {
      if (room.matches) load().then((loaded) => wanted && setDraw(() => loaded), console.error);
    };
    fetchDrawing();
    room.addEventListener("change", fetchDrawing);
    return () => {
      wanted = false;
      room.removeEventListener("change", fetchDrawing);
    };
  }, [load]);
  useEffect(() => {
    if (!draw || !canvas.current) return;
    canvas.current.dataset.ground = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return draw(canvas.current, drawn);
  }, [draw, drawn]);
  return (
    <div className="chart" hidden={draw === null}>
      <div className={`chart-canvas bars-${size}`}>
        <canvas ref={canvas} role="img" aria-label={office.chartLabel(label)} />
      </div>
    </div>
  );
}
