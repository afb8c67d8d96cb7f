import { complementarySuppression } from "~/statistics/complementary-suppression";
import type { AdditiveRelation } from "~/statistics/group-sizes";
import type { MasksBefore } from "./row-masks";
import type { RowShape } from "./row-shapes";
import type { RowSizes } from "./row-sizes";
import type { GroupSum } from "./withheld-groups";

/** Row `row` of group `group`, as one number. */
export function rowKey(group: number, row: number, rows: number): number {
  return group * rows + row;
}

interface Groups {
  groups: readonly RowSizes[];
  shapes: readonly RowShape[];
  sums: readonly GroupSum[];
  /** Groups masked as a whole: their indices tell nothing of their items. */
  whole: ReadonlySet<number>;
}

/**
 * Rows to be masked so that none follows from the others: along the sums over units (an item of all units less the item
 * of every other one), within a group (the answers of an index less those of its other items), and by what a row cannot
 * exceed (the persons of an item are at most those of its factor). A row is masked with everything in it, so that each
 * round may find more; rounds only ever add, and so end.
 *
 * Groups masked as a whole need no relation within them: moving a part of all persons from one to another, with all their
 * answers, keeps every one of them true, so that each row varies as far as the sums over units let it.
 * @param masked rows masked so far, by `rowKey`; what is returned holds them.
 * @param before what was masked in the last publication: preferred where a row has to be masked with others.
 */
export function protectRows(
  input: Groups & { masked: ReadonlySet<number>; before?: MasksBefore | undefined; minimum: number },
): Set<number> {
  const { groups, shapes, whole, before: last, minimum } = input;
  const masked = new Set(input.masked);
  if (masked.size === 0 || minimum <= 0) return masked;
  const rows = shapes.length;
  for (;;) {
    groups.forEach((_, at) => {
      shapes.forEach(({ besides }, row) => {
        if (besides.some((other) => masked.has(rowKey(at, other, rows)))) masked.add(rowKey(at, row, rows));
      });
    });
    const partial = new Set([...masked].flatMap((key) => (whole.has(Math.floor(key / rows)) ? [] : key % rows)));
    const touched = tiedTo(new Set([...masked].map((key) => key % rows)), shapes);
    const system = rowSystem(input, { touched, partial });
    const primary = system.sizes.flatMap((size, cell) => {
      const row = system.rowOf[cell] ?? -1;
      return size > 0 && (row < 0 ? size < minimum && !system.slack.has(cell) : masked.has(row)) ? cell : [];
    });
    const before = last ? cellsBefore(system, { groups, shapes, last }) : new Set<number>();
    const size = masked.size;
    for (const cell of complementarySuppression({ ...system, primary, before, minimum })) {
      const row = system.rowOf[cell] ?? -1;
      if (row >= 0) masked.add(row);
    }
    if (masked.size === size) return masked;
  }
}

/** The cells of rows that the last publication masked. */
function cellsBefore(
  { rowOf }: RowSystem,
  { groups, shapes, last }: Pick<Groups, "groups" | "shapes"> & { last: MasksBefore },
): Set<number> {
  const rows = shapes.length;
  return new Set(
    rowOf.flatMap((key, cell) => {
      const [group, shape] = [groups[Math.floor(key / rows)], shapes[key % rows]];
      return group && shape && last.isMasked(group.unit, shape) ? cell : [];
    }),
  );
}

/** Rows with all those that relations within a group tie to them, directly or through others. */
function tiedTo(some: ReadonlySet<number>, shapes: readonly RowShape[]): Set<number> {
  const ties = shapes.map((): number[] => []);
  shapes.forEach(({ parts, within, besides }, row) => {
    for (const other of [...parts, ...besides, ...(within === null ? [] : [within])]) {
      ties[row]?.push(other);
      ties[other]?.push(row);
    }
  });
  const tied = new Set(some);
  for (const row of tied) for (const other of ties[row] ?? []) tied.add(other);
  return tied;
}

interface RowSystem {
  sizes: number[];
  relations: AdditiveRelation[];
  hidden: Set<number>;
  /** Of the hidden ones those that say by how much a row stays below the one that holds it. */
  slack: Set<number>;
  /** Row of each size; −1 for what a total holds beyond its parts. */
  rowOf: number[];
}

/**
 * The sizes that masked ones hang together with, and how.
 * @param touched rows masked in some group, with all that relations within a group tie to them: no other row can tell of these.
 * @param partial rows masked in some group that is not masked as a whole: what is within groups matters for these alone.
 */
function rowSystem(
  { groups, shapes, sums, whole }: Groups,
  { touched, partial }: { touched: ReadonlySet<number>; partial: ReadonlySet<number> },
): RowSystem {
  const system: RowSystem = { sizes: [], relations: [], hidden: new Set(), slack: new Set(), rowOf: [] };
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
    touched.has(row)
      ? groups.map((group, at) => {
          const key = rowKey(at, row, shapes.length);
          return (group.options.get(row) ?? [group.rowPersons[row] ?? 0]).map((size) => add(size, key));
        })
      : [],
  );
  for (const ofKind of cells) for (const branch of branches) relateBranch(system, add, ofKind, branch);
  if (partial.size === 0) return system;
  const answers = shapes.map(({ parts }, row) =>
    touched.has(row) && parts.length > 0
      ? groups.map((group, at) => [add(group.rowAnswers[row] ?? 0, rowKey(at, row, shapes.length))])
      : (cells[row] ?? []),
  );
  shapes.forEach(({ parts, within }, row) => {
    if (!touched.has(row)) return;
    if (parts.length > 0) for (const branch of branches) relateBranch(system, add, answers[row] ?? [], branch);
    groups.forEach((_, at) => {
      const total = answers[row]?.[at]?.[0];
      if (parts.length > 0 && total !== undefined && !whole.has(at))
        system.relations.push({ total, parts: parts.flatMap((part) => answers[part]?.[at]?.[0] ?? []) });
      if (within !== null && partial.has(row)) limit(system, add, cells[row]?.[at]?.[0], cells[within]?.[at]?.[0]);
    });
  });
  return system;
}

/** A size that is at most another: together with a third, which nobody sees, it is that other. */
function limit(
  system: RowSystem,
  add: (size: number, row: number) => number,
  less: number | undefined,
  more: number | undefined,
): void {
  if (less === undefined || more === undefined) return;
  const slack = add(Math.max(0, (system.sizes[more] ?? 0) - (system.sizes[less] ?? 0)), -1);
  system.hidden.add(slack);
  system.slack.add(slack);
  system.relations.push({ total: more, parts: [less, slack] });
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
