import type { CodedColumn } from "./coded-column";
import { CODE_OFFSET } from "./frame-codes";
import type { LinearisedIndex } from "./linearised-index";

/** A column of a scored item with its table of which codes are valid answers, 1 or 0. */
export interface ScoredColumn {
  column: CodedColumn;
  validTable: Uint8Array;
}

/** Over the persons of an index row: how many gave a valid answer, and Σuᵢ² of rate and mean. */
export interface PersonSums {
  persons: number;
  rateSquares: number;
  meanSquares: number;
}

/** Persons scored at a time: few enough for their sums to stay in the processor's nearest cache. */
const BLOCK = 2048;

/**
 * Adds up each person's linearised value over the items of an index, then squares it: the person is the cluster.
 * Persons go in blocks and items within a block column by column.
 */
export function personSums(
  rows: Int32Array,
  scored: readonly ScoredColumn[],
  rate: LinearisedIndex,
  mean: LinearisedIndex,
): PersonSums {
  const sums = { persons: 0, rateSquares: 0, meanSquares: 0 };
  const items = scored.map(({ column, validTable }, position) => ({
    codes: column.codes,
    validTable,
    rateTable: rate.tables[position] ?? new Float64Array(validTable.length),
    meanTable: mean.tables[position] ?? new Float64Array(validTable.length),
  }));
  const scores = {
    rate: new Float64Array(BLOCK),
    mean: new Float64Array(BLOCK),
    seen: new Uint8Array(BLOCK),
  };
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.subarray(start, start + BLOCK);
    scores.rate.fill(0);
    scores.mean.fill(0);
    scores.seen.fill(0);
    for (const item of items) addItem(scores, block, item);
    addSquares(sums, scores, block.length, rate.divisor, mean.divisor);
  }
  return sums;
}

interface BlockScores {
  rate: Float64Array;
  mean: Float64Array;
  seen: Uint8Array;
}

interface ItemTables {
  codes: Int8Array | Int16Array;
  validTable: Uint8Array;
  rateTable: Float64Array;
  meanTable: Float64Array;
}

function addItem({ rate, mean, seen }: BlockScores, rows: Int32Array, item: ItemTables): void {
  const { codes, validTable, rateTable, meanTable } = item;
  for (let index = 0; index < rows.length; index++) {
    const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
    rate[index] = (rate[index] as number) + (rateTable[element] as number);
    mean[index] = (mean[index] as number) + (meanTable[element] as number);
    seen[index] = (seen[index] as number) | (validTable[element] as number);
  }
}

function addSquares(
  sums: PersonSums,
  { rate, mean, seen }: BlockScores,
  persons: number,
  rateDivisor: number,
  meanDivisor: number,
): void {
  for (let index = 0; index < persons; index++) {
    const rateValue = (rate[index] as number) / rateDivisor;
    const meanValue = (mean[index] as number) / meanDivisor;
    sums.persons += seen[index] as number;
    sums.rateSquares += rateValue * rateValue;
    sums.meanSquares += meanValue * meanValue;
  }
}
