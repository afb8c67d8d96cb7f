import { type Constraint, solve } from "yalps";
import type { maskSmallCells } from "~/indices/mask-small-cells";
import type { GroupMeasures } from "~/indices/measure-groups";
import type { GroupSum } from "~/indices/withheld-groups";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

/** Numbers of persons and of answers as a reader of all published figures knows them: names, relations, order. */
export class Published {
  readonly #values = new Map<string, number>();
  readonly #unknown = new Set<string>();
  readonly #equal: { total: string; parts: readonly string[] }[] = [];
  readonly #atMost: { less: string; more: string }[] = [];

  /** @param known whether the number is published. */
  say(name: string, value: number, known: boolean): void {
    this.#values.set(name, value);
    if (!known) this.#unknown.add(name);
  }

  sum(total: string, parts: readonly string[]): void {
    const missing = parts.reduce((sum, part) => sum - this.#of(part), this.#of(total));
    if (Math.abs(missing) > 1e-9) throw new Error(`${total} is not the sum of ${parts.join(", ")}`);
    this.#equal.push({ total, parts });
  }

  atMost(less: string, more: string): void {
    if (this.#of(less) > this.#of(more)) throw new Error(`${less} is more than ${more}`);
    this.#atMost.push({ less, more });
  }

  #of(name: string): number {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`nobody said ${name}`);
    return value;
  }

  /**
   * Unknown numbers between 1 and `below` − 1 with the width of the interval that follows from everything published, by
   * yalps. Larger ones are masked to protect these; that everybody of a group answered an item is no secret by itself.
   */
  widths(below: number): Map<string, number> {
    const constraints = new Map<string, Constraint>();
    const coefficients = new Map([...this.#unknown].map((name) => [name, new Map<string, number>()]));
    const add = (key: string, terms: readonly (readonly [name: string, sign: number])[], kind: "equal" | "max") => {
      let right = 0;
      for (const [name, sign] of terms) {
        const own = coefficients.get(name);
        if (own) own.set(key, (own.get(key) ?? 0) + sign);
        else right -= sign * this.#of(name);
      }
      constraints.set(key, { [kind]: right });
    };
    for (const [at, { total, parts }] of this.#equal.entries())
      add(`e${at}`, [[total, -1], ...parts.map((part) => [part, 1] as const)], "equal");
    for (const [at, { less, more }] of this.#atMost.entries()) {
      const terms = [[less, 1] as const, [more, -1] as const];
      add(`m${at}`, terms, "max");
    }
    const end = (name: string, direction: "maximize" | "minimize") => {
      const variables = [...coefficients].map(([one, own]) => [
        one,
        one === name ? new Map([...own, ["aim", 1]]) : own,
      ]);
      const { status, result } = solve({
        ...{ direction, objective: "aim", constraints, variables: variables as [string, Map<string, number>][] },
      });
      if (status === "unbounded") return Number.POSITIVE_INFINITY;
      if (status !== "optimal") throw new Error(`${status} at ${name}`);
      return result;
    };
    return new Map(
      [...this.#unknown].flatMap((name) =>
        this.#of(name) === 0 || this.#of(name) >= below
          ? []
          : [[name, end(name, "maximize") - end(name, "minimize")] as const],
      ),
    );
  }
}

/** Everything that masked measures of groups tell of sizes: sums over units and within indices, and what cannot exceed what. */
export function publishedOf(
  questionnaire: Questionnaire,
  before: readonly GroupMeasures[],
  after: ReturnType<typeof maskSmallCells>,
  sums: readonly GroupSum[],
): Published {
  const published = new Published();
  const factorOf = new Map(
    questionnaire.items.flatMap((item) => (item.type === "scale" && item.factor ? [[item.code, item.factor]] : [])),
  );
  const names = new Set<string>();
  before.forEach((group, at) => {
    const masked = after[at];
    const say = (name: string, value: number, known: boolean) => {
      published.say(`${group.unit} ${name}`, value, known);
      names.add(name);
    };
    say("persons", group.persons ?? 0, masked?.persons !== null);
    group.measures.forEach((row, index) => {
      const known = masked?.measures[index]?.suppressed === null;
      say(`${row.level} ${row.code}`, row.n_persons ?? 0, known);
      if (row.level !== "item") say(`answers ${row.level} ${row.code}`, row.n_valid ?? 0, known);
      if (row.level === "item" && !factorOf.has(row.code))
        for (const [value, count] of Object.entries(row.levels ?? {})) say(`${row.code}=${value}`, count, known);
    });
    for (const [index, { factor, n }] of group.reliability.entries())
      say(`alpha ${factor}`, n ?? 0, masked?.reliability[index]?.n !== null);
    const own = (name: string) => `${group.unit} ${name}`;
    for (const { code } of questionnaire.factors) {
      const items = [...factorOf].flatMap(([item, factor]) => (factor === code ? [`item ${item}`] : []));
      published.sum(own(`answers factor ${code}`), items.map(own));
      for (const item of items) {
        published.atMost(own(item), own(`factor ${code}`));
        published.atMost(own(`alpha ${code}`), own(item));
      }
      published.atMost(own(`factor ${code}`), own("overall *"));
    }
    published.sum(
      own("answers overall *"),
      questionnaire.factors.map(({ code }) => own(`answers factor ${code}`)),
    );
    published.atMost(own("overall *"), own("persons"));
  });
  for (const { total, parts } of sums)
    for (const name of names)
      published.sum(
        `${total} ${name}`,
        parts.map((part) => `${part} ${name}`),
      );
  return published;
}
