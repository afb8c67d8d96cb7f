import { CODE_OFFSET } from "./frame-codes";

/** Counts by code: element `code + CODE_OFFSET`. */
export type Counts = Int32Array | Float64Array;

/** How many of the rows hold each code: element `code + CODE_OFFSET`, starting with NOT_ASKED and MISSING. */
export function countCodes(codes: Int8Array | Int16Array, rows: Int32Array, levels: number): Int32Array {
  const counts = new Int32Array(levels + CODE_OFFSET);
  for (let index = 0; index < rows.length; index++) {
    const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
    counts[element] = (counts[element] as number) + 1;
  }
  return counts;
}

/** The four counts of a row; asked is always their sum without not-asked: valid + excluded + missing. */
export interface BaseCounts {
  n_asked: number;
  n_valid: number;
  n_excluded: number;
  n_missing: number;
}

/** Splits counts of codes by whether the level or option is inside the base. */
export function baseCounts(counts: Counts, valid: readonly boolean[]): BaseCounts {
  let n_valid = 0;
  let n_excluded = 0;
  for (let code = 0; code < valid.length; code++) {
    const count = counts[code + CODE_OFFSET] ?? 0;
    if (valid[code]) n_valid += count;
    else n_excluded += count;
  }
  const n_missing = counts[CODE_OFFSET - 1] ?? 0;
  return { n_asked: n_valid + n_excluded + n_missing, n_valid, n_excluded, n_missing };
}

/** Sums the counts of several items, as an index row states them. */
export function sumBaseCounts(parts: readonly BaseCounts[]): BaseCounts {
  const sum = { n_asked: 0, n_valid: 0, n_excluded: 0, n_missing: 0 };
  for (const part of parts) {
    sum.n_asked += part.n_asked;
    sum.n_valid += part.n_valid;
    sum.n_excluded += part.n_excluded;
    sum.n_missing += part.n_missing;
  }
  return sum;
}
