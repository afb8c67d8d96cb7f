import type { CodedColumn } from "./coded-column";
import type { IndexMeasure } from "./index-estimate";
import type { MeasurePlan } from "./measure-plan";
import { isInBase } from "./multiple-measures";
import type { NumberColumn } from "./number-column";
import type { FrameColumn } from "./response-frame";
import type { ScaleCoding } from "./scale-coding";

/** Persons in the base of a ratio with what each adds above and below the line. */
export interface Scores {
  rows: Int32Array;
  above: Float64Array;
  below: Float64Array;
}

/** A satisfied answer counts 1 in a rate; in a mean the level counts. Blanks and excluded levels are outside the base. */
export function scoresOfScale(
  rows: Int32Array,
  column: FrameColumn,
  coding: ScaleCoding,
  measure: IndexMeasure,
): Scores {
  const { codes } = column as CodedColumn;
  return oneEach(
    rows.filter((row) => coding.valid[codes[row] as number] === true),
    (row) => {
      const code = codes[row] as number;
      return measure === "mean" ? (coding.values[code] as number) : Number(coding.satisfied[code] === true);
    },
  );
}

/** The number that was given. */
export function scoresOfItem(rows: Int32Array, column: NumberColumn): Scores {
  return oneEach(
    rows.filter((row) => column.isAnswered(row)),
    (row) => column.numbers[row] as number,
  );
}

/** 1 for persons who chose one of the options, of all whose answer is in the base. */
export function scoresOfOption(rows: Int32Array, column: FrameColumn, wanted: ReadonlySet<number>): Scores {
  const chose = (row: number) => Number(column.hasAny(row, wanted));
  if (column.kind === "multiple")
    return oneEach(
      rows.filter((row) => column.isAnswered(row) && isInBase(column, row)),
      chose,
    );
  if (column.kind === "number" || column.item.type !== "single") return oneEach(new Int32Array(), chose);
  const { options } = column.item;
  return oneEach(
    rows.filter((row) => options[column.codes[row] as number]?.excluded === false),
    chose,
  );
}

/** 1 for persons whose every valid scored answer is satisfied, of those with one. */
export function scoresOfAllSatisfied({ rows, plan }: { rows: Int32Array; plan: MeasurePlan }): Scores {
  const states = (row: number, marks: (coding: ScaleCoding) => readonly boolean[]) =>
    plan.scored.map(({ column, coding }) => marks(coding)[column.codes[row] as number] === true);
  const unsatisfied = (coding: ScaleCoding) => coding.valid.map((valid, code) => valid && !coding.satisfied[code]);
  const marks = new Map(plan.scored.map(({ coding }) => [coding, unsatisfied(coding)]));
  return oneEach(
    rows.filter((row) => states(row, ({ valid }) => valid).includes(true)),
    (row) => Number(!states(row, (coding) => marks.get(coding) ?? []).includes(true)),
  );
}

function oneEach(rows: Int32Array, score: (row: number) => number): Scores {
  return { rows, above: Float64Array.from(rows, score), below: new Float64Array(rows.length).fill(1) };
}
