import type { AdditiveRelation } from "~/statistics/group-sizes";
import { ALL_UNITS } from "./measure-groups";
import { protectCrossed, protectNumbers } from "./protect-splits";
import { type Cell, cellNumber, cellsOfUse, type SplitDimension, valuesOf } from "./split-cells";
import { type SplitMemory, type ToldCell, tableName } from "./split-memory";
import { addTree, type SplitUnit, treeOf } from "./split-tree";

export interface SplitInput {
  units: readonly SplitUnit[];
  dimensions: readonly SplitDimension[];
  /** Persons of every unit by cell (`cellNumber`), those of the units below it included; and of all units together (`*`). */
  counts: ReadonlyMap<string, Float64Array>;
  /** Units that are withheld whatever their parts are. */
  withheld: ReadonlySet<string>;
  /** Units whose number of persons is published, even where their figures are withheld. */
  counted: ReadonlySet<string>;
  /** Cells of all dimensions that are withheld for another reason than their size, and the name of that reason. */
  forced?: ((unit: string, cell: Cell) => boolean) | undefined;
  forcedBy?: string | undefined;
  minimums: { cell: number; unit: number };
  /** What was told of these ways of telling persons apart before; nothing where absent. */
  memory?: SplitMemory | undefined;
}

/** Whether the persons of a cell in a unit must not be told. */
export type IsHidden = (unit: string, cell: Cell) => boolean;

/**
 * Which cells of units × values must not be told, where the tree of units, the values of every dimension and all of them
 * together add up: groups below the minimum, those of units that are withheld, and whatever subtraction needs besides
 * (complementarySuppression). Of several dimensions first each alone, then two at a time and so on (lineSuppression): what
 * the coarser tables tell is known, what they withhold stays withheld, and the finer one gives way. The same whatever part
 * of a table a view shows.
 */
export function splitMasks(input: SplitInput): IsHidden {
  const known = new Map<string, IsHidden>();
  const all = input.dimensions.map((_, position) => position);
  return masksOf(input, all, known);
}

function masksOf(input: SplitInput, used: readonly number[], known: Map<string, IsHidden>): IsHidden {
  const key = used.join();
  const found = known.get(key);
  if (found) return found;
  const facets = used.map((left) => {
    const others = used.filter((one) => one !== left);
    return { left, isHidden: others.length === 0 ? null : masksOf(input, others, known) };
  });
  const hides = solve(input, used, facets);
  known.set(key, hides);
  return hides;
}

interface Facet {
  /** The dimension that it takes together. */
  left: number;
  isHidden: IsHidden | null;
}

function solve(input: SplitInput, used: readonly number[], facets: readonly Facet[]): IsHidden {
  const { units, withheld, minimums } = input;
  const cells = cellsOfUse(input.dimensions, used);
  const at = new Map(cells.map((cell, layer) => [cellNumber(input.dimensions, cell), layer]));
  const layerOf = (cell: Cell) => at.get(cellNumber(input.dimensions, cell)) as number;
  const nodes = [ALL_UNITS, ...units.map(({ key }) => key)];
  const sizes = nodes.flatMap((unit) => layerSizes(input, cells, unit));
  const positions = new Map(nodes.map((unit, position) => [unit, position]));
  const idOf = (unit: string, layer: number) => (positions.get(unit) ?? 0) * cells.length + layer;
  const relations: AdditiveRelation[] = [];
  const hidden = new Set<number>();
  const tree = treeOf(units);
  const own = addTree({ tree, oneWay: used.length === 1, layers: cells.length, idOf, sizes, relations, hidden });
  // That the values of a branch add up follows from those of its units and of its own persons: left out, the system of
  // one dimension is a network.
  const whole = nodes.filter((unit) => used.length > 1 || !tree.has(unit));
  const rows = [...whole.map((unit) => cells.map((_, layer) => idOf(unit, layer))), ...(used.length > 1 ? [] : own)];
  for (const [layer, cell] of cells.entries()) {
    for (const dimension of used) {
      if (cell[dimension] !== 0) continue;
      const values = valuesOf(input.dimensions, dimension).map((value) => layerOf(cell.with(dimension, value)));
      for (const row of rows) {
        const total = row[layer];
        if (total !== undefined) relations.push({ total, parts: values.flatMap((value) => row[value] ?? []) });
      }
    }
  }
  const [primary, told, counted] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const unit of nodes) {
    for (const [layer, cell] of cells.entries()) {
      const id = idOf(unit, layer);
      if ((sizes[id] ?? 0) === 0) {
        // Nobody is no secret; a coarser table says so already. Of a unit that is withheld nothing says so.
        if (withheld.has(unit) && layer > 0) hidden.add(id);
        else if (used.some((dimension) => cell[dimension] === 0)) told.add(id);
        continue;
      }
      const state = withheld.has(unit) ? "withheld" : stateOf(input, used, facets, unit, cell, sizes[id] ?? 0);
      if (state === "told") told.add(id);
      if (state !== "withheld") continue;
      primary.add(id);
      if (isCounted(input, unit, cell)) counted.add(id);
    }
  }
  // A unit's own persons with a value stand nowhere, and follow from what is told of it and of the units below.
  for (const ids of used.length === 1 ? own : []) {
    for (const [layer, cell] of cells.entries()) {
      const id = ids[layer] ?? -1;
      if (layer > 0 && (sizes[id] ?? 0) > 0 && (sizes[id] ?? 0) < leastOf(input, used, cell)) primary.add(id);
    }
  }
  const table = tableName(
    used.map((dimension) => input.dimensions[dimension]?.name ?? String(dimension)),
    used.length === input.dimensions.length ? (input.forcedBy ?? null) : null,
  );
  const names = cells.map((cell) => used.map((dimension) => valueName(input, dimension, cell)).join("/"));
  const inputs = [
    units.map(({ key, parentKey }) => [key, parentKey]),
    nodes,
    names,
    sizes,
    [...hidden],
    [...primary],
    [...told],
    [...counted],
    minimums,
  ];
  const recalled = input.memory?.recall(table, inputs);
  const same = recalled && "same" in recalled ? recalled.same : null;
  if (same) return (unit, cell) => positions.has(unit) && (same(unit, names[layerOf(cell)] ?? "")?.isHidden ?? true);
  const last = recalled && "last" in recalled ? recalled.last : null;
  const lastOf = (unit: string, layer: number) => last?.(unit, names[layer] ?? "") ?? null;
  const shared = { sizes, relations, hidden, primary, minimum: minimums.cell };
  const since = sinceLast(
    sizes,
    nodes.flatMap((unit) => cells.map((_, layer) => lastOf(unit, layer))),
  );
  const all = { ...shared, ...since };
  const masked = used.length === 1 ? protectNumbers(all, told, counted) : protectCrossed(all, told, used.length);
  const isHidden = (unit: string, id: number) => withheld.has(unit) || masked.has(id);
  input.memory?.keep(table, inputs, {
    ...{ units: nodes, cells: names },
    told: nodes.flatMap((unit) =>
      cells.map((_, layer) => {
        const id = idOf(unit, layer);
        const hides = isHidden(unit, id);
        return { isHidden: hides, least: hides ? (lastOf(unit, layer)?.least ?? 0) : (sizes[id] ?? 0) };
      }),
    ),
  });
  return (unit, cell) => {
    const id = idOf(unit, layerOf(cell));
    return positions.has(unit) && isHidden(unit, id);
  };
}

/**
 * What the last tellings of a table leave open in the next: a group that was told has no fewer persons now, since responses
 * only come in; one that was withheld is withheld before any other.
 */
function sinceLast(
  sizes: readonly number[],
  last: readonly (ToldCell | null)[],
): { rooms: number[]; before: ReadonlySet<number> } {
  // Excluded responses can make a group smaller than it was: then nothing follows from what it was.
  const least = sizes.map((size, id) => ((last[id]?.least ?? 0) <= size ? (last[id]?.least ?? 0) : 0));
  return {
    rooms: sizes.map((size, id) => size - (least[id] ?? 0)),
    before: new Set(last.flatMap((one, id) => (one?.isHidden ? id : []))),
  };
}

/** Whether another page tells how many the persons of a cell are: of a unit, or of one value. */
function isCounted({ dimensions, counted }: SplitInput, unit: string, cell: Cell): boolean {
  const [first, ...others] = cell.flatMap((value, dimension) => (value === 0 ? [] : dimension));
  if (first === undefined) return counted.has(unit);
  const state = others.length === 0 ? dimensions[first]?.elsewhere?.(unit, cell[first] ?? 0) : null;
  return state === "told" || state === "counted";
}

/** Whether a cell is settled before the finest table is looked at; null: it may be told or withheld. */
function stateOf(
  input: SplitInput,
  used: readonly number[],
  facets: readonly Facet[],
  unit: string,
  cell: Cell,
  size: number,
): "told" | "withheld" | null {
  const { dimensions, forced } = input;
  const open = used.filter((dimension) => cell[dimension] === 0);
  if (open.length > 0) {
    // A coarser cell: some facet holds it, and has settled it.
    const facet = facets.find(({ left }) => left === open[0]);
    return facet?.isHidden?.(unit, cell) ? "withheld" : "told";
  }
  // Whoever is part of a withheld group stays withheld: periods may tell the sum of withheld months.
  if (facets.some(({ left, isHidden }) => isHidden?.(unit, cell.with(left, 0)))) return "withheld";
  if (size < leastOf(input, used, cell) || (used.length === dimensions.length && forced?.(unit, cell)))
    return "withheld";
  const [only] = used;
  if (used.length > 1 || only === undefined) return null;
  const state = dimensions[only]?.elsewhere?.(unit, cell[only] ?? 0) ?? null;
  return state === "counted" ? "withheld" : state;
}

/** Name of the value that a cell has in a dimension: numbers may be other ones when a value is new. */
function valueName({ dimensions }: SplitInput, dimension: number, cell: Cell): string {
  const value = cell[dimension] ?? 0;
  return value === 0 ? "*" : String(dimensions[dimension]?.names?.[value - 1] ?? value);
}

/** Least persons who may be told with the values of a cell. */
function leastOf({ dimensions, minimums }: SplitInput, used: readonly number[], cell: Cell): number {
  return Math.max(...used.map((dimension) => dimensions[dimension]?.least?.(cell[dimension] ?? 0) ?? minimums.unit));
}

function layerSizes({ dimensions, counts }: SplitInput, cells: readonly Cell[], unit: string): number[] {
  const own = counts.get(unit);
  return cells.map((cell) => own?.[cellNumber(dimensions, cell)] ?? 0);
}
