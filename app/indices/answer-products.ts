import { CODE_OFFSET } from "./frame-codes";
import type { IndexMeasure } from "./index-estimate";
import type { ScoreTables } from "./index-sums";

/**
 * What is summed over persons for each pair of scored items j ≤ k, in this order: aⱼaₖ, sⱼaₖ, aⱼsₖ, sⱼsₖ, lⱼaₖ, aⱼlₖ, lⱼlₖ,
 * where a is 1 for a valid answer, s is 1 for a satisfied one and l is its level; all are 0 without a valid answer.
 */
const PAIR_PRODUCTS = 7;

/** Persons whose scores are held at a time: few enough to stay in the processor's cache. */
const BLOCK = 512;

/** Elements that the products of so many items take: whole numbers, which add up over groups. */
export function productElements(items: number): number {
  return (PAIR_PRODUCTS * items * (items + 1)) / 2;
}

/** Σ over persons of products of a pair of items j ≤ k by measure: x is the satisfied answer or the level. */
export interface PairSums {
  /** Σaⱼaₖ. */
  both: number;
  /** Σxⱼaₖ and Σaⱼxₖ. */
  first: number;
  second: number;
  /** Σxⱼxₖ. */
  cross: number;
}

/** The products of a pair of items, of so many, out of sums that begin with those of the first pair. */
export function pairSums(products: Float64Array, items: number, j: number, k: number, measure: IndexMeasure): PairSums {
  const start = PAIR_PRODUCTS * (j * items - (j * (j - 1)) / 2 + k - j);
  const at = (element: number) => products[start + element] as number;
  return measure === "rate"
    ? { both: at(0), first: at(1), second: at(2), cross: at(3) }
    : { both: at(0), first: at(4), second: at(5), cross: at(6) };
}

/** Adds up products of answers, and keeps the place that a block of persons needs. */
export class ProductAdder {
  readonly #valid: Int32Array[];
  readonly #satisfied: Int32Array[];
  readonly #levels: Int32Array[];
  readonly #block: number;

  /** @param most persons that are ever added at a time. */
  constructor(
    private readonly items: readonly ScoreTables[],
    most = BLOCK,
  ) {
    this.#block = Math.min(BLOCK, most);
    const places = () => items.map(() => new Int32Array(this.#block));
    [this.#valid, this.#satisfied, this.#levels] = [places(), places(), places()];
  }

  /** Adds the products of the persons in the rows, `times` over, to sums that begin with those of the first pair. */
  add(products: Float64Array, rows: Int32Array, times = 1): void {
    for (let start = 0; start < rows.length; start += this.#block) {
      const block = rows.subarray(start, start + this.#block);
      this.#read(block);
      this.#addBlock(products, block.length, times);
    }
  }

  #read(rows: Int32Array): void {
    this.items.forEach(({ column: { codes }, valid, satisfied, level }, item) => {
      const [own, good, levels] = [this.#valid[item], this.#satisfied[item], this.#levels[item]];
      if (!own || !good || !levels) return;
      for (let index = 0; index < rows.length; index++) {
        const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
        own[index] = valid[element] as number;
        good[index] = satisfied[element] as number;
        levels[index] = level[element] as number;
      }
    });
  }

  #addBlock(products: Float64Array, persons: number, times: number): void {
    let start = 0;
    for (let j = 0; j < this.items.length; j++) {
      const [aj, sj, lj] = this.#scoresOf(j);
      for (let k = j; k < this.items.length; k++) {
        const [ak, sk, lk] = this.#scoresOf(k);
        let [aa, sa, as, ss, la, al, ll] = [0, 0, 0, 0, 0, 0, 0];
        for (let person = 0; person < persons; person++) {
          const a = aj[person] as number;
          const s = sj[person] as number;
          const l = lj[person] as number;
          const b = ak[person] as number;
          const t = sk[person] as number;
          const m = lk[person] as number;
          aa += a * b;
          sa += s * b;
          as += a * t;
          ss += s * t;
          la += l * b;
          al += a * m;
          ll += l * m;
        }
        // One by one: a run may be of few persons, and a list of the seven would take longer than their sums.
        products[start] = (products[start] as number) + times * aa;
        products[start + 1] = (products[start + 1] as number) + times * sa;
        products[start + 2] = (products[start + 2] as number) + times * as;
        products[start + 3] = (products[start + 3] as number) + times * ss;
        products[start + 4] = (products[start + 4] as number) + times * la;
        products[start + 5] = (products[start + 5] as number) + times * al;
        products[start + 6] = (products[start + 6] as number) + times * ll;
        start += PAIR_PRODUCTS;
      }
    }
  }

  #scoresOf(item: number): [Int32Array, Int32Array, Int32Array] {
    return [this.#valid[item], this.#satisfied[item], this.#levels[item]] as [Int32Array, Int32Array, Int32Array];
  }
}

/** The products of the persons in the rows. */
export function answerProducts(rows: Int32Array, items: readonly ScoreTables[]): Float64Array {
  const products = new Float64Array(productElements(items.length));
  new ProductAdder(items, Math.max(1, rows.length)).add(products, rows);
  return products;
}
