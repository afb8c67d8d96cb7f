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

/** Working memory for one group, used again for each of its index rows. */
export class PersonScores {
  readonly #rate: Float64Array;
  readonly #mean: Float64Array;
  readonly #seen: Uint8Array;

  constructor(private readonly rows: Int32Array) {
    this.#rate = new Float64Array(rows.length);
    this.#mean = new Float64Array(rows.length);
    this.#seen = new Uint8Array(rows.length);
  }

  /** Adds up each person's linearised value over the items of an index, then squares it: the person is the cluster. */
  sums(scored: readonly ScoredColumn[], rate: LinearisedIndex, mean: LinearisedIndex): PersonSums {
    this.#rate.fill(0);
    this.#mean.fill(0);
    this.#seen.fill(0);
    scored.forEach(({ column, validTable }, position) => {
      const zeros = new Float64Array(validTable.length);
      this.#addItem(column.codes, validTable, rate.tables[position] ?? zeros, mean.tables[position] ?? zeros);
    });
    return this.#reduce(rate, mean);
  }

  #addItem(
    codes: Int8Array | Int16Array,
    validTable: Uint8Array,
    rateTable: Float64Array,
    meanTable: Float64Array,
  ): void {
    const rows = this.rows;
    const rate = this.#rate;
    const mean = this.#mean;
    const seen = this.#seen;
    for (let index = 0; index < rows.length; index++) {
      const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
      rate[index] = (rate[index] as number) + (rateTable[element] as number);
      mean[index] = (mean[index] as number) + (meanTable[element] as number);
      seen[index] = (seen[index] as number) | (validTable[element] as number);
    }
  }

  #reduce(rate: LinearisedIndex, mean: LinearisedIndex): PersonSums {
    let persons = 0;
    let rateSquares = 0;
    let meanSquares = 0;
    for (let index = 0; index < this.rows.length; index++) {
      persons += this.#seen[index] as number;
      const rateValue = (this.#rate[index] as number) / rate.divisor;
      const meanValue = (this.#mean[index] as number) / mean.divisor;
      rateSquares += rateValue * rateValue;
      meanSquares += meanValue * meanValue;
    }
    return { persons, rateSquares, meanSquares };
  }
}
