import { addTo } from "./item-measures";

/** How often each number was given. */
type Counts = Map<number, number>;

/**
 * How often each number was given, by the `number` items in order. What was kept is read when somebody asks: a page of a
 * thousand units shows the numbers of few.
 */
export class TallyNumbers {
  #counts: readonly Counts[] | null = null;
  readonly #unread: string[] = [];

  constructor(private readonly items: number) {}

  /** Adds counts as `text` gives them. */
  addText(text: string): void {
    this.#unread.push(text);
  }

  get counts(): readonly Counts[] {
    const counts = this.#counts ?? Array.from({ length: this.items }, (): Counts => new Map());
    this.#counts = counts;
    for (const text of this.#unread.splice(0)) addKept(counts, text);
    return counts;
  }

  /** Adds the counts to others, item by item: those of thousands of tallies need no place of their own in between. */
  addInto(totals: readonly NumberTotals[]): void {
    this.#counts?.forEach((counts, item) => {
      for (const [value, count] of counts) totals[item]?.add(value, count);
    });
    for (const text of this.#unread)
      for (const [item, pairs] of (JSON.parse(text) as number[][]).entries()) totals[item]?.addPairs(pairs);
  }

  /** The counts as JSON: of each item its numbers ascending, each followed by its count. */
  get text(): string {
    return JSON.stringify(this.counts.map((counts) => [...counts].sort(([one], [other]) => one - other).flat()));
  }
}

function addKept(totals: readonly Counts[], text: string): void {
  (JSON.parse(text) as number[][]).forEach((pairs, item) => {
    const total = totals[item];
    if (!total) return;
    for (let at = 0; at < pairs.length; at += 2) addTo(total, pairs[at] as number, pairs[at + 1] as number);
  });
}

/** Small whole numbers, which most are: ages, visits, percentages. */
const SMALL = 256;

/** How often each number was given in thousands of tallies. */
export class NumberTotals {
  readonly #small = new Float64Array(SMALL);
  readonly #others: Counts = new Map();

  add(value: number, count: number): void {
    // A place that is no whole number from 0 on is none.
    const place = this.#small[value];
    if (place === undefined) addTo(this.#others, value, count);
    else this.#small[value] = place + count;
  }

  /** Adds numbers, each followed by its count. */
  addPairs(pairs: readonly number[]): void {
    for (let at = 0; at < pairs.length; at += 2) this.add(pairs[at] as number, pairs[at + 1] as number);
  }

  /** Those that were given. */
  counts(): Counts {
    const counts = new Map(this.#others);
    this.#small.forEach((count, value) => {
      if (count !== 0) counts.set(value, count);
    });
    return counts;
  }
}
