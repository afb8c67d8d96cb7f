import { addMarked, markOf } from "./all-satisfied";
import { ProductAdder } from "./answer-products";
import type { CodedColumn } from "./coded-column";
import { CODE_OFFSET } from "./frame-codes";
import { addScores, type PersonScores, personScores, type ScoreTables } from "./index-sums";
import { addTo } from "./item-measures";
import { addMultiple } from "./multiple-measures";
import type { NumberColumn } from "./number-column";
import type { Tally } from "./tally-book";
import type { TallyDays } from "./tally-days";
import { PERSONS, RESPONSES, type TallyPlan } from "./tally-plan";
import { NO_DAY, RUN, type Run } from "./waiting-records";

/** One index of a plan: what its persons' scores are added up from, and where its sums and those of its reliability stand. */
interface IndexPlace {
  items: readonly ScoreTables[];
  scores: PersonScores;
  /** Scores of the factors that its items are, counted before; none where it is counted item by item. */
  parts: readonly PersonScores[];
  start: number;
  reliability: number | null;
  overall: boolean;
}

/** Adds runs to tallies, item by item; the plan's frame holds the run meanwhile. */
export class RunFold {
  readonly #rows = Int32Array.from({ length: RUN }, (_, row) => row);
  readonly #noScores = personScores(RUN);
  readonly #indices: readonly IndexPlace[];
  readonly #products: ProductAdder;

  constructor(private readonly plan: TallyPlan) {
    this.#indices = indexPlaces(plan);
    this.#products = new ProductAdder(plan.products === null ? [] : plan.plan.scored.map(({ scores }) => scores));
  }

  add(tally: Tally, daySums: TallyDays, { records, times, days }: Run): void {
    const { frame } = this.plan;
    frame.size = 0;
    frame.addRecords("", records);
    const { size, answered } = frame;
    const { sums } = tally;
    const rows = this.#rows.subarray(0, size);
    let persons = 0;
    for (let row = 0; row < size; row++) persons += answered[row] as number;
    add(sums, RESPONSES, times * size);
    add(sums, PERSONS, times * persons);
    addItems(this.plan, tally, times);
    if (this.plan.products !== null) this.#products.add(sums.subarray(this.plan.products), rows, times);
    for (const { items, scores, parts, start, reliability, overall } of this.#indices) {
      clear(scores, size);
      if (parts.length > 0) for (const part of parts) addPart(scores, part, size);
      else for (const item of items) addScores(scores, rows, item);
      addIndex(scores, size, sums, start, times);
      if (overall) addAllSatisfied(this.plan, scores, size, sums, times);
      if (overall) addToDays(scores, answered, size, { tally: tally.position, sums: daySums, days, times });
      if (reliability !== null) addReliability(scores, items, size, sums, reliability, times);
    }
    if (this.#indices.length > 0) return;
    addToDays(this.#noScores, answered, size, { tally: tally.position, sums: daySums, days, times });
  }
}

/** Factors first, since others may be made up of them. */
function indexPlaces({ plan, indices, factors }: TallyPlan): IndexPlace[] {
  const places = plan.definitions.map((definition, position) => {
    const factor = plan.factors.findIndex(({ code }) => definition.level === "factor" && code === definition.code);
    return {
      definition,
      items: definition.items.flatMap((item) => plan.scored[item]?.scores ?? []),
      scores: personScores(RUN),
      start: indices[position] as number,
      reliability: factors[factor] ?? null,
      overall: definition.level === "overall",
    };
  });
  const ofFactors = places.filter(({ definition }) => definition.level === "factor");
  const others = places.filter(({ definition }) => definition.level !== "factor");
  return [
    ...ofFactors.map((place) => ({ ...place, parts: [] })),
    ...others.map((place) => ({ ...place, parts: partsOf(place.definition.items, ofFactors) })),
  ];
}

/** Scores of the factors whose items together are exactly these; none where there are no such factors. */
function partsOf(
  items: readonly number[],
  factors: readonly { definition: { items: readonly number[] }; scores: PersonScores }[],
): PersonScores[] {
  const wanted = new Set(items);
  const inside = factors.filter(({ definition }) => definition.items.every((item) => wanted.has(item)));
  const found = inside.flatMap(({ definition }) => definition.items);
  const exact = found.length === wanted.size && new Set(found).size === wanted.size;
  return exact ? inside.map(({ scores }) => scores) : [];
}

function addPart({ answers, satisfied, levels }: PersonScores, part: PersonScores, size: number): void {
  for (let row = 0; row < size; row++) {
    answers[row] = (answers[row] as number) + (part.answers[row] as number);
    satisfied[row] = (satisfied[row] as number) + (part.satisfied[row] as number);
    levels[row] = (levels[row] as number) + (part.levels[row] as number);
  }
}

function add(sums: Float64Array, element: number, value: number): void {
  sums[element] = (sums[element] as number) + value;
}

function addItems({ frame, items }: TallyPlan, { sums, numbers }: Tally, times: number): void {
  let number = 0;
  frame.columns.forEach((column, position) => {
    const start = items[position] as number;
    if (column.kind === "coded") addCodes(column, frame.size, sums, start, times);
    else if (column.kind === "multiple")
      for (let row = 0; row < frame.size; row++) addMultiple(sums, start, column, row, times);
    else {
      const given = numbers.counts[number++];
      if (given) addNumbers(column, frame.size, sums, start, given, times);
    }
  });
}

function addCodes({ codes }: CodedColumn, size: number, sums: Float64Array, start: number, times: number): void {
  for (let row = 0; row < size; row++) {
    const element = start + CODE_OFFSET + (codes[row] as number);
    sums[element] = (sums[element] as number) + times;
  }
}

function addNumbers(
  column: NumberColumn,
  size: number,
  sums: Float64Array,
  start: number,
  given: Map<number, number>,
  times: number,
): void {
  for (let row = 0; row < size; row++) {
    if (!column.wasAsked(row)) add(sums, start, times);
    else if (!column.isAnswered(row)) add(sums, start + 1, times);
    else addTo(given, column.numbers[row] as number, times);
  }
}

/** What a person's answers to all scored items, whose scores are given, come to; few have no valid one. */
function addAllSatisfied(
  { plan, allSatisfied }: TallyPlan,
  { answers, satisfied }: PersonScores,
  size: number,
  sums: Float64Array,
  times: number,
): void {
  const counts = { asked: 0, valid: 0, excluded: 0, satisfied: 0 };
  for (let row = 0; row < size; row++) {
    if ((answers[row] as number) === 0) {
      addMarked(counts, markOf(plan.scored, row));
      continue;
    }
    counts.valid++;
    if (answers[row] === satisfied[row]) counts.satisfied++;
  }
  add(sums, allSatisfied, times * (counts.asked + counts.valid));
  add(sums, allSatisfied + 1, times * counts.valid);
  add(sums, allSatisfied + 2, times * counts.excluded);
  add(sums, allSatisfied + 3, times * counts.satisfied);
}

function clear({ answers, satisfied, levels }: PersonScores, size: number): void {
  answers.fill(0, 0, size);
  satisfied.fill(0, 0, size);
  levels.fill(0, 0, size);
}

/** In the order of INDEX_SUMS; added up in whole numbers of the run first, which stay in registers. */
function addIndex(scores: PersonScores, size: number, sums: Float64Array, start: number, times: number): void {
  let [persons, m, mm, x, xx, mx, y, yy, my] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < size; row++) {
    const answers = scores.answers[row] as number;
    if (answers === 0) continue;
    const satisfied = scores.satisfied[row] as number;
    const levels = scores.levels[row] as number;
    persons++;
    m += answers;
    mm += answers * answers;
    x += satisfied;
    xx += satisfied * satisfied;
    mx += answers * satisfied;
    y += levels;
    yy += levels * levels;
    my += answers * levels;
  }
  add(sums, start, times * persons);
  add(sums, start + 1, times * m);
  add(sums, start + 2, times * mm);
  add(sums, start + 3, times * x);
  add(sums, start + 4, times * xx);
  add(sums, start + 5, times * mx);
  add(sums, start + 6, times * y);
  add(sums, start + 7, times * yy);
  add(sums, start + 8, times * my);
}

/** Adds those who answered something to the sums of their days. */
function addToDays(
  { answers, satisfied }: PersonScores,
  answered: Uint8Array,
  size: number,
  { tally, sums, days, times }: { tally: number; sums: TallyDays; days: Float64Array; times: number },
): void {
  for (let row = 0; row < size; row++) {
    const day = days[row] as number;
    if (day === NO_DAY || answered[row] === 0) continue;
    sums.add(tally, day, times, times * (answers[row] as number), times * (satisfied[row] as number));
  }
}

/** Of persons who answered every item of the factor validly, whose scores are those of the run now. */
function addReliability(
  { answers, levels }: PersonScores,
  items: readonly ScoreTables[],
  size: number,
  sums: Float64Array,
  start: number,
  times: number,
): void {
  let [persons, totalSquares] = [0, 0];
  for (let row = 0; row < size; row++) {
    if ((answers[row] as number) < items.length) continue;
    persons++;
    totalSquares += (levels[row] as number) ** 2;
  }
  add(sums, start, times * persons);
  add(sums, start + 1, times * totalSquares);
  items.forEach(({ column: { codes }, level }, item) => {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < size; row++) {
      if ((answers[row] as number) < items.length) continue;
      const answer = level[(codes[row] as number) + CODE_OFFSET] as number;
      sum += answer;
      squares += answer * answer;
    }
    add(sums, start + 2 + 2 * item, times * sum);
    add(sums, start + 3 + 2 * item, times * squares);
  });
}
