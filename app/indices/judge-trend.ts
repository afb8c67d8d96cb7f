import type { LinkedItem } from "~/questionnaires/linked-items";
import { breaksBetween, type Ground } from "./break-markers";
import { differenceOf, judgeTogether } from "./compare-rows";
import type { Trend, TrendPoint } from "./trend";

/** Figures of one survey of a series before it is set against the one before it, with the ground they stand on. */
export interface MeasuredPoint {
  point: Omit<TrendPoint, "breaks" | "change">;
  ground: Ground;
}

/** Differences between neighbours, judged together: of the overall rate in one family, of the items in another. */
export function judgeTrend(
  measured: readonly MeasuredPoint[],
  rest: {
    common: readonly { code: string; text: { vi: string } }[];
    series: readonly { links: readonly LinkedItem[] }[];
    unlinked: string[];
    choices: Trend["choices"];
    unit: { key: string; name: string } | null;
    units: Trend["units"];
  },
): Trend {
  const overall = judgeTogether(
    measured.map(({ point }, at) => differenceOf(point.overall, measured[at - 1]?.point.overall, "rate")),
  );
  const [last, before] = [measured.at(-1)?.point, measured.at(-2)?.point];
  const ofItems = judgeTogether(
    rest.common.map(({ code }) => differenceOf(last?.items[code], before?.items[code], "rate")),
  );
  return {
    points: measured.map(({ point, ground }, at) => {
      const earlier = measured[at - 1];
      const breaks = earlier ? breaksBetween(earlier.ground, ground) : [];
      return { ...point, breaks, change: overall[at] ?? null };
    }),
    items: rest.common.map(({ code, text }, at) => ({
      ...{ code, text: text.vi, change: ofItems[at] ?? null },
      reworded: rest.series.some(({ links }) => links.some((link) => link.to === code && link.reworded)),
    })),
    unlinked: rest.unlinked,
    choices: rest.choices,
    unit: rest.unit && { key: rest.unit.key, name: rest.unit.name },
    units: rest.units,
  };
}
