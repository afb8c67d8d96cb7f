import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import { productElements } from "./answer-products";
import { CODE_OFFSET } from "./frame-codes";
import { type MeasurePlan, measurePlan } from "./measure-plan";
import { MULTIPLE_COUNTS } from "./multiple-measures";
import { createFrame, type FrameColumn, type ResponseFrame } from "./response-frame";

/** Raised whenever the meaning of a tally changes: what was folded under another number is folded again. */
export const TALLY_FORMAT = 3;

/** First elements of every tally: responses, and those of them with at least one closed question answered. */
export const RESPONSES = 0;
export const PERSONS = 1;
/** Elements of a `number` item: not asked, missing. The numbers themselves are counted beside the tally. */
export const NUMBER_COUNTS = 2;
/** Elements of all-satisfied: asked, valid, excluded, satisfied. */
export const ALL_SATISFIED_COUNTS = 4;
/** Elements of an index row: persons, Σm, Σm², then Σx, Σx², Σmx of rate and of mean. */
export const INDEX_SUMS = 9;

/**
 * Where each figure of a questionnaire stands in a tally: one row of whole numbers for a group of persons, which add up
 * over groups. Counts of items come in the order of the packed record, then all-satisfied, then the sums of every index
 * definition by its position, then those of every factor's reliability: complete persons, Σ of squared totals, and by
 * item Σ of levels and of squared levels. Last, under a mean-type rule, the products of answers (answer-products.ts).
 */
export interface TallyPlan {
  /** Holds a block of responses while they are folded. */
  frame: ResponseFrame;
  plan: MeasurePlan;
  length: number;
  items: readonly number[];
  allSatisfied: number;
  indices: readonly number[];
  factors: readonly number[];
  /** Null where nothing needs them: under the pooled rule, or without scored items. */
  products: number | null;
}

/** @param capacity responses that the plan's frame holds. */
export function tallyPlan(questionnaire: Questionnaire, capacity = 1): TallyPlan {
  const frame = createFrame(questionnaire, { capacity });
  const plan = measurePlan(frame);
  let length = PERSONS + 1;
  const take = (elements: number) => {
    const start = length;
    length += elements;
    return start;
  };
  const items = frame.columns.map((column) => take(elementsOf(column)));
  const allSatisfied = take(ALL_SATISFIED_COUNTS);
  const indices = plan.definitions.map(() => take(INDEX_SUMS));
  const factors = plan.factors.map((factor) => take(2 + 2 * factor.items.length));
  const pooled = questionnaire.index.rule === "pooled" || plan.scored.length === 0;
  const products = pooled ? null : take(productElements(plan.scored.length));
  return { frame, plan, length, items, allSatisfied, indices, factors, products };
}

function elementsOf(column: FrameColumn): number {
  switch (column.kind) {
    case "coded":
      return column.values.length + CODE_OFFSET;
    case "multiple":
      return MULTIPLE_COUNTS.ticks + column.item.options.length;
    case "number":
      return NUMBER_COUNTS;
  }
}

/** What is tallied apart: responses of one unit by one channel, in results or left out of them. */
export interface TallyKey {
  unitId: number;
  channel: Channel;
  counted: boolean;
}

/** Position of a channel and standing among those of a unit. */
export function kindOf(channel: Channel, counted: boolean): number {
  return CHANNELS.indexOf(channel) * 2 + (counted ? 1 : 0);
}
