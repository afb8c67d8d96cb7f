import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { maskRow } from "./mask-row";
import { maskSmallCells } from "./mask-small-cells";
import type { GroupMeasures } from "./measure-groups";
import type { Minimums } from "./minimums";
import type { MeasureRow } from "./result";

/** An index with all forms that count, as the results show it, and without those that the quality rules flag. */
export interface IndexPair {
  /** Masked as the results mask it. */
  with: MeasureRow;
  without: MeasureRow;
}

/** A unit, or all of them (`*`): what the results show of it, and the rest of it without flagged forms. */
export interface PairedGroup {
  unit: string;
  published: readonly MeasureRow[];
  /** Not yet masked. */
  kept: GroupMeasures;
}

/**
 * Pairs the indices of all units and of each, masked. Both figures of a pair stand side by side and give away the flagged forms
 * by subtraction, and these add up over the units: so a flagged group of fewer persons than a cell may have is masked as any
 * small group is, and others are with it until no subtraction finds it (`flaggedMasks`). What is masked of a flagged
 * group is the figure without it; its size is fieldwork, which whoever runs the survey sees.
 * @param isHidden by unit, as `flaggedMasks` says.
 */
export function pairWithoutFlagged({
  questionnaire,
  all,
  units,
  isHidden,
  minimums,
}: {
  questionnaire: Questionnaire;
  all: PairedGroup;
  units: readonly PairedGroup[];
  isHidden: (unit: string) => boolean;
  minimums: Minimums;
}): { all: IndexPair[]; units: Map<string, IndexPair[]> } {
  const groups = [all, ...units];
  const pairs = groups.map((group) => {
    const minUnit = isHidden(group.unit) ? Number.POSITIVE_INFINITY : minimums.unit;
    const [kept] = maskSmallCells({
      ...{ questionnaire, groups: [group.kept], minCell: minimums.cell, minUnit, minSame: minimums.same },
    });
    return pairRows(group.published, kept?.measures ?? [], minimums.cell);
  });
  return { all: pairs[0] ?? [], units: new Map(units.map(({ unit }, position) => [unit, pairs[position + 1] ?? []])) };
}

function pairRows(published: readonly MeasureRow[], kept: readonly MeasureRow[], cell: number): IndexPair[] {
  const restOf = new Map(kept.map((row) => [`${row.level}/${row.code}`, row]));
  return published.flatMap((row) => {
    const rest = restOf.get(`${row.level}/${row.code}`);
    if (row.level === "item" || !rest) return [];
    // Of the flagged persons some may have left a factor out: those who answered it are a group of their own.
    const apart = (row.n_persons ?? 0) - (rest.n_persons ?? 0);
    const hide = row.suppressed !== null || (rest.suppressed === null && apart > 0 && apart < cell);
    return [{ with: row, without: hide ? maskRow(rest) : rest }];
  });
}
