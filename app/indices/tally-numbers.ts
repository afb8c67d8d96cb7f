import { addTo } from "./item-measures";

type Pairs = readonly (readonly [value: number, count: number])[];

/**
 * How often each number was given, by the `number` items in order. What was kept is read when somebody asks: a page of a
 * thousand units shows the numbers of few.
 */
export class TallyNumbers {
  readonly #counts: readonly Map<number, number>[];
  #unread: string[] = [];

  constructor(items: number) {
    this.#counts = Array.from({ length: items }, () => new Map<number, number>());
  }

  /** Adds counts as `text` gives them. */
  addText(text: string): void {
    this.#unread.push(text);
  }

  get counts(): readonly Map<number, number>[] {
    for (const text of this.#unread.splice(0)) {
      const kept = JSON.parse(text) as Pairs[];
      kept.forEach((pairs, item) => {
        const own = this.#counts[item];
        if (own) for (const [value, count] of pairs) addTo(own, value, count);
      });
    }
    return this.#counts;
  }

  /** The counts as JSON, numbers ascending. */
  get text(): string {
    return JSON.stringify(this.counts.map((counts) => [...counts].sort(([one], [other]) => one - other)));
  }
}
