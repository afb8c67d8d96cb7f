import type { WeightedSample } from "~/statistics/ratio-estimate";
import { allSatisfiedCounts, allSatisfiedRow } from "./all-satisfied";
import { answerProducts } from "./answer-products";
import { countCodes } from "./code-counts";
import { allRows, rowsOfGroups, type UnitGroup } from "./group-rows";
import { indexRow } from "./index-measures";
import { indexSums } from "./index-sums";
import { itemCovariances } from "./item-covariances";
import { numberCounts, numberItemRow, scaleItemRow, singleItemRow } from "./item-measures";
import { type ItemTally, itemTally } from "./item-tally";
import { type MeasurePlan, measurePlan } from "./measure-plan";
import { multipleCounts, multipleItemRow } from "./multiple-measures";
import { completeSums, reliabilityRow } from "./reliability";
import type { FrameColumn, ResponseFrame } from "./response-frame";
import type { MeasureRow, ReliabilityRow } from "./result";
import { weightedRow } from "./weighted-figures";

/** The key of the group of all units together. */
export const ALL_UNITS = "*";

/** Every measure of one group of persons. Masking and publication minima judge the group by `persons`. */
export interface GroupMeasures {
  unit: string;
  /** Responses of the group with at least one closed question answered; `null` once masked. */
  persons: number | null;
  /** Items in file order, then factors, domains, overall and all-satisfied. */
  measures: MeasureRow[];
  /** Of the measures those after the items, where they are made apart. */
  readonly indices?: readonly MeasureRow[];
  reliability: ReliabilityRow[];
}

/** A group whose rows are made when they are first asked for, and kept. */
export function groupMadeLater({
  unit,
  persons,
  measures,
  indices = () => measures().filter(({ level }) => level !== "item"),
  reliability,
}: Pick<GroupMeasures, "unit" | "persons"> & {
  measures: () => MeasureRow[];
  /** The last of the measures, where they are cheaper to make without items. */
  indices?: (() => MeasureRow[]) | undefined;
  reliability: () => ReliabilityRow[];
}): GroupMeasures & Required<Pick<GroupMeasures, "indices">> {
  let rows: MeasureRow[] | null = null;
  let last: MeasureRow[] | null = null;
  let factors: ReliabilityRow[] | null = null;
  const group = {
    unit,
    persons,
    get measures() {
      rows ??= measures();
      return rows;
    },
    get reliability() {
      factors ??= reliability();
      return factors;
    },
  };
  // Whoever writes or compares the group has these rows among its measures already.
  return Object.defineProperty(group, "indices", {
    get: () => {
      last ??= rows?.filter(({ level }) => level !== "item") ?? indices();
      return last;
    },
  }) as typeof group & Required<Pick<GroupMeasures, "indices">>;
}

/** Measures any subset of the rows of a frame; `null` rows are all of them. */
export function measureGroup(group: {
  frame: ResponseFrame;
  unit: string;
  rows: Int32Array | null;
  /** As of `measureGroups`. */
  sample?: WeightedSample | undefined;
}): GroupMeasures {
  const { frame, unit, rows, sample } = group;
  return measureRows(frame, measurePlan(frame), unit, rows ?? allRows(frame), sample);
}

interface GroupsToMeasure {
  frame: ResponseFrame;
  groups: readonly UnitGroup[];
  /** Design and weights of the rows of the frame; every row weighs 1 and is drawn alone when absent. */
  sample?: WeightedSample | undefined;
}

/** Measures all units together (`*`, first) and each of the groups, which may overlap as branches of a tree do. */
export function measureGroups({ frame, groups, sample }: GroupsToMeasure): GroupMeasures[] {
  const plan = measurePlan(frame);
  const rows = rowsOfGroups(frame, groups);
  return [
    measureRows(frame, plan, ALL_UNITS, allRows(frame), sample),
    ...groups.map(({ key }, position) => measureRows(frame, plan, key, rows[position] ?? new Int32Array(), sample)),
  ];
}

function measureRows(
  frame: ResponseFrame,
  plan: MeasurePlan,
  unit: string,
  rows: Int32Array,
  sample?: WeightedSample,
): GroupMeasures {
  const tallies = new Map<string, ItemTally>();
  const items = frame.columns.map((column) => itemRow(column, plan, unit, rows, tallies));
  const measures = [...items, ...indexRows(frame, plan, unit, rows, tallies)];
  return {
    unit,
    persons: rows.reduce((sum, row) => sum + (frame.answered[row] ?? 0), 0),
    measures: sample
      ? measures.map((row) => weightedRow(row, { frame, plan, rows, tallies: scoredTallies(plan, tallies), sample }))
      : measures,
    reliability: plan.factors.map(({ code, items: positions }) =>
      reliabilityRow(
        unit,
        code,
        completeSums(
          rows,
          positions.flatMap((position) => plan.scored[position] ?? []),
        ),
      ),
    ),
  };
}

/** Row of one item; what the indices need of a `scale` item is kept in `tallies`, so that it is counted once. */
function itemRow(
  column: FrameColumn,
  plan: MeasurePlan,
  unit: string,
  rows: Int32Array,
  tallies: Map<string, ItemTally>,
): MeasureRow {
  if (column.kind === "number") return numberItemRow(unit, column.item, numberCounts(column, rows));
  if (column.kind === "multiple") return multipleItemRow(unit, column.item, multipleCounts(column, rows));
  const { item } = column;
  const counts = countCodes(column.codes, rows, column.values.length);
  if (item.type === "single") return singleItemRow(unit, item, counts);
  const coding = plan.codings.get(item.code);
  if (!coding) throw new Error(`scale item ${item.code} has no coding`);
  tallies.set(item.code, itemTally(coding, counts));
  return scaleItemRow(unit, item, coding, counts);
}

function indexRows(
  frame: ResponseFrame,
  plan: MeasurePlan,
  unit: string,
  rows: Int32Array,
  tallies: ReadonlyMap<string, ItemTally>,
): MeasureRow[] {
  if (plan.scored.length === 0) return [];
  const { rule } = frame.questionnaire.index;
  const scores = plan.scored.map((item) => item.scores);
  const ofItems = scoredTallies(plan, tallies);
  const covariances = rule === "pooled" ? null : itemCovariances(ofItems, answerProducts(rows, scores));
  const indices = plan.definitions.map((definition) => {
    const sums = indexSums(
      rows,
      definition.items.flatMap((item) => scores[item] ?? []),
    );
    return indexRow({ unit, rule, definition, tallies: ofItems, sums, covariances });
  });
  return [...indices, allSatisfiedRow(unit, allSatisfiedCounts(rows, plan.scored))];
}

/** In the order in which the definitions of indices count the scored items. */
function scoredTallies(plan: MeasurePlan, tallies: ReadonlyMap<string, ItemTally>): ItemTally[] {
  return plan.scored.flatMap(({ item }) => tallies.get(item.code) ?? []);
}
