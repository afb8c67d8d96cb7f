import { complementarySuppression } from "~/statistics/complementary-suppression";
import type { AdditiveRelation } from "~/statistics/group-sizes";
import { ALL_UNITS } from "./measure-groups";

/** A unit as masks need it: where it stands in the tree of results. */
interface Node {
  key: string;
  parentKey: string | null;
}

export interface SplitInput<V> {
  units: readonly Node[];
  /** Persons of every unit by their value, those of the units below it included; and of all units together (`*`). */
  counts: ReadonlyMap<string, ReadonlyMap<V, number>>;
  /** Units that are withheld whatever their parts are. */
  withheld: ReadonlySet<string>;
  /** Cells that are withheld for another reason than their size. */
  forced?: (unit: string, value: V) => boolean;
  minimums: { cell: number; unit: number };
}

/**
 * Which cells of units × values must not be told, where the tree of units, the values and both together add up:
 * groups below the unit minimum, those of units that are withheld, and whatever subtraction needs besides
 * (complementarySuppression). The same whatever part of the table a view shows.
 */
export function splitMasks<V>({
  units,
  counts,
  withheld,
  forced,
  minimums,
}: SplitInput<V>): (unit: string, value: V) => boolean {
  const values = [...new Set([...counts.values()].flatMap((own) => [...own.keys()]))];
  const layers: (V | typeof WHOLE)[] = [WHOLE, ...values];
  const sizes: number[] = [];
  const at = new Map<string, number>();
  const nodes = [ALL_UNITS, ...units.map(({ key }) => key)];
  const idOf = (unit: string, layer: number) => at.get(`${layer}/${unit}`) as number;
  for (const unit of nodes) {
    const own = counts.get(unit) ?? new Map<V, number>();
    layers.forEach((value, layer) => {
      const whole = [...own.values()].reduce((sum, count) => sum + count, 0);
      at.set(`${layer}/${unit}`, sizes.push(value === WHOLE ? whole : (own.get(value as V) ?? 0)) - 1);
    });
  }
  const relations: AdditiveRelation[] = nodes.map((unit) => ({
    total: idOf(unit, 0),
    parts: values.map((_, layer) => idOf(unit, layer + 1)),
  }));
  const hidden = new Set<number>();
  addTree({ units, layers: layers.length, idOf, sizes, relations, hidden });
  const primary = new Set<number>();
  for (const unit of nodes) {
    layers.forEach((value, layer) => {
      const cell = idOf(unit, layer);
      const size = sizes[cell] ?? 0;
      const small = value !== WHOLE && size < minimums.unit;
      if (size > 0 && (small || withheld.has(unit) || (value !== WHOLE && forced?.(unit, value as V))))
        primary.add(cell);
    });
  }
  // The results page tells the persons of every other unit.
  const fixed = new Set(nodes.flatMap((unit) => (withheld.has(unit) ? [] : idOf(unit, 0))));
  const masked = complementarySuppression({ sizes, relations, hidden, primary, fixed, minimum: minimums.cell });
  return (unit, value) => {
    const layer = values.indexOf(value);
    return layer >= 0 && masked.has(idOf(unit, layer + 1));
  };
}

const WHOLE = Symbol("all values");

/** Children add up to their parent in every layer; what they leave, the parent's own persons, stands nowhere. */
function addTree(tree: {
  units: readonly Node[];
  layers: number;
  idOf: (unit: string, layer: number) => number;
  sizes: number[];
  relations: AdditiveRelation[];
  hidden: Set<number>;
}): void {
  const { units, layers, idOf, sizes, relations, hidden } = tree;
  const children = new Map<string, string[]>();
  const known = new Set(units.map(({ key }) => key));
  for (const { key, parentKey } of units) {
    const parent = parentKey !== null && known.has(parentKey) ? parentKey : ALL_UNITS;
    children.set(parent, [...(children.get(parent) ?? []), key]);
  }
  for (const [parent, keys] of children) {
    for (let layer = 0; layer < layers; layer++) {
      const parts = keys.map((key) => idOf(key, layer));
      const total = idOf(parent, layer);
      const left = (sizes[total] ?? 0) - parts.reduce((sum, part) => sum + (sizes[part] ?? 0), 0);
      if (left > 0) {
        const own = sizes.push(left) - 1;
        hidden.add(own);
        parts.push(own);
      }
      relations.push({ total, parts });
    }
  }
}
