import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { singleAnswerRateFields } from "./estimate-fields";
import { CODE_OFFSET, MISSING } from "./frame-codes";
import type { MeasureRow } from "./result";
import type { ScaleCoding } from "./scale-coding";
import type { ScoredColumn } from "./scored-column";

const ASKED = 1;
const VALID = 2;
const UNSATISFIED = 4;
const EXCLUDED = 8;

/** Persons by what their scored answers come to. */
export interface AllSatisfiedCounts {
  asked: number;
  valid: number;
  /** Without a valid answer, but with an excluded one. */
  excluded: number;
  satisfied: number;
}

type Scored = readonly { column: ScoredColumn["column"]; marks: Uint8Array }[];

/** The mark of one person. */
export function markOf(scored: Scored, row: number): number {
  let mark = 0;
  for (const { column, marks } of scored) mark |= marks[(column.codes[row] as number) + CODE_OFFSET] as number;
  return mark;
}

/** Marks what each of the rows answered to the scored items. */
function markRows(marks: Uint8Array, rows: Int32Array, scored: Scored): void {
  for (const { column, marks: table } of scored) markPersons(marks, column.codes, rows, table);
}

/** Counts one person by its mark. */
export function addMarked(counts: AllSatisfiedCounts, mark: number): void {
  if (mark & ASKED) counts.asked++;
  if (mark & VALID) {
    counts.valid++;
    if (!(mark & UNSATISFIED)) counts.satisfied++;
  } else if (mark & EXCLUDED) counts.excluded++;
}

export function allSatisfiedCounts(rows: Int32Array, scored: Scored): AllSatisfiedCounts {
  const marks = new Uint8Array(rows.length);
  markRows(marks, rows, scored);
  const counts = { asked: 0, valid: 0, excluded: 0, satisfied: 0 };
  for (let index = 0; index < marks.length; index++) addMarked(counts, marks[index] as number);
  return counts;
}

/**
 * "Hài lòng toàn diện": persons whose every valid scored answer is satisfied ÷ persons with at least one. A person who
 * only said "không sử dụng" is excluded, one who left every scored item blank is missing, and neither is in the base.
 */
export function allSatisfiedRow(unit: string, { asked, valid, excluded, satisfied }: AllSatisfiedCounts): MeasureRow {
  const estimate = valid === 0 ? null : satisfied / valid;
  const standardError = estimate === null ? null : proportionStandardError({ proportion: estimate, size: valid });
  return {
    ...{ unit, level: "all-satisfied", code: "*" },
    ...{ n_asked: asked, n_valid: valid, n_excluded: excluded, n_missing: asked - valid - excluded, n_persons: valid },
    ...singleAnswerRateFields({ estimate, standardError, persons: valid }),
    suppressed: null,
  };
}

/** By code (`+ CODE_OFFSET`) how an answer marks its person. */
export function markTable({ valid, satisfied }: ScaleCoding): Uint8Array {
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
