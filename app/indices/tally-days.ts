/** Persons, valid answers to scored items and satisfied ones of those who finished on a day and are counted. */
export interface DaySums {
  persons: number;
  answers: number;
  satisfied: number;
}

/** Of a tally on a day: 1 where something was ever added, then its sums. */
const FIELDS = 4;
const FIRST = 64;
const NOTHING = new Int32Array();

/**
 * Sums by day (`dayNumber`) of the tallies of a book, by their positions. Responses come day by day, so that those of
 * all tallies on one day stand together.
 */
export class TallyDays {
  readonly #byDay = new Map<number, Int32Array>();
  #lastDay = Number.NaN;
  #last: Int32Array = new Int32Array();

  add(tally: number, day: number, persons: number, answers: number, satisfied: number): void {
    const start = tally * FIELDS;
    const sums = day === this.#lastDay && start < this.#last.length ? this.#last : this.#sumsOf(day, start);
    sums[start] = 1;
    sums[start + 1] = (sums[start + 1] as number) + persons;
    sums[start + 2] = (sums[start + 2] as number) + answers;
    sums[start + 3] = (sums[start + 3] as number) + satisfied;
  }

  /** The days of a tally to which something was ever added. */
  of(tally: number): (DaySums & { day: number })[] {
    const start = tally * FIELDS;
    return [...this.#byDay].flatMap(([day, sums]) => {
      const [added = 0, persons = 0, answers = 0, satisfied = 0] = sums.subarray(start, start + FIELDS);
      return added ? { day, persons, answers, satisfied } : [];
    });
  }

  /** Tells how many figures of a tally differ from those of a tally in another book; what is absent is 0. */
  differencesFrom(other: TallyDays): (tally: number, of: number) => number {
    const days = new Set([...this.#byDay.keys(), ...other.#byDay.keys()]);
    const pairs = [...days].map((day) => [this.#byDay.get(day) ?? NOTHING, other.#byDay.get(day) ?? NOTHING] as const);
    return (tally, of) => {
      let different = 0;
      for (const [sums, others] of pairs)
        for (let field = 1; field < FIELDS; field++)
          if ((sums[tally * FIELDS + field] ?? 0) !== (others[of * FIELDS + field] ?? 0)) different++;
      return different;
    };
  }

  #sumsOf(day: number, start: number): Int32Array {
    let sums: Int32Array = this.#byDay.get(day) ?? new Int32Array();
    if (start >= sums.length) {
      const grown = new Int32Array(Math.max(FIRST * FIELDS, 2 * sums.length, start + FIELDS));
      grown.set(sums);
      sums = grown;
      this.#byDay.set(day, sums);
    }
    this.#lastDay = day;
    this.#last = sums;
    return sums;
  }
}
