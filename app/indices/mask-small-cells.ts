import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { maskReliability, maskRow } from "./mask-row";
import { type GroupMeasures, groupMadeLater } from "./measure-groups";
import { type MaskedSizes, type RowMasks, rowMasks } from "./row-masks";
import { type RowShape, rowShapes } from "./row-shapes";
import { excludedLevels, type RowSizes, rowSizes } from "./row-sizes";

/** Measures of groups that were made before they are masked. */
export interface MaskingInput extends Omit<MaskedSizes, "groups" | "shapes"> {
  questionnaire: Questionnaire;
  groups: readonly GroupMeasures[];
  /** Their sizes, where they are known before the rows are made. */
  sizes?: readonly RowSizes[] | null;
}

/**
 * Withholds the figures of small groups of persons, and of others that would give them away (`rowMasks`). A masked row
 * keeps its place with every figure null and the one word "masked"; what is masked to protect another looks the same.
 */
export function maskSmallCells(input: MaskingInput): ReturnType<typeof groupMadeLater>[] {
  return maskGroups(input.groups, masksOfGroups(input));
}

/** Which rows of groups `maskSmallCells` masks. */
export function masksOfGroups(input: MaskingInput): RowMasks {
  const { questionnaire, groups } = input;
  const shapes = shapesOf(input);
  const excludedOf = excludedLevels(questionnaire);
  const sizes = input.sizes ?? groups.map((group) => rowSizes(group, shapes, excludedOf));
  return rowMasks({ ...input, shapes, groups: sizes });
}

/** The rows that every one of some groups has. */
export function shapesOf({ questionnaire, groups }: Pick<MaskingInput, "questionnaire" | "groups">): RowShape[] {
  const [first] = groups;
  return first ? rowShapes(questionnaire, first.measures, first.reliability) : [];
}

/** Groups with rows masked as they are told. */
export function maskGroups(groups: readonly GroupMeasures[], masks: RowMasks): ReturnType<typeof groupMadeLater>[] {
  const [first] = groups;
  if (!first) return [];
  const measured = first.measures.length;
  const items = first.measures.filter(({ level }) => level === "item").length;
  return groups.map((group, at) =>
    groupMadeLater({
      unit: group.unit,
      persons: masks.isWhole(at) ? null : group.persons,
      measures: () => group.measures.map((row, position) => (masks.isMasked(at, position) ? maskRow(row) : row)),
      indices: () =>
        (group.indices ?? group.measures.slice(items)).map((row, position) =>
          masks.isMasked(at, items + position) ? maskRow(row) : row,
        ),
      reliability: () =>
        group.reliability.map((row, position) =>
          masks.isMasked(at, measured + position) ? maskReliability(row) : row,
        ),
    }),
  );
}
