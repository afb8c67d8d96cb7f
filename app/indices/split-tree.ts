import type { AdditiveRelation } from "~/statistics/group-sizes";
import { ALL_UNITS } from "./measure-groups";

/** A unit as masks need it: where it stands in the tree of results. */
export interface SplitUnit {
  key: string;
  parentKey: string | null;
}

/** Units right below every unit, and below all of them together (`*`). */
export function treeOf(units: readonly SplitUnit[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const known = new Set(units.map(({ key }) => key));
  for (const { key, parentKey } of units) {
    const parent = parentKey !== null && known.has(parentKey) ? parentKey : ALL_UNITS;
    children.set(parent, [...(children.get(parent) ?? []), key]);
  }
  return children;
}

/**
 * Children add up to their parent in every layer; what they leave, the parent's own persons, stands nowhere.
 * @returns numbers of those own groups by layer, for every parent that has such persons.
 */
export function addTree(input: {
  tree: ReadonlyMap<string, readonly string[]>;
  /** Whether one dimension alone is told apart. */
  oneWay: boolean;
  layers: number;
  idOf: (unit: string, layer: number) => number;
  sizes: number[];
  relations: AdditiveRelation[];
  hidden: Set<number>;
}): number[][] {
  const { tree, oneWay, layers, idOf, sizes, relations, hidden } = input;
  const owns: number[][] = [];
  for (const [parent, keys] of tree) {
    const own: number[] = [];
    for (let layer = 0; layer < layers; layer++) {
      const parts = keys.map((key) => idOf(key, layer));
      const total = idOf(parent, layer);
      const left = (sizes[total] ?? 0) - parts.reduce((sum, part) => sum + (sizes[part] ?? 0), 0);
      // Where it has own persons at all, nothing says with which values it has none.
      if (left > 0 || (own[0] !== undefined && oneWay)) {
        const id = sizes.push(left) - 1;
        own[layer] = id;
        hidden.add(id);
        parts.push(id);
      }
      relations.push({ total, parts });
    }
    if (own.length > 0) owns.push(own);
  }
  return owns;
}
