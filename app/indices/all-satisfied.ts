import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { singleAnswerRateFields } from "./estimate-fields";
import { CODE_OFFSET, MISSING } from "./frame-codes";
import type { ScoredColumn } from "./person-sums";
import type { MeasureRow } from "./result";
import type { ScaleCoding } from "./scale-coding";

const ASKED = 1;
const VALID = 2;
const UNSATISFIED = 4;
const EXCLUDED = 8;

/**
 * "Hài lòng toàn diện": persons whose every valid scored answer is satisfied ÷ persons with at least one. A person who
 * only said "không sử dụng" is excluded, one who left every scored item blank is missing, and neither is in the base.
 */
export function allSatisfiedRow(
  unit: string,
  rows: Int32Array,
  scored: readonly (ScoredColumn & { coding: ScaleCoding })[],
): MeasureRow {
  const marks = new Uint8Array(rows.length);
  for (const { column, coding } of scored) markPersons(marks, column.codes, rows, markTable(coding));
  let n_valid = 0;
  let n_excluded = 0;
  let n_asked = 0;
  let satisfied = 0;
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index] as number;
    if (mark & ASKED) n_asked++;
    if (mark & VALID) {
      n_valid++;
      if (!(mark & UNSATISFIED)) satisfied++;
    } else if (mark & EXCLUDED) n_excluded++;
  }
  const estimate = n_valid === 0 ? null : satisfied / n_valid;
  const standardError = estimate === null ? null : proportionStandardError({ proportion: estimate, size: n_valid });
  return {
    ...{ unit, level: "all-satisfied", code: "*" },
    ...{ n_asked, n_valid, n_excluded, n_missing: n_asked - n_valid - n_excluded, n_persons: n_valid },
    ...singleAnswerRateFields({ estimate, standardError, persons: n_valid }),
    suppressed: null,
  };
}

function markTable({ valid, satisfied }: ScaleCoding): Uint8Array {
  const table = new Uint8Array(valid.length + CODE_OFFSET);
  table[MISSING + CODE_OFFSET] = ASKED;
  valid.forEach((inBase, code) => {
    const mark = inBase ? VALID | (satisfied[code] ? 0 : UNSATISFIED) : EXCLUDED;
    table[code + CODE_OFFSET] = ASKED | mark;
  });
  return table;
}

function markPersons(marks: Uint8Array, codes: Int8Array | Int16Array, rows: Int32Array, table: Uint8Array): void {
  for (let index = 0; index < rows.length; index++) {
    const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
    marks[index] = (marks[index] as number) | (table[element] as number);
  }
}
