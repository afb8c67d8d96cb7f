import { addTo } from "./item-measures";

type Pairs = readonly (readonly [value: number, count: number])[];

/**
 * How often each number was given, by the `number` items in order. What was kept is read when somebody asks: a page of a
 * thousand units shows the numbers of few.
 */
export class TallyNumbers {
  #counts: readonly Map<number, number>[] | null = null;
  readonly #unread: string[] = [];

  constructor(private readonly items: number) {}

  /** Adds counts as `text` gives them. */
  addText(text: string): void {
    this.#unread.push(text);
  }

  get counts(): readonly Map<number, number>[] {
    const counts = (this.#counts ??= Array.from({ length: this.items }, () => new Map<number, number>()));
    for (const text of this.#unread.splice(0)) {
      const kept = JSON.parse(text) as Pairs[];
      kept.forEach((pairs, item) => {
        const own = counts[item];
        if (own) for (const [value, count] of pairs) addTo(own, value, count);
      });
    }
    return counts;
  }

  /** The counts as JSON, numbers ascending. */
  get text(): string {
    return JSON.stringify(this.counts.map((counts) => [...counts].sort(([one], [other]) => one - other)));
  }
}
