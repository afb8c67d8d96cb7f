import type { ItemOf, ScaleItem } from "~/questionnaires/questionnaire-schema";
import { meanEstimate, meanEstimateOfCounts } from "~/statistics/mean-estimate";
import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { baseCounts } from "./code-counts";
import { meanFields, shareFields, singleAnswerRateFields } from "./estimate-fields";
import { CODE_OFFSET } from "./frame-codes";
import type { NumberColumn } from "./number-column";
import type { MeasureRow } from "./result";
import type { ScaleCoding } from "./scale-coding";

/** Row of a `scale` item from the counts of its codes. A rate exists where the scale flags a satisfied level. */
export function scaleItemRow(unit: string, item: ScaleItem, coding: ScaleCoding, counts: Int32Array): MeasureRow {
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
export function singleItemRow(unit: string, item: ItemOf<"single">, counts: Int32Array): MeasureRow {
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

/** Row of a `number` item: mean only, over persons who gave a number. */
export function numberItemRow(unit: string, column: NumberColumn, rows: Int32Array): MeasureRow {
  const asked = rows.filter((row) => column.wasAsked(row));
  const given = Float64Array.from(asked.filter((row) => column.isAnswered(row))).map(
    (row) => column.numbers[row] ?? Number.NaN,
  );
  const mean = meanEstimate(given);
  const persons = given.length;
  return {
    ...{ unit, level: "item", code: column.item.code },
    ...{
      n_asked: asked.length,
      n_valid: persons,
      n_excluded: 0,
      n_missing: asked.length - persons,
      n_persons: persons,
    },
    ...meanFields({ estimate: mean?.mean ?? null, standardError: mean?.standardError ?? null, persons }),
    suppressed: null,
  };
}

function rateOfCount(count: number | null, persons: number) {
  const estimate = count === null || persons === 0 ? null : count / persons;
  const standardError = estimate === null ? null : proportionStandardError({ proportion: estimate, size: persons });
  return singleAnswerRateFields({ estimate, standardError, persons });
}

function countsByValue(values: readonly number[], counts: Int32Array): Record<string, number> {
  const byValue: Record<string, number> = {};
  values.forEach((value, code) => {
    byValue[value] = (byValue[value] ?? 0) + (counts[code + CODE_OFFSET] ?? 0);
  });
  return byValue;
}
