import type { WeightedSample } from "~/statistics/ratio-estimate";
import { type StratumSums, stratifiedRatio } from "~/statistics/stratified-ratio";
import { designMeanFields, designRateFields } from "./design-fields";
import { rowsOfGroups } from "./group-rows";
import type { IndexMeasure } from "./index-estimate";
import { measureGroup } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import type { MeasureRow } from "./result";
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

/** From the tallies of units, under the pooled rule. */
export function sizeRowsOfTallies(
  { plan, indices, allSatisfied }: TallyPlan,
  sumsOf: (unit: string) => Float64Array | undefined,
): MeasureBySize {
  return ({ units }, finite) => {
    if (plan.scored.length === 0) return [];
    const sums = units.flatMap((unit) => {
      const own = sumsOf(unit.key);
      return own ? [{ ...unit, own }] : [];
    });
    const figures = (
      level: MeasureRow["level"],
      code: string,
      stratum: (own: Float64Array, of: IndexMeasure) => Sums,
    ) => {
      const strata = (of: IndexMeasure) =>
        sums.map(({ sampled, population, own }) => ({ sampled, population, ...stratum(own, of) }));
      return figuresOf(
        level,
        code,
        { rate: strata("rate"), mean: level === "all-satisfied" ? null : strata("mean") },
        finite,
      );
    };
    return [
      ...plan.definitions.map(({ level, code }, position) =>
        figures(level, code, (own, of) => indexStratum(own, indices[position] ?? 0, of)),
      ),
      figures("all-satisfied", "*", (own) => {
        const [, valid = 0, , satisfied = 0] = own.subarray(allSatisfied);
        const below = { persons: valid, below: valid, belowSquares: valid };
        return { ...below, above: satisfied, aboveSquares: satisfied, cross: satisfied };
      }),
    ];
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
  level: MeasureRow["level"],
  code: string,
  strata: { rate: StratumSums[]; mean: StratumSums[] | null },
  finite: boolean,
): SizeFigures {
  const persons = strata.rate.reduce((sum, stratum) => sum + stratum.persons, 0);
  const estimate = (of: StratumSums[]) => {
    const ratio = stratifiedRatio(of, finite);
    return ratio && { ...ratio, error: ratio.standardError, persons };
  };
  const mean = strata.mean && estimate(strata.mean);
  return {
    ...{ level, code, n_persons: persons },
    ...designRateFields(estimate(strata.rate)),
    ...designMeanFields(mean, mean?.degreesOfFreedom ?? 0),
  };
}

/** From the records, whatever the rule. */
export function sizeRowsOfRecords(frame: ResponseFrame): MeasureBySize {
  return (group, finite) => {
    const [members = new Int32Array()] = rowsOfGroups(frame, [
      { key: group.key, unitKeys: group.units.map(({ key }) => key) },
    ]);
    const rows = members.filter((row) => frame.answered[row] === 1);
    const sample = sizeSample(frame, group.units, finite);
    return measureGroup({ frame, unit: group.key, rows, sample }).measures.flatMap((row) =>
      row.level === "item" ? [] : figuresOfRow(row),
    );
  };
}

function figuresOfRow({ level, code, n_persons, ...row }: MeasureRow): SizeFigures {
  const { rate = null, rate_se = null, rate_ci = null, mean = null, mean_se = null, mean_ci = null } = row;
  return { level, code, n_persons, rate, rate_se, rate_ci, mean, mean_se, mean_ci };
}

/** Units as strata, persons drawn alone, each standing for N/n. */
function sizeSample(frame: ResponseFrame, units: readonly SizedUnit[], finite: boolean): WeightedSample {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const ofStrata = (value: (unit: SizedUnit) => number) =>
    Float64Array.from(frame.unitKeys, (key) => {
      const unit = byKey.get(key);
      return unit ? value(unit) : 0;
    });
  const expansion = ofStrata(({ sampled, population }) => population / sampled);
  const stratum = Int32Array.from({ length: frame.size }, (_, row) => frame.units[row] ?? 0);
  return {
    weights: Float64Array.from(stratum, (at) => expansion[at] ?? 0),
    design: {
      ...{ primaryUnit: Int32Array.from(stratum, (_, row) => row), stratum, expansion },
      sampled: ofStrata(({ sampled }) => sampled),
      correction: ofStrata(({ sampled, population }) => (finite ? 1 - sampled / population : 1)),
      degreesOfFreedom: units.reduce((sum, { sampled }) => sum + sampled - 1, 0),
    },
  };
}
