import type { Answer } from "~/questionnaires/answers";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import { MISSING, NOT_ASKED } from "./frame-codes";
import type { PackedRecords } from "./packed-records";

const SPACE = 32;
const MINUS = 45;
const ZERO = 48;
const UNKNOWN = -3;
const WIDEST_TABLE = 4096;

/** Answers to one `scale` or `single` item: per person the position of the level or option, or a code of none. */
export class CodedColumn {
  readonly kind = "coded";
  codes: Int8Array | Int16Array;
  readonly #lowest: number;
  readonly #codeByOffset: Int16Array | null;
  /** By byte the code of an answer of one character. */
  readonly #codeByByte = new Int16Array(256).fill(UNKNOWN);

  constructor(
    readonly item: ItemOf<"scale"> | ItemOf<"single">,
    readonly values: readonly number[],
    private readonly field: { start: number; width: number },
    capacity: number,
  ) {
    this.codes = values.length > 127 ? new Int16Array(capacity) : new Int8Array(capacity);
    this.#lowest = Math.min(...values);
    const span = Math.max(...values) - this.#lowest + 1;
    this.#codeByOffset = span > WIDEST_TABLE ? null : new Int16Array(span).fill(UNKNOWN);
    values.forEach((value, code) => {
      if (this.#codeByOffset) this.#codeByOffset[value - this.#lowest] = code;
      if (value >= 0 && value <= 9) this.#codeByByte[ZERO + value] = code;
    });
    this.#codeByByte[SPACE] = MISSING;
  }

  /** Stores the answer and says whether there was one. Throws on a value the item does not have. */
  write(row: number, answer: Answer | undefined): boolean {
    if (answer === undefined) return this.#store(row, MISSING);
    if (typeof answer !== "number") throw new TypeError(`item ${this.item.code} needs a number`);
    return this.#store(row, this.#codeOf(answer));
  }

  /** Stores the answers of packed records in the rows from `row` on. Throws on a value the item does not have. */
  writePacked(row: number, { bytes, starts, count }: PackedRecords): void {
    const { start, width } = this.field;
    if (width > 1) {
      for (let index = 0; index < count; index++)
        this.#store(row + index, this.#codeOfField(bytes, (starts[index] as number) + start));
      return;
    }
    const { codes } = this;
    for (let index = 0; index < count; index++) {
      const code = this.#codeByByte[bytes[(starts[index] as number) + start] as number] as number;
      if (code === UNKNOWN) throw new RangeError(`packed record has no value of item ${this.item.code}`);
      codes[row + index] = code;
    }
  }

  clear(row: number): void {
    this.codes[row] = NOT_ASKED;
  }

  isAnswered(row: number): boolean {
    return (this.codes[row] ?? MISSING) >= 0;
  }

  /** Marks with 1 those of `count` rows from `row` on that hold an answer. */
  markAnswered(marks: Uint8Array, row: number, count: number): void {
    const { codes } = this;
    for (let at = row; at < row + count; at++) if ((codes[at] as number) >= 0) marks[at] = 1;
  }

  /** Whether the answer is one of the values. Routing asks it of the item a condition names. */
  hasAny(row: number, wanted: ReadonlySet<number>): boolean {
    const value = this.values[this.codes[row] ?? MISSING];
    return value !== undefined && wanted.has(value);
  }

  grow(capacity: number): void {
    const grown = this.codes instanceof Int8Array ? new Int8Array(capacity) : new Int16Array(capacity);
    grown.set(this.codes);
    this.codes = grown;
  }

  #store(row: number, code: number): boolean {
    this.codes[row] = code;
    return code >= 0;
  }

  #codeOfField(bytes: Uint8Array, from: number): number {
    const end = from + this.field.width;
    let position = from;
    while (position < end && bytes[position] === SPACE) position++;
    if (position === end) return MISSING;
    const negative = bytes[position] === MINUS;
    if (negative) position++;
    let value = 0;
    for (; position < end; position++) {
      const digit = (bytes[position] as number) - ZERO;
      if (digit < 0 || digit > 9) throw new RangeError(`packed record has no number for item ${this.item.code}`);
      value = value * 10 + digit;
    }
    return this.#codeOf(negative ? -value : value);
  }

  #codeOf(value: number): number {
    const code = this.#codeByOffset ? this.#codeByOffset[value - this.#lowest] : this.values.indexOf(value);
    if (code === undefined || code < 0) throw new RangeError(`item ${this.item.code} has no value ${value}`);
    return code;
  }
}
