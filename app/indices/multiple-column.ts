import type { Answer } from "~/questionnaires/answers";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import { MISSING, NOT_ASKED } from "./frame-codes";
import type { PackedRecords } from "./packed-records";

const ANSWERED = 0;
const ONE = 49;
const BLANK = 32;

/** Answers to one `multiple` item: per person a code of having answered, and one bit per option. */
export class MultipleColumn {
  readonly kind = "multiple";
  status: Int8Array;
  ticks: Uint32Array[];

  constructor(
    readonly item: ItemOf<"multiple">,
    private readonly field: { start: number; width: number },
    capacity: number,
  ) {
    this.status = new Int8Array(capacity);
    this.ticks = Array.from({ length: Math.ceil(item.options.length / 32) }, () => new Uint32Array(capacity));
  }

  /** Stores the ticked values; an empty list is an answer, an absent one is not. Throws on a value that is no option. */
  write(row: number, answer: Answer | undefined): boolean {
    for (const word of this.ticks) word[row] = 0;
    this.status[row] = answer === undefined ? MISSING : ANSWERED;
    if (answer === undefined) return false;
    if (typeof answer === "number" || typeof answer === "string")
      throw new TypeError(`item ${this.item.code} needs a list of ticked options`);
    for (const value of answer) this.#tick(row, this.#positionOf(value));
    return true;
  }

  /** Stores the answers of packed records in the rows from `row` on. */
  writePacked(row: number, { bytes, starts, count }: PackedRecords): void {
    const { start, width } = this.field;
    for (let at = row; at < row + count; at++) {
      const field = (starts[at - row] as number) + start;
      let answered = false;
      for (const word of this.ticks) word[at] = 0;
      for (let position = 0; position < width; position++) {
        const character = bytes[field + position];
        if (character !== BLANK) answered = true;
        if (character === ONE) this.#tick(at, position);
      }
      this.status[at] = answered ? ANSWERED : MISSING;
    }
  }

  clear(row: number): void {
    this.status[row] = NOT_ASKED;
    for (const word of this.ticks) word[row] = 0;
  }

  isAnswered(row: number): boolean {
    return this.status[row] === ANSWERED;
  }

  /** Marks with 1 those of `count` rows from `row` on that hold an answer. */
  markAnswered(marks: Uint8Array, row: number, count: number): void {
    for (let at = row; at < row + count; at++) if (this.status[at] === ANSWERED) marks[at] = 1;
  }

  isTicked(row: number, position: number): boolean {
    return (((this.ticks[position >>> 5]?.[row] ?? 0) >>> (position & 31)) & 1) === 1;
  }

  hasAny(row: number, wanted: ReadonlySet<number>): boolean {
    return this.item.options.some((option, position) => wanted.has(option.value) && this.isTicked(row, position));
  }

  grow(capacity: number): void {
    const status = new Int8Array(capacity);
    status.set(this.status);
    this.status = status;
    this.ticks = this.ticks.map((word) => {
      const grown = new Uint32Array(capacity);
      grown.set(word);
      return grown;
    });
  }

  #tick(row: number, position: number): void {
    const word = this.ticks[position >>> 5];
    if (word) word[row] = (word[row] ?? 0) | (1 << (position & 31));
  }

  #positionOf(value: number): number {
    const position = this.item.options.findIndex((option) => option.value === value);
    if (position < 0) throw new RangeError(`item ${this.item.code} has no option ${value}`);
    return position;
  }
}
