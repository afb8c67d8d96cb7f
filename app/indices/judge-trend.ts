import type { LinkedItem } from "~/questionnaires/linked-items";
import { breaksBetween, type Ground } from "./break-markers";
import { differenceOf, judgeTogether } from "./compare-rows";
import type { MeasureRow } from "./result";
import type { Trend, TrendPoint } from "./trend";

/** Figures of one survey of a series before it is set against the one before it, with the ground they stand on. */
export interface MeasuredPoint {
  point: Omit<TrendPoint, "breaks" | "change" | "pooled"> & {
    /** The survey's own overall figure theo quy mô, where it is of the same items and units as the pooled one. */
    sized: MeasureRow | null;
  };
  ground: Ground;
}

/**
 * Differences between neighbours, judged together: of the overall rate in one family, of the items in another. Overall
 * figures theo quy mô stand first where every survey has one, as they do among the results of each.
 */
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
  const isSized = measured.every(({ point }) => point.sized !== null);
  const headlines = measured.map(({ point }) => (isSized ? point.sized : point.overall));
  const overall = judgeTogether(headlines.map((row, at) => differenceOf(row, headlines[at - 1], "rate")));
  const [last, before] = [measured.at(-1)?.point, measured.at(-2)?.point];
  const ofItems = judgeTogether(
    rest.common.map(({ code }) => differenceOf(last?.items[code], before?.items[code], "rate")),
  );
  return {
    isSized,
    points: measured.map(({ point: { sized: _sized, ...point }, ground }, at) => {
      const earlier = measured[at - 1];
      const breaks = earlier ? breaksBetween(earlier.ground, ground) : [];
      const figures = { overall: headlines[at] ?? null, pooled: isSized ? point.overall : null };
      return { ...point, ...figures, breaks, change: overall[at] ?? null };
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
