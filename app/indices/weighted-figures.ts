import { linearisedError, ratioEstimate, type WeightedSample } from "~/statistics/ratio-estimate";
import { designMeanFields, designRateFields } from "./design-fields";
import { type Scores, scoresOfAllSatisfied, scoresOfItem, scoresOfOption, scoresOfScale } from "./design-scores";
import type { IndexDefinition } from "./index-definitions";
import { type IndexMeasure, itemCoefficients } from "./index-estimate";
import type { ItemTally } from "./item-tally";
import type { MeasurePlan } from "./measure-plan";
import type { FrameColumn, ResponseFrame } from "./response-frame";
import type { MeasureRow } from "./result";

/** What the weighted figures of a group are made from: its rows in the frame, and the counts of its scored items. */
export interface WeightedGroup {
  frame: ResponseFrame;
  plan: MeasurePlan;
  rows: Int32Array;
  tallies: readonly ItemTally[];
  sample: WeightedSample;
}

/**
 * A measure row with the figures that the design gives (contracts, section 3): weighted estimate, linearised error with the
 * group as a domain of the whole sample, Wilson's interval at the effective size, t on primary units − strata. Counts
 * stay the unweighted ones.
 */
export function weightedRow(row: MeasureRow, group: WeightedGroup): MeasureRow {
  if (row.level === "all-satisfied") return { ...row, ...rateOf(row, group, scoresOfAllSatisfied(group)) };
  if (row.level !== "item") return weightedIndexRow(row, group);
  const column = group.frame.columns.find(({ item }) => item.code === row.code);
  return column ? { ...row, ...itemFigures(row, group, column) } : row;
}

function itemFigures(row: MeasureRow, group: WeightedGroup, column: FrameColumn): Partial<MeasureRow> {
  const { rows, plan } = group;
  if (column.item.type === "scale") {
    const coding = plan.codings.get(column.item.code);
    if (!coding) throw new Error(`scale item ${column.item.code} has no coding`);
    const scores = (measure: IndexMeasure) => scoresOfScale(rows, column, coding, measure);
    const rate = row.rate === null ? { rate: null, rate_se: null, rate_ci: null } : rateOf(row, group, scores("rate"));
    return { ...rate, ...meanOf(row, group, scores("mean")) };
  }
  if (column.kind === "number") return meanOf(row, group, scoresOfItem(rows, column));
  const options = column.item.type === "single" || column.item.type === "multiple" ? column.item.options : [];
  const counted = options.filter(({ excluded }) => !excluded);
  const shares = counted.flatMap(({ value }) => {
    const estimate = estimateOf(group, scoresOfOption(rows, column, new Set([value])));
    return estimate ? [{ value, ...estimate }] : [];
  });
  const figures: Partial<MeasureRow> =
    shares.length === 0
      ? { shares: null, share_ses: null }
      : {
          shares: Object.fromEntries(shares.map(({ value, estimate }) => [value, estimate])),
          share_ses: isAlone(row) ? null : Object.fromEntries(shares.map(({ value, error }) => [value, error])),
        };
  if (row.rate === undefined) return figures;
  const returns = new Set(counted.flatMap(({ value, counts_as_return }) => (counts_as_return ? value : [])));
  return { ...figures, ...rateOf(row, group, scoresOfOption(rows, column, returns)) };
}

function weightedIndexRow(row: MeasureRow, group: WeightedGroup): MeasureRow {
  const definition = group.plan.definitions.find(({ level, code }) => level === row.level && code === row.code);
  if (!definition) return row;
  const estimate = row.rule === "pooled" ? pooledEstimate : meanOfParts;
  return {
    ...row,
    ...rateFields(row, row.rate === null ? null : estimate(group, definition, "rate")),
    ...meanFields(row, group, row.mean === null ? null : estimate(group, definition, "mean")),
  };
}

interface Estimate {
  estimate: number;
  error: number;
  /** (Σw)²/Σw² over the persons of the row (Kish 1965): the effective size where the error says nothing. */
  weightsAlone: number;
}

function estimateOf({ sample }: WeightedGroup, { rows, above, below }: Scores): Estimate | null {
  const result = ratioEstimate(sample, rows, above, below);
  return result && { estimate: result.estimate, error: result.standardError, weightsAlone: kish(sample, rows) };
}

/** Pooled answers: of each person the sum over the items of the index. */
function pooledEstimate(group: WeightedGroup, definition: IndexDefinition, measure: IndexMeasure): Estimate | null {
  const above = new Float64Array(group.rows.length);
  const below = new Float64Array(group.rows.length);
  eachScore(group, definition, measure, (at, score) => {
    above[at] = (above[at] as number) + score;
    below[at] = (below[at] as number) + 1;
  });
  const inBase = (_: number, at: number) => (below[at] as number) > 0;
  return estimateOf(group, {
    rows: group.rows.filter(inBase),
    above: above.filter(inBase),
    below: below.filter(inBase),
  });
}

/** Mean-type rules: θ̂ = Σ cₖθ̂ₖ over weighted items, the linearised values of a person added up. */
function meanOfParts(group: WeightedGroup, definition: IndexDefinition, measure: IndexMeasure): Estimate | null {
  const coefficients = itemCoefficients(definition, group.tallies);
  if (coefficients === null) return null;
  const { sample, rows, plan } = group;
  const sums = plan.scored.map(() => ({ above: 0, below: 0 }));
  eachScore(group, definition, measure, (at, score, item) => {
    const sum = sums[item] as (typeof sums)[number];
    const weight = sample.weights[rows[at] as number] as number;
    sum.above += weight * score;
    sum.below += weight;
  });
  const parts = sums.map(({ above, below }, item) => ({
    ...{ below, mean: above / below, coefficient: coefficients.get(item) ?? 0 },
  }));
  // An item whose every answer weighs 0 has no mean, and the index has none.
  if (parts.some(({ coefficient, below }) => coefficient > 0 && below === 0)) return null;
  const estimate = parts.reduce((sum, { coefficient, mean }) => sum + (coefficient > 0 ? coefficient * mean : 0), 0);
  const linearised = new Float64Array(rows.length);
  const seen = new Uint8Array(rows.length);
  eachScore(group, definition, measure, (at, score, item) => {
    const { coefficient, mean, below } = parts[item] as (typeof parts)[number];
    if (coefficient === 0) return;
    linearised[at] = (linearised[at] as number) + (coefficient * (score - mean)) / below;
    seen[at] = 1;
  });
  const inBase = (_: number, at: number) => seen[at] === 1;
  const persons = rows.filter(inBase);
  const error = linearisedError(sample, persons, linearised.filter(inBase), estimate);
  return { estimate, error, weightsAlone: kish(sample, persons) };
}

/** Every valid answer to the items of an index: place of the person in the group, score, position of the item. */
function eachScore(
  { plan, rows }: WeightedGroup,
  definition: IndexDefinition,
  measure: IndexMeasure,
  see: (at: number, score: number, item: number) => void,
): void {
  for (const item of definition.items) {
    const { column, coding } = plan.scored[item] as MeasurePlan["scored"][number];
    const scores = coding.values.map((value, code) => (measure === "mean" ? value : coding.satisfied[code] ? 1 : 0));
    for (let at = 0; at < rows.length; at++) {
      const code = column.codes[rows[at] as number] as number;
      if (coding.valid[code]) see(at, scores[code] as number, item);
    }
  }
}

function kish({ weights }: WeightedSample, rows: Int32Array): number {
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    sum += weights[row] as number;
    squares += (weights[row] as number) ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}

const isAlone = ({ n_persons }: MeasureRow) => (n_persons ?? 0) < 2;
const rateOf = (row: MeasureRow, group: WeightedGroup, scores: Scores) => rateFields(row, estimateOf(group, scores));
const meanOf = (row: MeasureRow, group: WeightedGroup, scores: Scores) =>
  meanFields(row, group, estimateOf(group, scores));

const rateFields = (row: MeasureRow, result: Estimate | null) =>
  designRateFields(result && { ...result, persons: row.n_persons ?? 0 });
const meanFields = (row: MeasureRow, { sample }: WeightedGroup, result: Estimate | null) =>
  designMeanFields(result && { ...result, persons: row.n_persons ?? 0 }, sample.design.degreesOfFreedom);
