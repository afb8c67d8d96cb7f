import { complementarySuppression } from "~/statistics/complementary-suppression";
import type { AdditiveRelation } from "~/statistics/group-sizes";
import type { RowShape } from "./row-shapes";
import type { RowSizes } from "./row-sizes";
import type { GroupSum } from "./withheld-groups";

/** Row `row` of group `group`, as one number. */
export function rowKey(group: number, row: number, rows: number): number {
  return group * rows + row;
}

/**
 * Rows to be masked so that none follows from the others: along the sums over units (an item of all units less the item
 * of every other one) and within a group (the answers of an index less those of its other items). A row is masked with
 * everything in it, so that each round may find more; rounds only ever add, and so end.
 * @param masked rows masked so far, by `rowKey`; what is returned holds them.
 * @param whole groups masked as a whole: their indices tell nothing of their items.
 */
export function protectRows(input: {
  groups: readonly RowSizes[];
  shapes: readonly RowShape[];
  sums: readonly GroupSum[];
  masked: ReadonlySet<number>;
  whole: ReadonlySet<number>;
  minimum: number;
}): Set<number> {
  const { groups, shapes, sums, whole, minimum } = input;
  const masked = new Set(input.masked);
  if (masked.size === 0 || minimum <= 0) return masked;
  const system = rowSystem(groups, shapes, sums, whole);
  for (;;) {
    const primary = system.sizes.flatMap((size, cell) => {
      const row = system.rowOf[cell] ?? -1;
      return size > 0 && (row < 0 ? size < minimum : masked.has(row)) ? cell : [];
    });
    const before = masked.size;
    for (const cell of complementarySuppression({ ...system, primary, minimum })) {
      const row = system.rowOf[cell] ?? -1;
      if (row >= 0) masked.add(row);
    }
    if (masked.size === before) return masked;
  }
}

interface RowSystem {
  sizes: number[];
  relations: AdditiveRelation[];
  hidden: Set<number>;
  /** Row of each size; −1 for what a total holds beyond its parts. */
  rowOf: number[];
}

function rowSystem(
  groups: readonly RowSizes[],
  shapes: readonly RowShape[],
  sums: readonly GroupSum[],
  whole: ReadonlySet<number>,
): RowSystem {
  const system: RowSystem = { sizes: [], relations: [], hidden: new Set(), rowOf: [] };
  const add = (size: number, row: number) => {
    system.rowOf.push(row);
    return system.sizes.push(size) - 1;
  };
  const groupOf = new Map(groups.map(({ unit }, position) => [unit, position]));
  const branches = sums.map(({ total, parts }) => ({
    total: groupOf.get(total) ?? -1,
    parts: parts.flatMap((part) => groupOf.get(part) ?? []),
  }));
  const cells = shapes.map((_, row) =>
    groups.map((group, at) =>
      (group.options.get(row) ?? [group.rowPersons[row] ?? 0]).map((size) => add(size, rowKey(at, row, shapes.length))),
    ),
  );
  for (const ofKind of cells) for (const branch of branches) relateBranch(system, add, ofKind, branch);
  groups.forEach((group, at) => {
    if (whole.has(at)) return;
    const answers = shapes.map(({ parts }, row) =>
      parts.length > 0 ? add(group.rowAnswers[row] ?? 0, rowKey(at, row, shapes.length)) : cells[row]?.[at]?.[0],
    );
    shapes.forEach(({ parts }, row) => {
      const total = answers[row];
      if (parts.length === 0 || total === undefined) return;
      system.relations.push({ total, parts: parts.flatMap((part) => answers[part] ?? []) });
    });
  });
  return system;
}

function relateBranch(
  { sizes, relations, hidden }: RowSystem,
  add: (size: number, row: number) => number,
  ofKind: readonly (readonly number[])[],
  branch: { total: number; parts: readonly number[] },
): void {
  (ofKind[branch.total] ?? []).forEach((total, position) => {
    const parts = branch.parts.flatMap((part) => ofKind[part]?.[position] ?? []);
    const rest = (sizes[total] ?? 0) - parts.reduce((sum, part) => sum + (sizes[part] ?? 0), 0);
    if (rest > 0) {
      const cell = add(rest, -1);
      hidden.add(cell);
      parts.push(cell);
    }
    relations.push({ total, parts });
  });
}
