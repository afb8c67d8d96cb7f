import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";
import { addSums } from "./measure-tallies";
import { SumRows } from "./sum-rows";
import { type StoredTally, TallyBook } from "./tally-book";
import { addSumsOfBytes, holdsSums } from "./tally-bytes";
import { TallyNumbers } from "./tally-numbers";
import { RESPONSES, type TallyKey, type TallyPlan } from "./tally-plan";

/** Counted responses of one unit, whatever their channel. */
export interface UnitTotal {
  sums: Float64Array;
  numbers: TallyNumbers;
}

/**
 * Counted responses of a survey added up by unit and by channel as they are read: thousands of tallies need no place of
 * their own. What was not yet folded comes one response at a time and is folded here.
 */
export class TallyTotals {
  readonly plan: TallyPlan;
  readonly #rows: SumRows;
  readonly #units = new Map<number, UnitTotal>();
  readonly #channels = new Map<Channel, Float64Array>();
  /** Of what came one response at a time; null once its tallies are among the totals. */
  #unfolded: TallyBook | null;
  readonly #numberColumns: number;

  constructor(questionnaire: Questionnaire) {
    this.#unfolded = new TallyBook(questionnaire);
    this.plan = this.#unfolded.plan;
    this.#rows = new SumRows(this.plan.length);
    this.#numberColumns = this.plan.frame.columns.filter(({ kind }) => kind === "number").length;
  }

  /** Whether what is kept has the layout of the plan, so that it can be added. */
  fits({ sums }: Pick<StoredTally, "sums">): boolean {
    return holdsSums(sums, this.plan.length);
  }

  /** Adds what was tallied before of one unit and channel; it must fit. */
  addTally({ unitId, channel, sums, numbers }: Omit<TallyKey, "counted"> & StoredTally): void {
    const unit = this.#unit(unitId);
    addSumsOfBytes(unit.sums, sums, this.#channel(channel));
    unit.numbers.addText(numbers);
  }

  /** Folds a packed response in `times` over: 1 adds it, −1 takes it away. Throws on a record of another layout. */
  fold(unitId: number, channel: Channel, packed: string, times: 1 | -1): void {
    if (!this.#unfolded) throw new Error("the totals were taken already");
    this.#unfolded.fold(unitId, channel, true, "", packed, times);
  }

  /** Those with a response, in the order in which they came; nothing may be folded after. */
  totals(): { units: ReadonlyMap<number, UnitTotal>; channels: ReadonlyMap<Channel, Float64Array> } {
    for (const { unitId, channel, sums, numbers } of this.#unfolded?.tallies() ?? []) {
      const unit = this.#unit(unitId);
      unit.numbers.addText(numbers.text);
      for (const total of [unit.sums, this.#channel(channel)]) addSums(total, sums);
    }
    this.#unfolded = null;
    return {
      units: new Map([...this.#units].filter(([, { sums }]) => sums[RESPONSES] !== 0)),
      channels: new Map([...this.#channels].filter(([, sums]) => sums[RESPONSES] !== 0)),
    };
  }

  #unit(unitId: number): UnitTotal {
    let total = this.#units.get(unitId);
    if (!total) {
      total = { sums: this.#rows.take(), numbers: new TallyNumbers(this.#numberColumns) };
      this.#units.set(unitId, total);
    }
    return total;
  }

  #channel(channel: Channel): Float64Array {
    const sums = this.#channels.get(channel) ?? this.#rows.take();
    this.#channels.set(channel, sums);
    return sums;
  }
}
