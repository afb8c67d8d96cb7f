import { searchable } from "~/i18n/searchable";
import { inTreeOrder } from "./tree-order";

interface BrowsableUnit {
  id: number;
  key: string;
  code: string;
  name: string;
  parentId: number | null;
}

/** Most units that are listed; a longer list says so and asks for letters of the name. */
export const MOST_LISTED = 200;

export interface BrowsedUnits<U> {
  /** From the top of what the viewer sees down to the unit looked at. */
  path: U[];
  /** The units below it, or those found. */
  listed: (U & { children: number })[];
  /** How many there are in all, listed or not. */
  found: number;
}

/** One level of the tree under a unit, or the units whose name or code contains what was typed; in the tree's order. */
export function browseUnits<U extends BrowsableUnit>(
  given: readonly U[],
  { under, search }: { under: string | null; search: string },
): BrowsedUnits<U> {
  const units = inTreeOrder(given, ({ id, parentId, name, code }) => ({
    ...{ key: String(id), parentKey: parentId === null ? null : String(parentId) },
    ...{ name, code },
  }));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const childCount = new Map<number, number>();
  for (const { parentId } of units)
    if (parentId !== null) childCount.set(parentId, (childCount.get(parentId) ?? 0) + 1);
  const withCount = (unit: U) => ({ ...unit, children: childCount.get(unit.id) ?? 0 });
  const wanted = searchable(search);
  if (wanted !== "") {
    const found = units.filter((unit) => searchable(`${unit.name} ${unit.code}`).includes(wanted));
    return { path: [], listed: found.slice(0, MOST_LISTED).map(withCount), found: found.length };
  }
  const tops = units.filter((unit) => unit.parentId === null || !byId.has(unit.parentId));
  // A single top, such as the province itself, is looked into at once.
  const current = units.find((unit) => unit.key === under) ?? (tops.length === 1 ? tops[0] : null) ?? null;
  const listed = current ? units.filter((unit) => unit.parentId === current.id) : tops;
  const path: U[] = [];
  for (let step = current; step; step = (step.parentId !== null && byId.get(step.parentId)) || null) path.unshift(step);
  return { path, listed: listed.slice(0, MOST_LISTED).map(withCount), found: listed.length };
}
