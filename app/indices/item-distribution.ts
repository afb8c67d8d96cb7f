import { scaleOf } from "~/questionnaires/questionnaire";
import type { Level, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { MeasureRow } from "./result";

/** The items of one scale with how the answers of a group fall on its levels. */
export interface ScaleDistribution {
  scale: string;
  /** Levels of the base from the lowest to the highest, then those outside it such as "không sử dụng". */
  levels: readonly Level[];
  excluded: readonly Level[];
  items: readonly ItemDistribution[];
}

export interface ItemDistribution {
  code: string;
  text: string;
  reversed: boolean;
  /** Undefined where nobody was asked, masked where the group is. */
  row: MeasureRow | undefined;
  /** Per level of the base, then of those outside it: how many chose it; null where masked. */
  counts: readonly number[] | null;
}

/** The answers of a group to every item with levels, the items of one scale together, in the order of the questionnaire. */
export function itemDistributions(questionnaire: Questionnaire, measures: readonly MeasureRow[]): ScaleDistribution[] {
  const byScale = new Map<string, ScaleDistribution & { items: ItemDistribution[] }>();
  for (const item of questionnaire.items) {
    if (item.type !== "scale") continue;
    const known = byScale.get(item.scale) ?? newScale(item.scale, scaleOf(questionnaire, item).levels);
    byScale.set(item.scale, known);
    const row = measures.find(({ level, code }) => level === "item" && code === item.code);
    const counts = row?.levels
      ? [...known.levels, ...known.excluded].map(
          ({ value }) => row.levels?.[mirrored(item.reverse, known.levels, value)] ?? 0,
        )
      : null;
    known.items.push({ code: item.code, text: item.text.vi, reversed: item.reverse, row, counts });
  }
  return [...byScale.values()];
}

function newScale(scale: string, all: readonly Level[]): ScaleDistribution & { items: ItemDistribution[] } {
  const levels = all.filter(({ excluded }) => !excluded).sort((one, other) => one.value - other.value);
  return { scale, levels, excluded: all.filter(({ excluded }) => excluded), items: [] };
}

/** Key of a level among the counts of a row, which are mirrored for a reversed item; what is shown is what was chosen. */
function mirrored(reverse: boolean, levels: readonly Level[], value: number): number {
  const [lowest, highest] = [levels[0]?.value ?? 0, levels.at(-1)?.value ?? 0];
  return reverse && levels.some((level) => level.value === value) ? lowest + highest - value : value;
}
