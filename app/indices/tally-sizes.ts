import { baseCounts } from "./code-counts";
import { CODE_OFFSET } from "./frame-codes";
import { countsByValue } from "./item-measures";
import { MULTIPLE_COUNTS } from "./multiple-measures";
import type { FrameColumn } from "./response-frame";
import { NOBODY, onlyLevel, type RowSizes } from "./row-sizes";
import { PERSONS, RESPONSES, type TallyPlan } from "./tally-plan";

/** Of one item in a group: who answered it validly, the one level they gave, and the persons of its answers. */
interface ItemSizes {
  valid: number;
  level: number;
  options: readonly number[];
}

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
    const ticks = start + MULTIPLE_COUNTS.ticks;
    const byValue = Object.fromEntries(column.item.options.map(({ value }, at) => [value, sums[ticks + at] ?? 0]));
    return { valid: sums[start + MULTIPLE_COUNTS.valid] ?? 0, level: NOBODY, options: Object.values(byValue) };
  }
  const counts = sums.subarray(start, start + column.values.length + CODE_OFFSET);
  const coding = plan.codings.get(item.code);
  const inBase = coding?.valid ?? (item.type === "single" ? item.options.map(({ excluded }) => !excluded) : []);
  return {
    valid: baseCounts(counts, inBase).n_valid,
    level: coding
      ? onlyLevel(
          coding.values.flatMap((value, code) =>
            coding.valid[code] ? [[value, counts[code + CODE_OFFSET] ?? 0]] : [],
          ),
        )
      : NOBODY,
    options: item.profile ? Object.values(countsByValue(column.values, counts)) : [],
  };
}
