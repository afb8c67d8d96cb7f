import type { Answer } from "~/questionnaires/answers";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import { MISSING, NOT_ASKED } from "./frame-codes";

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
    });
  }

  /** Stores the answer and says whether there was one. Throws on a value the item does not have. */
  write(row: number, answer: Answer | undefined): boolean {
    if (answer === undefined) return this.#store(row, MISSING);
    if (typeof answer !== "number") throw new TypeError(`item ${this.item.code} needs a number`);
    return this.#store(row, this.#codeOf(answer));
  }

  writePacked(row: number, packed: string): boolean {
    const end = this.field.start + this.field.width;
    let position = this.field.start;
    while (position < end && packed.charCodeAt(position) === SPACE) position++;
    if (position === end) return this.#store(row, MISSING);
    const negative = packed.charCodeAt(position) === MINUS;
    if (negative) position++;
    let value = 0;
    for (; position < end; position++) {
      const digit = packed.charCodeAt(position) - ZERO;
      if (digit < 0 || digit > 9) throw new RangeError(`packed record has no number for item ${this.item.code}`);
      value = value * 10 + digit;
    }
    return this.#store(row, this.#codeOf(negative ? -value : value));
  }

  clear(row: number): void {
    this.codes[row] = NOT_ASKED;
  }

  isAnswered(row: number): boolean {
    return (this.codes[row] ?? MISSING) >= 0;
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

  #codeOf(value: number): number {
    const code = this.#codeByOffset ? this.#codeByOffset[value - this.#lowest] : this.values.indexOf(value);
    if (code === undefined || code < 0) throw new RangeError(`item ${this.item.code} has no value ${value}`);
    return code;
  }
}
