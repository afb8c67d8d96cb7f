import type { ItemOf, ScaleItem } from "~/questionnaires/questionnaire-schema";
import { meanEstimateOfCounts } from "~/statistics/mean-estimate";
import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { baseCounts, type Counts } from "./code-counts";
import { meanFields, shareFields, singleAnswerRateFields } from "./estimate-fields";
import { CODE_OFFSET } from "./frame-codes";
import type { NumberColumn } from "./number-column";
import type { MeasureRow } from "./result";
import type { ScaleCoding } from "./scale-coding";

/** Row of a `scale` item from the counts of its codes. A rate exists where the scale flags a satisfied level. */
export function scaleItemRow(unit: string, item: ScaleItem, coding: ScaleCoding, counts: Counts): MeasureRow {
  const base = baseCounts(counts, coding.valid);
  const persons = base.n_valid;
  const validCounts = coding.valid.map((inBase, code) => (inBase ? (counts[code + CODE_OFFSET] ?? 0) : 0));
  const mean = meanEstimateOfCounts(coding.values, validCounts);
  const satisfied = validCounts.reduce((sum, count, code) => sum + (coding.satisfied[code] ? count : 0), 0);
  return {
    ...{ unit, level: "item", code: item.code, ...base, n_persons: persons },
    levels: countsByValue(coding.values, counts),
    ...(item.reverse ? { reversed: true as const } : {}),
    ...rateOfCount(coding.hasSatisfied ? satisfied : null, persons),
    ...meanFields({ estimate: mean?.mean ?? null, standardError: mean?.standardError ?? null, persons }),
    suppressed: null,
  };
}

/**
 * Row of a `single` item: share of each option among valid answers, excluded options outside the base, "khác" inside.
 * Where options count as a return (quay lại, giới thiệu) their share together is the rate.
 */
export function singleItemRow(unit: string, item: ItemOf<"single">, counts: Counts): MeasureRow {
  const valid = item.options.map((option) => !option.excluded);
  const base = baseCounts(counts, valid);
  const countOf = (code: number) => counts[code + CODE_OFFSET] ?? 0;
  const returns = item.options.map((option) => option.counts_as_return && !option.excluded);
  const returning = returns.reduce((sum, counted, code) => sum + (counted ? countOf(code) : 0), 0);
  const inBase = item.options.flatMap((option, code) => (valid[code] ? [[option.value, countOf(code)] as const] : []));
  return {
    ...{ unit, level: "item", code: item.code, ...base, n_persons: base.n_valid },
    levels: countsByValue(
      item.options.map(({ value }) => value),
      counts,
    ),
    ...(item.options.some((option) => option.counts_as_return) ? rateOfCount(returning, base.n_valid) : {}),
    ...shareFields(inBase, base.n_valid),
    suppressed: null,
  };
}

/** Answers to a `number` item: how many gave none though asked, and how often each number was given. */
export interface NumberCounts {
  missing: number;
  given: ReadonlyMap<number, number>;
}

export function numberCounts(column: NumberColumn, rows: Int32Array): NumberCounts {
  const given = new Map<number, number>();
  let missing = 0;
  for (const row of rows) {
    if (!column.wasAsked(row)) continue;
    if (!column.isAnswered(row)) missing++;
    else addTo(given, column.numbers[row] as number, 1);
  }
  return { missing, given };
}

/** Adds to a number's count and keeps no 0. */
export function addTo(counts: Map<number, number>, value: number, times: number): void {
  const count = (counts.get(value) ?? 0) + times;
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

/** Row of a `number` item: mean only, over persons who gave a number, taken in ascending order whoever came first. */
export function numberItemRow(unit: string, item: NumberColumn["item"], { missing, given }: NumberCounts): MeasureRow {
  const ascending = [...given].sort(([one], [other]) => one - other);
  const mean = meanEstimateOfCounts(
    ascending.map(([value]) => value),
    ascending.map(([, count]) => count),
  );
  const persons = mean?.size ?? 0;
  return {
    ...{ unit, level: "item", code: item.code },
    ...{ n_asked: persons + missing, n_valid: persons, n_excluded: 0, n_missing: missing, n_persons: persons },
    ...meanFields({ estimate: mean?.mean ?? null, standardError: mean?.standardError ?? null, persons }),
    suppressed: null,
  };
}

function rateOfCount(count: number | null, persons: number) {
  const estimate = count === null || persons === 0 ? null : count / persons;
  const standardError = estimate === null ? null : proportionStandardError({ proportion: estimate, size: persons });
  return singleAnswerRateFields({ estimate, standardError, persons });
}

/** Counts by the value that a code stands for; codes of one value together. */
export function countsByValue(values: readonly number[], counts: Counts): Record<string, number> {
  const byValue: Record<string, number> = {};
  values.forEach((value, code) => {
    byValue[value] = (byValue[value] ?? 0) + (counts[code + CODE_OFFSET] ?? 0);
  });
  return byValue;
}
