import { searchable } from "~/i18n/searchable";
import type { MonitoredUnit } from "./fieldwork-monitor";

export const MONITOR_SORTS = ["name", "target", "received", "reached", "held", "week", "last", "silent"] as const;
export type MonitorSort = (typeof MONITOR_SORTS)[number];

export interface MonitorOrder {
  sort: MonitorSort;
  descending: boolean;
  /** Part of a unit's name, marks aside; empty: all. */
  search: string;
}

/** The order and the filter that an address asks for; what it does not know is left aside. */
export function readMonitorOrder(parameters: URLSearchParams): MonitorOrder {
  const given = parameters.get("sort") ?? "";
  const sort = MONITOR_SORTS.find((one) => one === given.replace(/^-/, "")) ?? "name";
  return { sort, descending: given.startsWith("-"), search: (parameters.get("q") ?? "").slice(0, 100) };
}

/** Units of the name searched for in the order asked for; what is not told stands last either way. */
export function orderMonitoredUnits(units: readonly MonitoredUnit[], order: MonitorOrder): MonitoredUnit[] {
  const wanted = searchable(order.search);
  const found = units.filter(({ name }) => searchable(name).includes(wanted));
  // Units come by name.
  if (order.sort === "name") return order.descending ? found.reverse() : found;
  const keyed = found.map((unit) => ({ unit, key: keyOf(unit, order.sort) }));
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const ascending = one < other ? -1 : Number(one > other);
    return order.descending ? -ascending : ascending;
  });
  return keyed.map(({ unit }) => unit);
}

function keyOf(unit: MonitoredUnit, sort: MonitorSort): number | string | null {
  switch (sort) {
    case "name":
      return unit.name;
    case "target":
      return unit.target;
    case "received":
      return unit.received;
    case "reached":
      return unit.reached;
    case "held":
      return unit.heldShare;
    case "week":
      return unit.lastWeek;
    case "last":
      return unit.lastDay;
    case "silent":
      return unit.silentPoints.length;
  }
}
