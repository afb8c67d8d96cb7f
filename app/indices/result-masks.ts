import { type MaskingInput, masksOfGroups } from "./mask-small-cells";
import type { MeasuredSurvey } from "./measure-survey.server";
import type { Minimums } from "./minimums";
import type { MasksBefore, RowMasks } from "./row-masks";
import { type GroupMasks, type GroupSum, withheldBySize } from "./withheld-groups";

/** All that the results of a survey withhold: numbers of responses, indices of units and channels, and rows of units. */
export interface ResultMasks extends GroupMasks {
  /** By position of the group and of its row. */
  rows: RowMasks;
}

/** What was withheld when results were last published. */
export interface ResultsBefore extends GroupMasks {
  rows: MasksBefore;
}

/** What masks of results are reckoned from. */
export interface ResultsToMask {
  questionnaire: MaskingInput["questionnaire"];
  measured: Pick<MeasuredSurvey, "groups" | "sizes" | "channels">;
  sums: readonly GroupSum[];
  minimums: Minimums;
}

/**
 * What results withhold, groups first and their rows next.
 * @param before what the last publication withheld: where more must be withheld than what is small, that first.
 */
export function reckonMasks(
  { questionnaire, measured, sums, minimums }: ResultsToMask,
  before: ResultsBefore | null,
): ResultMasks {
  const { groups, sizes, channels } = measured;
  const bySize = withheldBySize({ groups, channels, sums, minimums, before: before ?? undefined });
  const rows = masksOfGroups({
    ...{ questionnaire, groups, sizes, sums, withheld: bySize.withheld, before: before?.rows },
    ...{ minCell: minimums.cell, minUnit: minimums.unit, minSame: minimums.same },
  });
  return { ...bySize, rows };
}
