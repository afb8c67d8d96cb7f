/** What was told of a group of a table. */
export interface ToldCell {
  isHidden: boolean;
  /** How many persons it was last told to have: it has no fewer now. 0 where it never was told. */
  least: number;
}

/** What was told of a table of units × cells, by name, in the order of units and then of cells. */
export interface ToldTable {
  units: readonly string[];
  cells: readonly string[];
  told: readonly ToldCell[];
}

/** Looks up what was told of a group; null: the table had no such group. */
export type ToldOf = (unit: string, cell: string) => ToldCell | null;

/**
 * What tables of units × values told last, each by the ways in which it tells persons apart (`table`): kept so that a table of
 * the same numbers is told the same, and one of other numbers gives away less beside the last.
 */
export interface SplitMemory {
  /** What was told from the same inputs, or what was told last from others. */
  recall(table: string, inputs: unknown): { same: ToldOf } | { last: ToldOf | null };
  keep(table: string, inputs: unknown, told: ToldTable): void;
}

/** Looks groups of a table up. */
export function toldOfTable({ units, cells, told }: ToldTable): ToldOf {
  const rows = new Map(units.map((unit, at) => [unit, at * cells.length]));
  const layers = new Map(cells.map((cell, at) => [cell, at]));
  return (unit, cell) => {
    const [row, layer] = [rows.get(unit), layers.get(cell)];
    return row === undefined || layer === undefined ? null : (told[row + layer] ?? null);
  };
}

/** Names of the table of some ways of telling persons apart and of all coarser ones, as `splitMasks` asks for them. */
export function tablesOf(ways: readonly string[], forcedBy: string | null): string[] {
  const some: string[][] = [[]];
  for (const way of ways) some.push(...some.map((set) => [...set, way]));
  return some.flatMap((set) => (set.length === 0 ? [] : tableName(set, set.length === ways.length ? forcedBy : null)));
}

/** @param forcedBy for what other reason than their size groups of it are withheld. */
export function tableName(ways: readonly string[], forcedBy: string | null): string {
  return forcedBy === null ? ways.join("+") : `${ways.join("+")}/${forcedBy}`;
}
