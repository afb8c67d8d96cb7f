import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import { personStandardError } from "~/statistics/person-standard-error";
import { sumBaseCounts } from "./code-counts";
import { meanFields, rateFields } from "./estimate-fields";
import type { IndexDefinition } from "./index-definitions";
import { partsUsed } from "./index-estimate";
import type { ItemTally } from "./item-tally";
import { lineariseMean, linearisePooled } from "./linearised-index";
import { personSums, type ScoredColumn } from "./person-sums";
import type { MeasureRow } from "./result";

/** Row of one factor, domain or overall index in one group, rate and mean by the same rule. */
export function indexRow(group: {
  unit: string;
  rule: IndexRule;
  definition: IndexDefinition;
  /** Of all scored items, as the positions of the definition count them. */
  tallies: readonly ItemTally[];
  scored: readonly ScoredColumn[];
  rows: Int32Array;
}): MeasureRow {
  const { unit, rule, definition, tallies } = group;
  const linearise = rule === "pooled" ? linearisePooled : lineariseMean;
  const rate = linearise(definition, tallies, "rate");
  const mean = linearise(definition, tallies, "mean");
  const sums = personSums(group.rows, pick(group.scored, definition.items), rate, mean);
  const { persons } = sums;
  const rateError = personStandardError({ persons, squares: sums.rateSquares, negligible: rate.negligible });
  const meanError = personStandardError({ persons, squares: sums.meanSquares, negligible: mean.negligible });
  return {
    ...{ unit, level: definition.level, code: definition.code },
    ...sumBaseCounts(pick(tallies, definition.items)),
    ...{ n_persons: persons, rule, k: definition.parts.length, k_used: partsUsed(definition, tallies) },
    ...rateFields({ estimate: rate.estimate, standardError: rateError, persons }),
    ...meanFields({ estimate: mean.estimate, standardError: meanError, persons }),
    suppressed: null,
  };
}

function pick<T>(entries: readonly T[], positions: readonly number[]): T[] {
  return positions.flatMap((position) => entries[position] ?? []);
}
