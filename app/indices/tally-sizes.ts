import { baseCounts } from "./code-counts";
import { CODE_OFFSET } from "./frame-codes";
import { countsByValue } from "./item-measures";
import { MULTIPLE_COUNTS } from "./multiple-measures";
import type { FrameColumn } from "./response-frame";
import { NOBODY, type RowSizes, SEVERAL } from "./row-sizes";
import type { ScaleCoding } from "./scale-coding";
import { PERSONS, RESPONSES, type TallyPlan } from "./tally-plan";

/** Of one item in a group: who answered it validly, the one level they gave, and the persons of its answers. */
interface ItemSizes {
  valid: number;
  level: number;
  options: readonly number[];
}

const NO_OPTIONS: readonly number[] = [];

/**
 * The sizes that the rows of a group tell, straight from its tally: what masks need of a thousand units, without the
 * rows. The same as `rowSizes` of the rows that the tally gives.
 */
export function tallySizes(plan: TallyPlan, unit: string, sums: Float64Array): RowSizes {
  const items = plan.frame.columns.map((column, position) => itemSizes(plan, column, sums, plan.items[position] ?? 0));
  const options = new Map<number, readonly number[]>();
  plan.frame.columns.forEach(({ item, kind }, position) => {
    if (item.profile && kind !== "number") options.set(position, items[position]?.options ?? []);
  });
  const valid = new Map(plan.frame.columns.map(({ item }, position) => [item.code, items[position]?.valid ?? 0]));
  const { definitions, scored } = plan.plan;
  const answersOf = (positions: readonly number[]) =>
    positions.reduce((sum, position) => sum + (valid.get(scored[position]?.item.code ?? "") ?? 0), 0);
  const answered = items.map((item) => item.valid);
  const allSatisfied = scored.length === 0 ? [] : [sums[plan.allSatisfied + 1] ?? 0];
  return {
    ...{ unit, persons: sums[PERSONS] ?? 0, options },
    rowPersons: [
      ...answered,
      ...plan.indices.map((start) => sums[start] ?? 0),
      ...allSatisfied,
      ...plan.factors.map((start) => sums[start] ?? 0),
    ],
    rowAnswers: [...answered, ...definitions.map((definition) => answersOf(definition.items)), ...allSatisfied],
    rowLevels: [
      ...items.map(({ level }) => level),
      ...definitions.map(() => NOBODY),
      ...allSatisfied.map(() => NOBODY),
    ],
  };
}

function itemSizes({ plan }: TallyPlan, column: FrameColumn, sums: Float64Array, start: number): ItemSizes {
  const { item } = column;
  if (column.kind === "number") {
    const [notAsked = 0, missing = 0] = [sums[start], sums[start + 1]];
    return { valid: (sums[RESPONSES] ?? 0) - notAsked - missing, level: NOBODY, options: [] };
  }
  if (column.kind === "multiple") {
    const valid = sums[start + MULTIPLE_COUNTS.valid] ?? 0;
    if (!item.profile) return { valid, level: NOBODY, options: NO_OPTIONS };
    const ticks = start + MULTIPLE_COUNTS.ticks;
    const byValue = Object.fromEntries(column.item.options.map(({ value }, at) => [value, sums[ticks + at] ?? 0]));
    return { valid, level: NOBODY, options: Object.values(byValue) };
  }
  const counts = sums.subarray(start, start + column.values.length + CODE_OFFSET);
  const options = item.profile ? Object.values(countsByValue(column.values, counts)) : NO_OPTIONS;
  const coding = plan.codings.get(item.code);
  if (coding) return scaleSizes(coding, counts, options);
  const inBase = item.type === "single" ? item.options.map(({ excluded }) => !excluded) : [];
  return { valid: baseCounts(counts, inBase).n_valid, level: NOBODY, options };
}

function scaleSizes({ values, valid }: ScaleCoding, counts: Float64Array, options: readonly number[]): ItemSizes {
  let persons = 0;
  let level = NOBODY;
  for (let code = 0; code < values.length; code++) {
    const count = valid[code] ? (counts[code + CODE_OFFSET] as number) : 0;
    if (count === 0) continue;
    level = persons === 0 ? (values[code] as number) : SEVERAL;
    persons += count;
  }
  return { valid: persons, level, options };
}
