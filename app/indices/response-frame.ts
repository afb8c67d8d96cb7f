import type { Answers } from "~/questionnaires/answers";
import { type Column, type PackedLayout, packedLayout } from "~/questionnaires/packed-layout";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CodedColumn } from "./coded-column";
import { MultipleColumn } from "./multiple-column";
import { NumberColumn } from "./number-column";
import { type PackedRecords, writeRecord } from "./packed-records";

export type FrameColumn = CodedColumn | MultipleColumn | NumberColumn;

/** A condition of routing, resolved to columns. */
interface Route {
  target: FrameColumn;
  source: FrameColumn | null;
  wanted: ReadonlySet<number>;
}

/**
 * Responses of one questionnaire in columns: the closed answers of a person take about one byte per item, so that a
 * million responses fit in memory and every measure reads straight through them. Routing is settled as a row comes in:
 * an item the person was not asked holds NOT_ASKED whatever the record says. Free text is not kept.
 */
export class ResponseFrame {
  readonly columns: readonly FrameColumn[];
  readonly unitKeys: string[] = [];
  size = 0;
  /** Per row the position of its unit in `unitKeys`. */
  units: Int32Array;
  /** Per row 1 where at least one closed question was answered. */
  answered: Uint8Array;
  readonly #layout: PackedLayout;
  readonly #routes: readonly Route[];
  readonly #neverAsked: readonly FrameColumn[];
  /** Holds one record at a time. */
  readonly #record: PackedRecords;
  readonly #unitPositions = new Map<string, number>();
  #capacity: number;

  constructor(
    readonly questionnaire: Questionnaire,
    { notAsked = new Set(), capacity = 1024 }: FrameOptions = {},
  ) {
    this.#capacity = Math.max(1, capacity);
    this.units = new Int32Array(this.#capacity);
    this.answered = new Uint8Array(this.#capacity);
    this.#layout = packedLayout(questionnaire);
    this.#record = { bytes: new Uint8Array(this.#layout.length), starts: new Int32Array(1), count: 1 };
    this.columns = this.#layout.columns.map((column) => frameColumn(questionnaire, column, this.#capacity));
    this.#neverAsked = this.columns.filter((column) => notAsked.has(column.item.code));
    this.#routes = routesOf(this.columns);
  }

  /** Characters of a packed record. */
  get recordLength(): number {
    return this.#layout.length;
  }

  /** Adds a response from its answers. Throws on a value outside the questionnaire: the caller must have validated it. */
  add(unitKey: string, answers: Answers): void {
    this.#makeRoom(1);
    for (const column of this.columns) column.write(this.size, answers[column.item.code]);
    this.#finishRows(1, unitKey);
  }

  /** Adds a response straight from its packed record, without unpacking it. Throws on a record of another length. */
  addPacked(unitKey: string, packed: string): void {
    if (packed.length !== this.#layout.length)
      throw new RangeError(`packed record has ${packed.length} characters, the layout has ${this.#layout.length}`);
    writeRecord(this.#record.bytes, 0, packed);
    this.addRecords(unitKey, this.#record);
  }

  /** Adds the responses of one unit from their packed records, column by column. */
  addRecords(unitKey: string, records: PackedRecords): void {
    this.#makeRoom(records.count);
    for (const column of this.columns) column.writePacked(this.size, records);
    this.#finishRows(records.count, unitKey);
  }

  /** Rows count only from here, so that one refused half way leaves nothing behind. */
  #finishRows(count: number, unitKey: string): void {
    const [from, until] = [this.size, this.size + count];
    for (const column of this.#neverAsked) for (let row = from; row < until; row++) column.clear(row);
    for (const { target, source, wanted } of this.#routes)
      for (let row = from; row < until; row++) if (!source?.hasAny(row, wanted)) target.clear(row);
    this.answered.fill(0, from, until);
    for (const column of this.columns) column.markAnswered(this.answered, from, count);
    this.units.fill(this.#unitPosition(unitKey), from, until);
    this.size = until;
  }

  #unitPosition(unitKey: string): number {
    const known = this.#unitPositions.get(unitKey);
    if (known !== undefined) return known;
    const position = this.unitKeys.push(unitKey) - 1;
    this.#unitPositions.set(unitKey, position);
    return position;
  }

  #makeRoom(rows: number): void {
    if (this.size + rows <= this.#capacity) return;
    this.#capacity = Math.max(this.size + rows, 2 * this.#capacity);
    const units = new Int32Array(this.#capacity);
    units.set(this.units);
    this.units = units;
    const answered = new Uint8Array(this.#capacity);
    answered.set(this.answered);
    this.answered = answered;
    for (const column of this.columns) column.grow(this.#capacity);
  }
}

export interface FrameOptions {
  /** Codes of items nobody was asked, such as those a responses file has no column for. */
  notAsked?: ReadonlySet<string>;
  /** Rows to make room for at first; the frame grows by doubling. */
  capacity?: number;
}

export function createFrame(questionnaire: Questionnaire, options: FrameOptions = {}): ResponseFrame {
  return new ResponseFrame(questionnaire, options);
}

function frameColumn(questionnaire: Questionnaire, { item, start, width }: Column, capacity: number): FrameColumn {
  const field = { start, width };
  switch (item.type) {
    case "scale":
      return new CodedColumn(
        item,
        scaleOf(questionnaire, item).levels.map(({ value }) => value),
        field,
        capacity,
      );
    case "single":
      return new CodedColumn(
        item,
        item.options.map(({ value }) => value),
        field,
        capacity,
      );
    case "multiple":
      return new MultipleColumn(item, field, capacity);
    case "number":
      return new NumberColumn(item, field, capacity);
  }
}

/** In file order, so that a condition on an item that is itself conditional sees what routing made of it. */
function routesOf(columns: readonly FrameColumn[]): Route[] {
  return columns.flatMap((target) => {
    const condition = target.item.show_if;
    if (!condition) return [];
    const source = columns.find((column) => column.item.code === condition.item) ?? null;
    return [{ target, source, wanted: new Set(condition.in) }];
  });
}
