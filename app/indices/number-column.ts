import type { Answer } from "~/questionnaires/answers";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";

const NO_NUMBER = Number.NaN;
const NEVER_ASKED = Number.NEGATIVE_INFINITY;

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

  writePacked(row: number, packed: string): boolean {
    const text = packed.slice(this.field.start, this.field.start + this.field.width).trim();
    return this.write(row, text === "" ? undefined : Number(text));
  }

  clear(row: number): void {
    this.numbers[row] = NEVER_ASKED;
  }

  isAnswered(row: number): boolean {
    return Number.isFinite(this.numbers[row]);
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
}
