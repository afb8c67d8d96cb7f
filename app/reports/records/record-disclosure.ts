import { RECORDS_AT_ONCE, type Steps } from "./steps";

/** What somebody who knows a person may recognise the person by. */
export interface IdentifyingVariable {
  code: string;
  /** Per record a number for its value; 0 stands for no answer, which says nothing. */
  values: Int32Array;
}

export interface ProtectedRecords {
  /** Whether the value of a variable (by position) is to be left out of a record. */
  isSuppressed: (record: number, variable: number) => boolean;
  /** Records with the same group and the same values have the same number, from 0, after suppression. */
  classOf: (record: number) => number;
  /** Fewest records that are alike in all variables within their group. */
  smallest: number;
  /** Values left out, by variable. */
  cells: number[];
}

/**
 * k-anonymity by local suppression (Sweeney 2002; Hundepool et al. 2012, section 3.6): within each group (a unit) every
 * record shares the values of all variables jointly with k − 1 others. Records that do not lose the value of the variable
 * with the most different values, then of the next, until they do; those alike only in having no value left take the
 * smallest other class of their group with them where they are fewer than k. A group of fewer than k records cannot be
 * protected: the caller merges such groups first.
 */
export function* protectRecords({
  groups,
  variables,
  k,
}: {
  groups: Int32Array;
  variables: readonly IdentifyingVariable[];
  k: number;
}): Steps<ProtectedRecords> {
  const columns = variables.map(({ values }) => values);
  const { classes: ofRecord, firsts, sizes } = yield* classify(groups, columns);
  const groupOf = Int32Array.from(firsts, (record) => groups[record] ?? 0);
  const before = columns.map((values) => Int32Array.from(firsts, (record) => values[record] ?? 0));
  const after = before.map((values) => values.slice());
  for (const position of mostDifferentFirst(before)) {
    const { classes, weights } = yield* weigh(groupOf, after, sizes);
    for (const [at, own] of classes.entries()) if ((weights[own] ?? 0) < k) setBlank(after[position], at);
  }
  yield* blankWithBlank(groupOf, after, sizes, k);
  const { classes, weights } = yield* weigh(groupOf, after, sizes);
  const cells = before.map((values, variable) =>
    values.reduce((sum, value, at) => (value === after[variable]?.[at] ? sum : sum + (sizes[at] ?? 0)), 0),
  );
  return {
    isSuppressed: (record, variable) => {
      const at = ofRecord[record] ?? 0;
      return before[variable]?.[at] !== after[variable]?.[at];
    },
    classOf: (record) => classes[ofRecord[record] ?? 0] ?? 0,
    smallest: weights.length === 0 ? 0 : weights.reduce((least, weight) => Math.min(least, weight)),
    cells,
  };
}

/** In every group those with no value left are k or more, or none, or the whole group. */
function* blankWithBlank(groupOf: Int32Array, after: Int32Array[], sizes: readonly number[], k: number): Steps<void> {
  const isBlank = (at: number) => after.every((values) => values[at] === 0);
  for (;;) {
    const { classes, weights } = yield* weigh(groupOf, after, sizes);
    const short = new Set<number>();
    for (const [at, own] of classes.entries()) if (isBlank(at) && (weights[own] ?? 0) < k) short.add(groupOf[at] ?? 0);
    const victims = new Map<number, number>();
    for (const [at, own] of classes.entries()) {
      const group = groupOf[at] ?? 0;
      if (!short.has(group) || isBlank(at)) continue;
      const chosen = victims.get(group);
      if (chosen === undefined || (weights[own] ?? 0) < (weights[chosen] ?? 0)) victims.set(group, own);
    }
    if (victims.size === 0) return;
    const chosen = new Set(victims.values());
    for (const [at, own] of classes.entries()) if (chosen.has(own)) for (const values of after) setBlank(values, at);
  }
}

function setBlank(values: Int32Array | undefined, at: number): void {
  if (values) values[at] = 0;
}

function mostDifferentFirst(columns: readonly Int32Array[]): number[] {
  const different = columns.map((values) => new Set(values).size);
  return columns.map((_, position) => position).sort((one, other) => (different[other] ?? 0) - (different[one] ?? 0));
}

interface Classes {
  classes: Int32Array;
  firsts: number[];
  sizes: number[];
}

/** Rows alike in their group and in every column: the class of each, and of each class its first row and its size. */
function* classify(groups: Int32Array, columns: readonly Int32Array[]): Steps<Classes> {
  let classes = groups;
  for (const column of [null, ...columns]) {
    // One column at a time, so that a class is a pair of two numbers whatever the number of columns.
    const known = new Map<number, Map<number, number>>();
    let count = 0;
    const next = new Int32Array(groups.length);
    for (const [row, above] of classes.entries()) {
      let within = known.get(above);
      if (!within) {
        within = new Map();
        known.set(above, within);
      }
      const value = column?.[row] ?? 0;
      let own = within.get(value);
      if (own === undefined) {
        own = count++;
        within.set(value, own);
      }
      next[row] = own;
      if (row % RECORDS_AT_ONCE === 0) yield;
    }
    classes = next;
  }
  const [firsts, sizes]: [number[], number[]] = [[], []];
  for (const [row, own] of classes.entries()) {
    firsts[own] ??= row;
    sizes[own] = (sizes[own] ?? 0) + 1;
  }
  return { classes, firsts, sizes };
}

/** The same of classes, each of which stands for so many records. */
function* weigh(
  groups: Int32Array,
  columns: readonly Int32Array[],
  sizes: readonly number[],
): Steps<{ classes: Int32Array; weights: number[] }> {
  const { classes } = yield* classify(groups, columns);
  const weights: number[] = [];
  for (const [at, own] of classes.entries()) weights[own] = (weights[own] ?? 0) + (sizes[at] ?? 0);
  return { classes, weights };
}
