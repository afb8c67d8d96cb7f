import type { ByteField } from "~/indices/tally-book";

const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const NOTHING: Buffer = Buffer.alloc(0);

/** SQL of columns of many rows, each as one text with commas: one crossing from SQLite for thousands of rows. */
export function columnBytes(columns: readonly string[]): string {
  return columns.map((column) => `cast(group_concat(${column}) as blob)`).join(", ");
}

/** The values of such a column, one after the other; none of ours holds a comma. */
export class ColumnBytes implements ByteField {
  bytes = NOTHING;
  start = 0;
  end = -1;

  begin(bytes: Buffer | null | undefined): void {
    this.bytes = bytes ?? NOTHING;
    this.end = -1;
  }

  next(): this {
    const { bytes } = this;
    let end = this.end + 1;
    this.start = end;
    while (end < bytes.length && bytes[end] !== COMMA) end++;
    this.end = end;
    return this;
  }

  /** The digits as one number, whatever stands between them. */
  digits(): number {
    let value = 0;
    for (let at = this.start; at < this.end; at++) {
      const byte = this.bytes[at] as number;
      if (byte >= ZERO && byte <= NINE) value = value * 10 + byte - ZERO;
    }
    return value;
  }

  /** A number that differs between texts as few and short as the names of channels. */
  sign(): number {
    let value = 0;
    for (let at = this.start; at < this.end; at++) value = (value * 31 + (this.bytes[at] as number)) | 0;
    return value;
  }
}

/** What texts stand for, found by their bytes. Throws where two of them could be taken for each other. */
export class TextsByBytes<T extends string> {
  readonly #bySign = new Map<number, T>();

  constructor(texts: readonly T[]) {
    const field = new ColumnBytes();
    for (const text of texts) {
      field.begin(Buffer.from(text));
      this.#bySign.set(field.next().sign(), text);
    }
    if (this.#bySign.size < texts.length) throw new Error(`some of ${texts} have the same sign`);
  }

  read(field: ColumnBytes): T {
    const text = this.#bySign.get(field.sign());
    if (text === undefined) throw new RangeError("a column holds a text that is none of its own");
    return text;
  }
}
