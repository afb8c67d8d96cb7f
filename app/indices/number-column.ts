import type { Answer } from "~/questionnaires/answers";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import type { PackedRecords } from "./packed-records";

const NO_NUMBER = Number.NaN;
const NEVER_ASKED = Number.NEGATIVE_INFINITY;
const SPACE = 32;
const ZERO = 48;

/** Answers to one `number` item. A blank is NaN and an item that was not asked −∞: neither can be an answer. */
export class NumberColumn {
  readonly kind = "number";
  numbers: Float64Array;

  constructor(
    readonly item: ItemOf<"number">,
    private readonly field: { start: number; width: number },
    capacity: number,
  ) {
    this.numbers = new Float64Array(capacity);
  }

  /** Stores the number and says whether there was one. Throws on what is not a finite number. */
  write(row: number, answer: Answer | undefined): boolean {
    if (answer !== undefined && (typeof answer !== "number" || !Number.isFinite(answer)))
      throw new TypeError(`item ${this.item.code} needs a finite number`);
    this.numbers[row] = answer ?? NO_NUMBER;
    return answer !== undefined;
  }

  /** Stores the numbers of packed records in the rows from `row` on. Throws on what is not a finite number. */
  writePacked(row: number, { bytes, starts, count }: PackedRecords): void {
    const { start, width } = this.field;
    for (let index = 0; index < count; index++) {
      const from = (starts[index] as number) + start;
      this.numbers[row + index] = this.#numberOfField(bytes, from, from + width);
    }
  }

  clear(row: number): void {
    this.numbers[row] = NEVER_ASKED;
  }

  isAnswered(row: number): boolean {
    return Number.isFinite(this.numbers[row]);
  }

  /** Marks with 1 those of `count` rows from `row` on that hold a number. */
  markAnswered(marks: Uint8Array, row: number, count: number): void {
    for (let at = row; at < row + count; at++) if (this.isAnswered(at)) marks[at] = 1;
  }

  wasAsked(row: number): boolean {
    return this.numbers[row] !== NEVER_ASKED;
  }

  /** No condition may name a `number` item, so none holds. */
  hasAny(): boolean {
    return false;
  }

  grow(capacity: number): void {
    const grown = new Float64Array(capacity);
    grown.set(this.numbers);
    this.numbers = grown;
  }

  /** Whole numbers, which nearly all are, without a text of their own. */
  #numberOfField(bytes: Uint8Array, from: number, end: number): number {
    let position = from;
    while (position < end && bytes[position] === SPACE) position++;
    if (position === end) return NO_NUMBER;
    let value = 0;
    for (let at = position; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return this.#anyNumber(String.fromCharCode(...bytes.subarray(position, end)));
      value = value * 10 + digit;
    }
    return value;
  }

  #anyNumber(text: string): number {
    const number = Number(text);
    if (!Number.isFinite(number)) throw new TypeError(`item ${this.item.code} needs a finite number`);
    return number;
  }
}
