import { allSatisfiedRow } from "./all-satisfied";
import { CODE_OFFSET } from "./frame-codes";
import { indexRow } from "./index-measures";
import type { IndexSums } from "./index-sums";
import { itemCovariances } from "./item-covariances";
import { numberItemRow, scaleItemRow, singleItemRow } from "./item-measures";
import { type ItemTally, itemTally } from "./item-tally";
import { type GroupMeasures, groupMadeLater } from "./measure-groups";
import { MULTIPLE_COUNTS, multipleItemRow } from "./multiple-measures";
import { reliabilityRow } from "./reliability";
import type { FrameColumn } from "./response-frame";
import type { MeasureRow, ReliabilityRow } from "./result";
import type { Tally } from "./tally-book";
import { NumberTotals } from "./tally-numbers";
import { PERSONS, type TallyPlan } from "./tally-plan";

/** The figures of tallies of one group added up. */
export function sumTallies(plan: TallyPlan, tallies: Iterable<Pick<Tally, "sums">>): Float64Array {
  const sums = new Float64Array(plan.length);
  for (const tally of tallies) addSums(sums, tally.sums);
  return sums;
}

export function addSums(sums: Float64Array, more: Float64Array): void {
  for (let element = 0; element < sums.length; element++)
    sums[element] = (sums[element] as number) + (more[element] as number);
}

/** How often each number was given in all of the tallies. */
export function sumNumbers(plan: TallyPlan, tallies: Iterable<Pick<Tally, "numbers">>): Map<number, number>[] {
  const totals = plan.frame.columns.flatMap(({ kind }) => (kind === "number" ? [new NumberTotals()] : []));
  for (const tally of tallies) tally.numbers.addInto(totals);
  return totals.map((total) => total.counts());
}

/**
 * The indices of a group from its tally, without rows of items and reliability: a fifth of the rows, which is what a table
 * of a thousand units shows.
 */
export function measureIndices(plan: TallyPlan, unit: string, sums: Float64Array): GroupMeasures {
  const tallies = new Map<string, ItemTally>();
  plan.frame.columns.forEach((column, position) => {
    const coding = plan.plan.codings.get(column.item.code);
    if (coding) tallies.set(column.item.code, itemTally(coding, sums.subarray(plan.items[position])));
  });
  return { unit, persons: sums[PERSONS] ?? 0, measures: indexRows(plan, unit, sums, tallies), reliability: [] };
}

/**
 * The measures of a group from its tally: the very rows that its responses give, made when they are first asked for,
 * since a page shows those of a few groups of a thousand.
 */
export function measureTally(
  plan: TallyPlan,
  unit: string,
  sums: Float64Array,
  numbersOf: () => readonly ReadonlyMap<number, number>[],
): GroupMeasures {
  return groupMadeLater({
    unit,
    persons: sums[PERSONS] ?? 0,
    measures: () => measureRows(plan, unit, sums, numbersOf()),
    indices: () => measureIndices(plan, unit, sums).measures,
    reliability: () =>
      plan.plan.factors.map((factor, position) => factorRow(unit, factor, sums.subarray(plan.factors[position]))),
  });
}

function measureRows(
  plan: TallyPlan,
  unit: string,
  sums: Float64Array,
  numbers: readonly ReadonlyMap<number, number>[],
): MeasureRow[] {
  const tallies = new Map<string, ItemTally>();
  let number = 0;
  const items = plan.frame.columns.map((column, position) => {
    const given = column.kind === "number" ? numbers[number++] : undefined;
    return itemRow(plan, unit, column, sums.subarray(plan.items[position]), given ?? new Map(), tallies);
  });
  return [...items, ...indexRows(plan, unit, sums, tallies)];
}

/** @param counts of the item, and of what stands after it. */
function itemRow(
  { plan }: TallyPlan,
  unit: string,
  column: FrameColumn,
  counts: Float64Array,
  given: ReadonlyMap<number, number>,
  tallies: Map<string, ItemTally>,
): MeasureRow {
  if (column.kind === "number") return numberItemRow(unit, column.item, { missing: counts[1] ?? 0, given });
  if (column.kind === "multiple")
    return multipleItemRow(unit, column.item, counts.subarray(0, MULTIPLE_COUNTS.ticks + column.item.options.length));
  const { item } = column;
  const own = counts.subarray(0, column.values.length + CODE_OFFSET);
  if (item.type === "single") return singleItemRow(unit, item, own);
  const coding = plan.codings.get(item.code);
  if (!coding) throw new Error(`scale item ${item.code} has no coding`);
  tallies.set(item.code, itemTally(coding, own));
  return scaleItemRow(unit, item, coding, own);
}

function indexRows(
  { frame, plan, indices, allSatisfied, products }: TallyPlan,
  unit: string,
  sums: Float64Array,
  byCode: ReadonlyMap<string, ItemTally>,
): MeasureRow[] {
  if (plan.scored.length === 0) return [];
  const { rule } = frame.questionnaire.index;
  const tallies = plan.scored.flatMap(({ item }) => byCode.get(item.code) ?? []);
  const covariances = products === null ? null : itemCovariances(tallies, sums.subarray(products));
  const rows = plan.definitions.map((definition, position) =>
    indexRow({ unit, rule, definition, tallies, sums: indexSumsAt(sums, indices[position] ?? 0), covariances }),
  );
  const [asked = 0, valid = 0, excluded = 0, satisfied = 0] = sums.subarray(allSatisfied);
  return [...rows, allSatisfiedRow(unit, { asked, valid, excluded, satisfied })];
}

/** In the order of INDEX_SUMS. */
function indexSumsAt(sums: Float64Array, start: number): IndexSums {
  const at = (element: number) => sums[start + element] ?? 0;
  return {
    ...{ persons: at(0), answers: at(1), answerSquares: at(2) },
    rate: { sum: at(3), squares: at(4), cross: at(5) },
    mean: { sum: at(6), squares: at(7), cross: at(8) },
  };
}

function factorRow(
  unit: string,
  { code, items }: { code: string; items: readonly number[] },
  sums: Float64Array,
): ReliabilityRow {
  return reliabilityRow(unit, code, {
    persons: sums[0] ?? 0,
    totalSquares: sums[1] ?? 0,
    sums: items.map((_, item) => sums[2 + 2 * item] ?? 0),
    squares: items.map((_, item) => sums[3 + 2 * item] ?? 0),
  });
}
