import { scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";
import type { GroupMeasures } from "./measure-groups";
import type { MeasureRow } from "./result";
import type { RowShape } from "./row-shapes";

/**
 * How many persons the rows of one group tell of, without a single figure: all that masks depend on, so that they can be
 * known before any row is made. By row, in the order of `rowShapes`.
 */
export interface RowSizes {
  unit: string;
  /** Persons of the whole group. */
  persons: number;
  /** Persons of each row; of reliability those who answered every item. */
  rowPersons: ArrayLike<number>;
  /** Valid answers of each row: of an item one a person, of an index several. */
  rowAnswers: ArrayLike<number>;
  /** Of an item on a scale the one level of all valid answers; NOBODY without any, SEVERAL where they differ. */
  rowLevels: ArrayLike<number>;
  /** Of a question about the respondent the persons of every answer, in the same order in every group. */
  options: ReadonlyMap<number, readonly number[]>;
}

export const NOBODY = Number.NEGATIVE_INFINITY;
export const SEVERAL = Number.POSITIVE_INFINITY;

/** The one level that somebody gave, among levels inside the base with how many gave each. */
export function onlyLevel(levels: Iterable<readonly [level: number, persons: number]>): number {
  let only = NOBODY;
  for (const [level, persons] of levels) {
    if (persons === 0) continue;
    if (only !== NOBODY) return SEVERAL;
    only = level;
  }
  return only;
}

/** Whether a row tells the answer of everybody in it: valid answers to all its items on scales are at one level. */
export function hasOneLevel(sizes: RowSizes, row: number, { items }: Pick<RowShape, "items">): boolean {
  if ((sizes.rowPersons[row] ?? 0) === 0) return false;
  let only = NOBODY;
  for (const item of items) {
    const level = sizes.rowLevels[item] ?? NOBODY;
    if (level === NOBODY || level === only) continue;
    if (level === SEVERAL || only !== NOBODY) return false;
    only = level;
  }
  return only !== NOBODY;
}

/** The sizes of a group whose rows were made, in the same places. */
export function rowSizes(
  { unit, persons, measures, reliability }: GroupMeasures,
  shapes: readonly RowShape[],
  excludedOf: (code: string) => ReadonlySet<string> | null,
): RowSizes {
  const options = new Map<number, readonly number[]>();
  measures.forEach((row, position) => {
    if (shapes[position]?.profile && row.levels) options.set(position, Object.values(row.levels));
  });
  return {
    ...{ unit, persons: persons ?? 0, options },
    rowPersons: [...measures.map((row) => row.n_persons ?? 0), ...reliability.map(({ n }) => n ?? 0)],
    rowAnswers: measures.map((row) => row.n_valid ?? 0),
    rowLevels: measures.map((row) => levelOf(row, row.level === "item" ? excludedOf(row.code) : null)),
  };
}

/** Levels outside the base, of every item on a scale by its code; null for other questions. */
export function excludedLevels(questionnaire: Questionnaire): (code: string) => ReadonlySet<string> | null {
  const scales = questionnaire.items.filter((item): item is ScaleItem => item.type === "scale");
  const excluded = new Map(
    scales.map((item) => [
      item.code,
      new Set(scaleOf(questionnaire, item).levels.flatMap(({ value, excluded }) => (excluded ? String(value) : []))),
    ]),
  );
  return (code) => excluded.get(code) ?? null;
}

function levelOf({ levels }: MeasureRow, excluded: ReadonlySet<string> | null): number {
  if (!excluded || !levels) return NOBODY;
  const inBase = Object.entries(levels).filter(([level]) => !excluded.has(level));
  return onlyLevel(inBase.map(([level, persons]) => [Number(level), persons]));
}
