import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import { addBlock, type FoldedBlock, foldedBlock } from "./fold-block";
import { addTo } from "./item-measures";
import { SumRows } from "./sum-rows";
import { addSumsOfBytes } from "./tally-bytes";
import { kindOf, type TallyKey, type TallyPlan, tallyPlan } from "./tally-plan";

/** Persons, valid answers to scored items and satisfied ones of those who finished on a day and are counted. */
export interface DaySums {
  persons: number;
  answers: number;
  satisfied: number;
}

/** Counts of one unit, channel and standing. */
export interface Tally extends TallyKey {
  /** Whole numbers in the places of the plan. */
  sums: Float64Array;
  /** How often each number was given, by the `number` items in order. */
  numbers: readonly Map<number, number>[];
  /** By day (TIME_ZONE); counted responses only. */
  days: ReadonlyMap<string, DaySums>;
}

/** Responses folded at a time. */
const BLOCK = 4096;

/**
 * Tallies of one survey, into which responses are folded and out of which they are taken again. Adding is exact and in
 * any order the same: every figure is a whole number.
 */
export class TallyBook {
  readonly plan: TallyPlan;
  readonly #tallies: Tally[] = [];
  /** By unit the position of each kind's tally, or −1. */
  readonly #positions = new Map<number, Int32Array>();
  /** By tally the day last asked for: responses mostly come day by day. */
  readonly #lastDays: { day: string; sums: DaySums }[] = [];
  readonly #rows: SumRows;
  readonly #block: FoldedBlock;
  readonly #numberColumns: number;

  /** @param dayOf the day of an instant in TIME_ZONE; without it days are not tallied. */
  constructor(
    questionnaire: Questionnaire,
    private readonly dayOf: ((instant: string) => string) | null = null,
  ) {
    this.plan = tallyPlan(questionnaire, BLOCK);
    this.#rows = new SumRows(this.plan.length);
    this.#block = foldedBlock(BLOCK);
    this.#numberColumns = this.plan.frame.columns.filter(({ kind }) => kind === "number").length;
  }

  /** Folds a packed response in `times` over: 1 adds it, −1 takes it away. Throws on a record of another layout. */
  fold(unitId: number, channel: Channel, counted: boolean, finishedAt: string, packed: string, times: 1 | -1): void {
    const { frame } = this.plan;
    const row = frame.size;
    const tally = this.#position(unitId, kindOf(channel, counted));
    this.#block.tallies[row] = tally;
    this.#block.times[row] = times;
    this.#block.days[row] = this.dayOf && counted ? this.#day(tally, this.dayOf(finishedAt)) : null;
    frame.addPacked("", packed);
    if (frame.size === BLOCK) this.#finishBlock();
  }

  /** Adds what was tallied before: sums as their bytes, numbers with how often each was given. */
  addTally(
    { unitId, channel, counted }: TallyKey,
    bytes: Uint8Array,
    numbers: readonly (readonly (readonly [number, number])[])[],
  ): void {
    const tally = this.#tallies[this.#position(unitId, kindOf(channel, counted))];
    if (!tally) throw new RangeError("a tally without a place");
    addSumsOfBytes(tally.sums, bytes);
    numbers.forEach((counts, column) => {
      const own = tally.numbers[column];
      if (own) for (const [value, count] of counts) addTo(own, value, count);
    });
  }

  addDay({ unitId, channel }: Omit<TallyKey, "counted">, day: string, { persons, answers, satisfied }: DaySums): void {
    const sums = this.#day(this.#position(unitId, kindOf(channel, true)), day);
    sums.persons += persons;
    sums.answers += answers;
    sums.satisfied += satisfied;
  }

  /** Every tally with something in it or taken out of it. */
  tallies(): readonly Tally[] {
    this.#finishBlock();
    return this.#tallies;
  }

  #finishBlock(): void {
    if (this.plan.frame.size > 0) addBlock(this.plan, this.#block, this.#tallies);
    this.plan.frame.size = 0;
  }

  #position(unitId: number, kind: number): number {
    let positions = this.#positions.get(unitId);
    if (!positions) {
      positions = new Int32Array(CHANNELS.length * 2).fill(-1);
      this.#positions.set(unitId, positions);
    }
    const known = positions[kind] as number;
    if (known >= 0) return known;
    const channel = CHANNELS[kind >> 1] ?? "qr";
    const tally = {
      ...{ unitId, channel, counted: kind % 2 === 1, sums: this.#rows.take() },
      numbers: Array.from({ length: this.#numberColumns }, () => new Map<number, number>()),
      days: new Map<string, DaySums>(),
    };
    positions[kind] = this.#tallies.push(tally) - 1;
    return positions[kind] as number;
  }

  #day(position: number, day: string): DaySums {
    const days = this.#tallies[position]?.days as Map<string, DaySums>;
    const last = this.#lastDays[position];
    if (last?.day === day) return last.sums;
    let sums = days.get(day);
    if (!sums) {
      sums = { persons: 0, answers: 0, satisfied: 0 };
      days.set(day, sums);
    }
    this.#lastDays[position] = { day, sums };
    return sums;
  }
}
