/**
 * A group of persons within a unit: for each way of telling them apart the position of their value, from 1; 0 takes all
 * of them together.
 */
export type Cell = readonly number[];

/** One way of telling persons apart. Every person has exactly one value. */
export interface SplitDimension {
  /** How many values there are. */
  values: number;
  /** Of the dimension and of its values in the order of their numbers, for whoever remembers what was told. */
  name?: string;
  names?: readonly unknown[];
  /** Least persons with a value who may be told; the unit minimum where absent. */
  least?: ((value: number) => number) | undefined;
  /**
   * What another page does with the persons of a unit with a value, where it has them: then it stays so here. `counted`:
   * it withholds their figures and tells how many they are.
   */
  elsewhere?: ((unit: string, value: number) => "told" | "counted" | "withheld" | null) | undefined;
}

/** The place of a cell in the counts of a unit. */
export function cellNumber(dimensions: readonly Pick<SplitDimension, "values">[], cell: Cell): number {
  return dimensions.reduce((sum, { values }, at) => sum * (values + 1) + (cell[at] ?? 0), 0);
}

/** How many cells the counts of a unit have, those that take values together included. */
export function cellsOf(dimensions: readonly Pick<SplitDimension, "values">[]): number {
  return dimensions.reduce((product, { values }) => product * (values + 1), 1);
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

/** Every cell of some of the dimensions, the others taken together. */
export function cellsOfUse(dimensions: readonly Pick<SplitDimension, "values">[], used: readonly number[]): Cell[] {
  let cells: Cell[] = [dimensions.map(() => 0)];
  for (const dimension of used)
    cells = cells.flatMap((cell) => [
      cell,
      ...valuesOf(dimensions, dimension).map((value) => cell.with(dimension, value)),
    ]);
  return cells;
}

/** The values of a dimension. */
export function valuesOf(dimensions: readonly Pick<SplitDimension, "values">[], dimension: number): number[] {
  return Array.from({ length: dimensions[dimension]?.values ?? 0 }, (_, at) => at + 1);
}
