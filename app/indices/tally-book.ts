import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import type { DayFinder } from "./day-finder";
import { RunFold } from "./fold-run";
import { SumRows } from "./sum-rows";
import { addSumsOfBytes, holdsSums } from "./tally-bytes";
import { type DaySums, TallyDays } from "./tally-days";
import { TallyNumbers } from "./tally-numbers";
import { kindOf, type TallyKey, type TallyPlan, tallyPlan } from "./tally-plan";
import { MOST_WAITING, NO_DAY, RUN, WaitingRecords } from "./waiting-records";

/** Counts of one unit, channel and standing. */
export interface Tally extends TallyKey {
  /** Whole numbers in the places of the plan. */
  sums: Float64Array;
  /** How often each number was given, by the `number` items in order. */
  numbers: TallyNumbers;
  /** Among the tallies of its book. */
  position: number;
}

/** A tally as it is kept: sums as their bytes (tally-bytes.ts), numbers as their text (tally-numbers.ts). */
export interface StoredTally {
  sums: Uint8Array;
  numbers: string;
}

/** A text that stands among others. */
export interface ByteField {
  bytes: Buffer;
  start: number;
  end: number;
}

/** A response as bytes: its instant and its packed record. */
export interface ResponseBytes extends TallyKey {
  instant: ByteField;
  record: ByteField;
}

/**
 * Tallies of one survey, into which responses are folded and out of which they are taken again. Adding is exact and in
 * any order the same: every figure is a whole number.
 */
export class TallyBook {
  readonly plan: TallyPlan;
  /** By day (TIME_ZONE) the sums of tallies of counted responses, by their positions. */
  readonly days = new TallyDays();
  readonly #tallies: Tally[] = [];
  /** By unit the position of each kind's tally, or −1. */
  readonly #positions = new Map<number, Int32Array>();
  readonly #rows: SumRows;
  readonly #waiting: WaitingRecords;
  readonly #fold: RunFold;
  readonly #numberColumns: number;

  /**
   * @param dayFinder the day of an instant in TIME_ZONE; without it days are not tallied.
   * @param waiting responses that wait at most until they are added tally by tally.
   */
  constructor(
    questionnaire: Questionnaire,
    private readonly dayFinder: DayFinder | null = null,
    waiting = MOST_WAITING,
  ) {
    this.plan = tallyPlan(questionnaire, RUN);
    this.#fold = new RunFold(this.plan);
    this.#rows = new SumRows(this.plan.length);
    this.#waiting = new WaitingRecords(this.plan.frame.recordLength, waiting);
    this.#numberColumns = this.plan.frame.columns.filter(({ kind }) => kind === "number").length;
  }

  /** Folds a packed response in `times` over: 1 adds it, −1 takes it away. Throws on a record of another layout. */
  fold(unitId: number, channel: Channel, counted: boolean, finishedAt: string, packed: string, times: 1 | -1): void {
    const day = this.dayFinder && counted ? this.dayFinder.dayOf(finishedAt) : NO_DAY;
    this.#waiting.addText(this.#position(unitId, kindOf(channel, counted)), times, day, packed);
    if (this.#waiting.isFull()) this.#finish();
  }

  /** Adds a response that was read as bytes. */
  foldBytes(response: ResponseBytes): void {
    const { unitId, channel, counted, instant, record } = response;
    const day =
      this.dayFinder && counted ? this.dayFinder.dayOfBytes(instant.bytes, instant.start, instant.end) : NO_DAY;
    const tally = this.#position(unitId, kindOf(channel, counted));
    this.#waiting.addBytes(tally, 1, day, record.bytes, record.start, record.end);
    if (this.#waiting.isFull()) this.#finish();
  }

  /** Whether what is kept has the layout of the plan, so that it can be added. */
  fits({ sums }: StoredTally): boolean {
    return holdsSums(sums, this.plan.length);
  }

  /** Adds what was tallied before of one unit, channel and standing; it must fit. */
  addTally({ unitId, channel, counted }: TallyKey, { sums, numbers }: StoredTally): void {
    const tally = this.#tallies[this.#position(unitId, kindOf(channel, counted))];
    if (!tally) throw new RangeError("a tally without a place");
    addSumsOfBytes(tally.sums, sums);
    tally.numbers.addText(numbers);
  }

  /** Adds sums of a day (`dayNumber`) that were tallied before. */
  addDay({ unitId, channel }: Omit<TallyKey, "counted">, day: number, { persons, answers, satisfied }: DaySums): void {
    this.days.add(this.#position(unitId, kindOf(channel, true)), day, persons, answers, satisfied);
  }

  /** Every tally with something in it or taken out of it. */
  tallies(): readonly Tally[] {
    this.#finish();
    return this.#tallies;
  }

  #finish(): void {
    this.#waiting.takeRuns(this.#tallies.length, (run) => {
      const tally = this.#tallies[run.tally];
      if (tally) this.#fold.add(tally, this.days, run);
    });
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
      numbers: new TallyNumbers(this.#numberColumns),
      position: this.#tallies.length,
    };
    positions[kind] = tally.position;
    this.#tallies.push(tally);
    return tally.position;
  }
}
