const ROWS = 64;

/** Rows of sums, all 0, cut from a few large pieces of memory: thousands of small ones would keep the collector busy. */
export class SumRows {
  #piece = new Float64Array();
  #next = 0;

  constructor(private readonly length: number) {}

  take(): Float64Array {
    if (this.#next + this.length > this.#piece.length) {
      this.#piece = new Float64Array(this.length * ROWS);
      this.#next = 0;
    }
    const row = this.#piece.subarray(this.#next, this.#next + this.length);
    this.#next += this.length;
    return row;
  }
}
