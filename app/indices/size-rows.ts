import { type StratifiedRatio, type StratumSums, stratifiedRatio } from "~/statistics/stratified-ratio";
import { designMeanFields, designRateFields } from "./design-fields";
import { CODE_OFFSET } from "./frame-codes";
import type { IndexMeasure } from "./index-estimate";
import { itemTally } from "./item-tally";
import type { MeasureRow } from "./result";
import { stratifiedMean } from "./stratified-mean";
import { INDEX_SUMS, type TallyPlan } from "./tally-plan";

/** A unit that stands for its size: persons who answered there, and transactions or people that it serves. */
export interface SizedUnit {
  key: string;
  sampled: number;
  population: number;
}

/** A branch, or all units together (`*`), with the units that its estimate is made from. */
export interface SizedGroup {
  key: string;
  units: readonly SizedUnit[];
}

/** Figures of one index row post-stratified to the sizes of the units ("theo quy mô"). */
export type SizeFigures = Required<
  Pick<MeasureRow, "level" | "code" | "n_persons" | "rate" | "rate_se" | "rate_ci" | "mean" | "mean_se" | "mean_ci">
>;

/** How a survey's indices are made theo quy mô, wherever its answers lie. `finite`: persons were drawn from the sizes. */
export type MeasureBySize = (group: SizedGroup, finite: boolean) => SizeFigures[];

/** From the tallies of units. */
export function sizeRowsOfTallies(
  { frame, plan, indices, allSatisfied, items, products }: TallyPlan,
  sumsOf: (unit: string) => Float64Array | undefined,
): MeasureBySize {
  const places = plan.scored.map(({ column, coding }) => ({
    coding,
    start: items[frame.columns.indexOf(column)] as number,
    length: column.values.length + CODE_OFFSET,
  }));
  return ({ units }, finite) => {
    if (plan.scored.length === 0) return [];
    const strata = units.flatMap((unit) => {
      const own = sumsOf(unit.key);
      return own ? [{ ...unit, own }] : [];
    });
    const pooled = (stratum: (own: Float64Array) => Sums) =>
      stratifiedRatio(
        strata.map(({ sampled, population, own }) => ({ sampled, population, ...stratum(own) })),
        finite,
      );
    const moments =
      products === null
        ? null
        : strata.map(({ sampled, population, own }) => ({
            ...{ sampled, population, products: own.subarray(products) },
            items: places.map(({ coding, start, length }) => itemTally(coding, own.subarray(start, start + length))),
          }));
    const rows = plan.definitions.map((definition, position) => {
      const start = indices[position] ?? 0;
      const persons = strata.map(({ own }) => own[start] ?? 0);
      const estimate = (of: IndexMeasure) =>
        moments
          ? stratifiedMean(
              definition,
              moments.map((one, at) => ({ ...one, persons: persons[at] ?? 0 })),
              of,
              finite,
            )
          : pooled((own) => indexStratum(own, start, of));
      return figuresOf(definition, sum(persons), { rate: estimate("rate"), mean: estimate("mean") });
    });
    const alike = pooled((own) => {
      const [, valid = 0, , satisfied = 0] = own.subarray(allSatisfied);
      const below = { persons: valid, below: valid, belowSquares: valid };
      return { ...below, above: satisfied, aboveSquares: satisfied, cross: satisfied };
    });
    const answered = sum(strata.map(({ own }) => own[allSatisfied + 1] ?? 0));
    return [...rows, figuresOf({ level: "all-satisfied", code: "*" }, answered, { rate: alike, mean: null })];
  };
}

type Sums = Omit<StratumSums, "sampled" | "population">;

/** In the order of INDEX_SUMS: persons, Σm, Σm², then Σx, Σx², Σmx of rate and of mean. */
function indexStratum(own: Float64Array, start: number, of: IndexMeasure): Sums {
  const [persons = 0, below = 0, belowSquares = 0, ...scores] = own.subarray(start, start + INDEX_SUMS);
  const [above = 0, aboveSquares = 0, cross = 0] = of === "rate" ? scores : scores.slice(3);
  return { persons, below, belowSquares, above, aboveSquares, cross };
}

function figuresOf(
  { level, code }: Pick<MeasureRow, "level" | "code">,
  persons: number,
  { rate, mean }: { rate: StratifiedRatio | null; mean: StratifiedRatio | null },
): SizeFigures {
  const estimate = (of: StratifiedRatio | null) => of && { ...of, error: of.standardError, persons };
  return {
    ...{ level, code, n_persons: persons },
    ...designRateFields(estimate(rate)),
    ...designMeanFields(estimate(mean), mean?.degreesOfFreedom ?? 0),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
