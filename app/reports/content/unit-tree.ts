import type { ResultUnit } from "~/indices/survey-results";
import { inTreeOrder } from "~/units/tree-order";

/**
 * Units as a report lists them: by name inside their group, never by result, since a league table without intervals of
 * rank misleads (statistics, "Uncertainty").
 */
export interface ListedUnit {
  unit: ResultUnit;
  /** Name with the place behind it where another unit of the list has the same name. */
  name: string;
  /** A node with listed units beneath it: its figures are its units' answers together. */
  group: boolean;
}

/** All units of the list, groups before their units, without the chain of single nodes above the first branching. */
export function listedUnits(units: readonly ResultUnit[]): ListedUnit[] {
  const children = childrenByParent(units);
  const names = nameCounts(units);
  const listed: ListedUnit[] = [];
  const visit = (level: readonly ResultUnit[]) => {
    for (const unit of level) {
      const below = children.get(unit.key) ?? [];
      listed.push({ unit, name: tellApart(unit, names), group: below.length > 0 });
      visit(below);
    }
  };
  visit(firstLevel(units, children));
  return listed;
}

/** Units of the first level that branches: a province with one department and its hospitals gives the hospitals. */
export function firstLevelUnits(units: readonly ResultUnit[]): ListedUnit[] {
  const children = childrenByParent(units);
  const names = nameCounts(units);
  return firstLevel(units, children).map((unit) => ({
    unit,
    name: tellApart(unit, names),
    group: (children.get(unit.key) ?? []).length > 0,
  }));
}

function childrenByParent(units: readonly ResultUnit[]): Map<string | null, ResultUnit[]> {
  const keys = new Set(units.map(({ key }) => key));
  const children = new Map<string | null, ResultUnit[]>();
  for (const unit of inTreeOrder(units, (placed) => placed)) {
    const parent = unit.parentKey !== null && keys.has(unit.parentKey) ? unit.parentKey : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return children;
}

function firstLevel(units: readonly ResultUnit[], children: Map<string | null, ResultUnit[]>): ResultUnit[] {
  let level = children.get(null) ?? [];
  // A cycle cannot arise from a tree, but a loop bounded by the list is safe on any input.
  for (let step = 0; step < units.length; step += 1) {
    const [only] = level;
    const below = only === undefined ? [] : (children.get(only.key) ?? []);
    if (level.length !== 1 || only === undefined || only.surveyed || below.length === 0) break;
    level = below;
  }
  return level;
}

function nameCounts(units: readonly ResultUnit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function tellApart(unit: ResultUnit, names: ReadonlyMap<string, number>): string {
  if ((names.get(unit.name) ?? 0) < 2) return unit.name;
  return unit.place === null ? `${unit.name} (mã ${unit.code})` : `${unit.name} (${unit.place})`;
}
