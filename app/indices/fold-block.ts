import { addMarked, markRows } from "./all-satisfied";
import { CODE_OFFSET } from "./frame-codes";
import { addScores, type PersonScores, personScores, type ScoreTables } from "./index-sums";
import { addTo } from "./item-measures";
import { addMultiple } from "./multiple-measures";
import type { NumberColumn } from "./number-column";
import type { DaySums, Tally } from "./tally-book";
import { PERSONS, RESPONSES, type TallyPlan } from "./tally-plan";

/** Of each response of a block: its tally, how many times over it counts (−1: taken away), and its day where it has one. */
export interface FoldedBlock {
  tallies: Int32Array;
  times: Int8Array;
  days: (DaySums | null)[];
  rows: Int32Array;
  scores: PersonScores;
  marks: Uint8Array;
}

export function foldedBlock(capacity: number): FoldedBlock {
  return {
    tallies: new Int32Array(capacity),
    times: new Int8Array(capacity),
    days: new Array(capacity).fill(null),
    rows: Int32Array.from({ length: capacity }, (_, row) => row),
    scores: personScores(capacity),
    marks: new Uint8Array(capacity),
  };
}

/** Where the sums of a response's tally are. */
type Targets = readonly Float64Array[];

/** Adds the responses in the plan's frame to their tallies, item by item. */
export function addBlock(plan: TallyPlan, block: FoldedBlock, tallies: readonly Tally[]): void {
  const { frame } = plan;
  const rows = block.rows.subarray(0, frame.size);
  const targets = Array.from(rows, (row) => tallies[block.tallies[row] as number]?.sums ?? new Float64Array());
  for (let row = 0; row < rows.length; row++) {
    const times = block.times[row] as number;
    add(targets, row, RESPONSES, times);
    if (frame.answered[row]) {
      add(targets, row, PERSONS, times);
      const day = block.days[row];
      if (day) day.persons += times;
    }
  }
  addItems(plan, block, targets, tallies);
  addAllSatisfied(plan, block, rows, targets);
  plan.plan.definitions.forEach((definition, position) => {
    const items = definition.items.flatMap((item) => plan.plan.scored[item]?.scores ?? []);
    scoreBlock(block, rows, items);
    addIndex(block, rows.length, targets, plan.indices[position] as number);
    if (definition.level === "overall") addToDays(block, rows.length);
    if (definition.level !== "factor") return;
    const factor = plan.plan.factors.findIndex(({ code }) => code === definition.code);
    addReliability(block, items, rows.length, targets, plan.factors[factor] as number);
  });
}

function add(targets: Targets, row: number, element: number, value: number): void {
  const sums = targets[row] as Float64Array;
  sums[element] = (sums[element] as number) + value;
}

function addItems(
  { frame, items }: TallyPlan,
  { times, tallies: of }: FoldedBlock,
  targets: Targets,
  tallies: readonly Tally[],
) {
  let number = 0;
  frame.columns.forEach((column, position) => {
    const start = items[position] as number;
    if (column.kind === "coded") {
      const { codes } = column;
      for (let row = 0; row < frame.size; row++)
        add(targets, row, start + CODE_OFFSET + (codes[row] as number), times[row] as number);
    } else if (column.kind === "multiple") {
      for (let row = 0; row < frame.size; row++)
        addMultiple(targets[row] as Float64Array, start, column, row, times[row] as number);
    } else {
      for (let row = 0; row < frame.size; row++) {
        const given = tallies[of[row] as number]?.numbers[number];
        if (given) addNumber(column, row, times[row] as number, targets, start, given);
      }
      number++;
    }
  });
}

function addNumber(
  column: NumberColumn,
  row: number,
  times: number,
  targets: Targets,
  start: number,
  given: Map<number, number>,
): void {
  if (!column.wasAsked(row)) add(targets, row, start, times);
  else if (!column.isAnswered(row)) add(targets, row, start + 1, times);
  else addTo(given, column.numbers[row] as number, times);
}

function addAllSatisfied({ plan, allSatisfied }: TallyPlan, block: FoldedBlock, rows: Int32Array, targets: Targets) {
  block.marks.fill(0);
  markRows(block.marks, rows, plan.scored);
  for (let row = 0; row < rows.length; row++) {
    const counts = { asked: 0, valid: 0, excluded: 0, satisfied: 0 };
    addMarked(counts, block.marks[row] as number, block.times[row] as number);
    add(targets, row, allSatisfied, counts.asked);
    add(targets, row, allSatisfied + 1, counts.valid);
    add(targets, row, allSatisfied + 2, counts.excluded);
    add(targets, row, allSatisfied + 3, counts.satisfied);
  }
}

function scoreBlock({ scores }: FoldedBlock, rows: Int32Array, items: readonly ScoreTables[]): void {
  for (const array of [scores.answers, scores.satisfied, scores.levels]) array.fill(0);
  for (const item of items) addScores(scores, rows, item);
}

/** In the order of INDEX_SUMS. */
function addIndex({ scores, times }: FoldedBlock, size: number, targets: Targets, start: number): void {
  for (let row = 0; row < size; row++) {
    const answers = scores.answers[row] as number;
    if (answers === 0) continue;
    const sums = targets[row] as Float64Array;
    const weight = times[row] as number;
    const satisfied = scores.satisfied[row] as number;
    const levels = scores.levels[row] as number;
    sums[start] = (sums[start] as number) + weight;
    sums[start + 1] = (sums[start + 1] as number) + weight * answers;
    sums[start + 2] = (sums[start + 2] as number) + weight * answers * answers;
    sums[start + 3] = (sums[start + 3] as number) + weight * satisfied;
    sums[start + 4] = (sums[start + 4] as number) + weight * satisfied * satisfied;
    sums[start + 5] = (sums[start + 5] as number) + weight * answers * satisfied;
    sums[start + 6] = (sums[start + 6] as number) + weight * levels;
    sums[start + 7] = (sums[start + 7] as number) + weight * levels * levels;
    sums[start + 8] = (sums[start + 8] as number) + weight * answers * levels;
  }
}

function addToDays({ scores, times, days }: FoldedBlock, size: number): void {
  for (let row = 0; row < size; row++) {
    const day = days[row];
    if (!day) continue;
    day.answers += (times[row] as number) * (scores.answers[row] as number);
    day.satisfied += (times[row] as number) * (scores.satisfied[row] as number);
  }
}

/** Of persons who answered every item of the factor validly, whose scores are those of the block now. */
function addReliability(
  { scores, times }: FoldedBlock,
  items: readonly ScoreTables[],
  size: number,
  targets: Targets,
  start: number,
): void {
  for (let row = 0; row < size; row++) {
    if ((scores.answers[row] as number) < items.length) continue;
    const sums = targets[row] as Float64Array;
    const weight = times[row] as number;
    const total = scores.levels[row] as number;
    sums[start] = (sums[start] as number) + weight;
    sums[start + 1] = (sums[start + 1] as number) + weight * total * total;
    for (let item = 0; item < items.length; item++) {
      const { column, level } = items[item] as ScoreTables;
      const answer = level[(column.codes[row] as number) + CODE_OFFSET] as number;
      const element = start + 2 + 2 * item;
      sums[element] = (sums[element] as number) + weight * answer;
      sums[element + 1] = (sums[element + 1] as number) + weight * answer * answer;
    }
  }
}
