import { type PackedRecords, writeRecord } from "./packed-records";

/** Day of a response whose day is not tallied. */
export const NO_DAY = Number.MIN_SAFE_INTEGER;

const FIRST = 256;
/** Rows that wait at most: enough that a tally has a run of them. */
export const MOST_WAITING = 262_144;
/** Rows of a run at most. */
export const RUN = 512;

/** Responses of one tally that are added, or taken away, together. */
export interface Run {
  tally: number;
  times: 1 | -1;
  records: PackedRecords;
  /** Day of each, or NO_DAY. */
  days: Float64Array;
}

/**
 * Records that wait to be folded: they come in any order and leave tally by tally, so that adding them to its sums finds
 * those near at hand. The room grows with what comes.
 */
export class WaitingRecords {
  size = 0;
  /** By row twice the position of its tally, one more where it is taken away. */
  #keys = new Int32Array(FIRST);
  #days = new Float64Array(FIRST);
  #bytes: Uint8Array;
  readonly #runStarts = new Int32Array(RUN);
  readonly #runDays = new Float64Array(RUN);

  constructor(
    private readonly recordLength: number,
    private readonly most: number,
  ) {
    this.#bytes = new Uint8Array(FIRST * recordLength);
  }

  isFull(): boolean {
    return this.size >= this.most;
  }

  addText(tally: number, times: 1 | -1, day: number, packed: string): void {
    this.#refuse(packed.length);
    const start = this.#add(tally, times, day);
    writeRecord(this.#bytes, start, packed);
  }

  /** The same of a record that stands among others as bytes. */
  addBytes(tally: number, times: 1 | -1, day: number, bytes: Uint8Array, start: number, end: number): void {
    this.#refuse(end - start);
    const to = this.#add(tally, times, day) - start;
    const own = this.#bytes;
    for (let position = start; position < end; position++) own[to + position] = bytes[position] as number;
  }

  /** Gives what waits run by run, the rows of a tally in the order in which they came, and is empty afterwards. */
  takeRuns(tallies: number, receive: (run: Run) => void): void {
    const { starts, order } = this.#sorted(2 * tallies);
    for (let key = 0; key < 2 * tallies; key++) {
      const end = starts[key + 1] as number;
      for (let from = starts[key] as number; from < end; from += RUN)
        receive(this.#run(key, order.subarray(from, Math.min(end, from + RUN))));
    }
    this.size = 0;
  }

  #run(key: number, rows: Int32Array): Run {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      this.#runStarts[index] = row * this.recordLength;
      this.#runDays[index] = this.#days[row] as number;
    }
    return {
      tally: key >> 1,
      times: key % 2 === 0 ? 1 : -1,
      records: { bytes: this.#bytes, starts: this.#runStarts, count: rows.length },
      days: this.#runDays,
    };
  }

  /** Rows by key, counted out: `starts[key]` is where those of a key begin in `order`. */
  #sorted(keys: number): { starts: Int32Array; order: Int32Array } {
    const starts = new Int32Array(keys + 1);
    for (let row = 0; row < this.size; row++) {
      const above = (this.#keys[row] as number) + 1;
      starts[above] = (starts[above] as number) + 1;
    }
    for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
    const next = starts.slice();
    const order = new Int32Array(this.size);
    for (let row = 0; row < this.size; row++) {
      const key = this.#keys[row] as number;
      const place = next[key] as number;
      order[place] = row;
      next[key] = place + 1;
    }
    return { starts, order };
  }

  /** Makes room for a row and returns where its record goes. */
  #add(tally: number, times: 1 | -1, day: number): number {
    const row = this.size;
    if (row === this.#keys.length) this.#grow();
    this.#keys[row] = 2 * tally + (times === 1 ? 0 : 1);
    this.#days[row] = day;
    this.size = row + 1;
    return row * this.recordLength;
  }

  #refuse(length: number): void {
    if (length !== this.recordLength)
      throw new RangeError(`packed record has ${length} characters, the layout has ${this.recordLength}`);
  }

  #grow(): void {
    const capacity = 2 * this.#keys.length;
    const [keys, days, bytes] = [this.#keys, this.#days, this.#bytes];
    this.#keys = new Int32Array(capacity);
    this.#days = new Float64Array(capacity);
    this.#bytes = new Uint8Array(capacity * this.recordLength);
    this.#keys.set(keys);
    this.#days.set(days);
    this.#bytes.set(bytes);
  }
}
