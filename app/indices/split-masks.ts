import { complementarySuppression, type SuppressionInput } from "~/statistics/complementary-suppression";
import type { AdditiveRelation } from "~/statistics/group-sizes";
import { lineSuppression } from "~/statistics/line-suppression";
import { ALL_UNITS } from "./measure-groups";

/** A unit as masks need it: where it stands in the tree of results. */
interface Node {
  key: string;
  parentKey: string | null;
}

/**
 * A group of persons within a unit: for each way of telling them apart the position of their value, from 1; 0 takes all
 * of them together.
 */
export type Cell = readonly number[];

/** One way of telling persons apart. Every person has exactly one value. */
export interface SplitDimension {
  /** How many values there are. */
  values: number;
  /** Least persons with a value who may be told; the unit minimum where absent. */
  least?: ((value: number) => number) | undefined;
  /**
   * What another page does with the persons of a unit with a value, where it has them: then it stays so here. `counted`:
   * it withholds their figures and tells how many they are.
   */
  elsewhere?: ((unit: string, value: number) => "told" | "counted" | "withheld" | null) | undefined;
}

export interface SplitInput {
  units: readonly Node[];
  dimensions: readonly SplitDimension[];
  /** Persons of every unit by cell (`cellNumber`), those of the units below it included; and of all units together (`*`). */
  counts: ReadonlyMap<string, Float64Array>;
  /** Units that are withheld whatever their parts are. */
  withheld: ReadonlySet<string>;
  /** Units whose number of persons is published, even where their figures are withheld. */
  counted: ReadonlySet<string>;
  /** Cells of all dimensions that are withheld for another reason than their size. */
  forced?: ((unit: string, cell: Cell) => boolean) | undefined;
  minimums: { cell: number; unit: number };
}

/** Work at most on a table of three dimensions or more: about a second; a survey of a few units needs less. */
const CROSSED_WORK = 3_000_000;

/** Whether the persons of a cell in a unit must not be told. */
export type IsHidden = (unit: string, cell: Cell) => boolean;

/** The place of a cell in the counts of a unit. */
export function cellNumber(dimensions: readonly Pick<SplitDimension, "values">[], cell: Cell): number {
  return dimensions.reduce((sum, { values }, at) => sum * (values + 1) + (cell[at] ?? 0), 0);
}

/** How many cells the counts of a unit have, those that take values together included. */
export function cellsOf(dimensions: readonly Pick<SplitDimension, "values">[]): number {
  return dimensions.reduce((product, { values }) => product * (values + 1), 1);
}

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
  const cells = cellsOfUse(input, used);
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
      const values = valuesOf(input, dimension).map((value) => layerOf(cell.with(dimension, value)));
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
  const shared = { sizes, relations, hidden, primary, minimum: minimums.cell };
  const masked = used.length === 1 ? protectNumbers(shared, told, counted) : protectCrossed(shared, told, used.length);
  return (unit, cell) => {
    const id = idOf(unit, layerOf(cell));
    return positions.has(unit) && (withheld.has(unit) || masked.has(id));
  };
}

/**
 * First so that the figures of no withheld group follow: numbers of withheld groups are then as good as unknown, since their
 * figures are. Then so that no number below the minimum follows, where some of those numbers stand published all the same.
 */
function protectNumbers(
  input: Omit<SuppressionInput, "fixed"> & { hidden: ReadonlySet<number> },
  told: ReadonlySet<number>,
  counted: ReadonlySet<number>,
): Set<number> {
  const masked = complementarySuppression({ ...input, fixed: told });
  if (counted.size === 0) return masked;
  const unknown = [...masked].filter((id) => !counted.has(id));
  const isSmall = (id: number) => (input.sizes[id] ?? 0) < input.minimum;
  const more = complementarySuppression({
    ...input,
    primary: unknown.filter(isSmall),
    hidden: new Set([...input.hidden, ...unknown.filter((id) => !isSmall(id))]),
    fixed: new Set([...told, ...counted]),
  });
  return new Set([...masked, ...more]);
}

/**
 * What crossing values must not tell, coarser tables being told. Two at a time: that no line gives a cell away. More at a time
 * tell so much that lines are not enough (three tables together may leave a cell little room): each masked cell is shown to
 * have room, or gets it; where that is too much work, as with many units, nothing of the crossing is told.
 */
function protectCrossed(
  input: Omit<SuppressionInput, "fixed"> & { hidden: ReadonlySet<number> },
  told: ReadonlySet<number>,
  dimensions: number,
): Set<number> {
  const masked = lineSuppression({ ...input, told });
  if (dimensions < 3) return masked;
  return complementarySuppression({ ...input, primary: masked, fixed: told, workLimit: CROSSED_WORK });
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

/** Least persons who may be told with the values of a cell. */
function leastOf({ dimensions, minimums }: SplitInput, used: readonly number[], cell: Cell): number {
  return Math.max(...used.map((dimension) => dimensions[dimension]?.least?.(cell[dimension] ?? 0) ?? minimums.unit));
}

/** Every cell of some of the dimensions, the others taken together. */
function cellsOfUse(input: SplitInput, used: readonly number[]): Cell[] {
  let cells: Cell[] = [input.dimensions.map(() => 0)];
  for (const dimension of used)
    cells = cells.flatMap((cell) => [cell, ...valuesOf(input, dimension).map((value) => cell.with(dimension, value))]);
  return cells;
}

function valuesOf({ dimensions }: SplitInput, dimension: number): number[] {
  return Array.from({ length: dimensions[dimension]?.values ?? 0 }, (_, at) => at + 1);
}

function layerSizes({ dimensions, counts }: SplitInput, cells: readonly Cell[], unit: string): number[] {
  const own = counts.get(unit);
  return cells.map((cell) => own?.[cellNumber(dimensions, cell)] ?? 0);
}

/** Adds one person to every cell that holds them: those of their own values, and those that take values together. */
export function countPerson(counts: Float64Array, dimensions: readonly SplitDimension[], values: Cell): void {
  const add = (at: number, number: number): void => {
    const dimension = dimensions[at];
    if (!dimension) {
      counts[number] = (counts[number] ?? 0) + 1;
      return;
    }
    const first = number * (dimension.values + 1);
    add(at + 1, first);
    add(at + 1, first + (values[at] ?? 0));
  };
  add(0, 0);
}

/** Units right below every unit, and below all of them together (`*`). */
function treeOf(units: readonly Node[]): Map<string, string[]> {
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
function addTree(input: {
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
