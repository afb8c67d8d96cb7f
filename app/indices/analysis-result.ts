import type { WeightedSample } from "~/statistics/ratio-estimate";
import { maskSmallCells } from "./mask-small-cells";
import { ALL_UNITS, measureGroups } from "./measure-groups";
import { minimumsOf } from "./minimums";
import type { ResponseFrame } from "./response-frame";
import type { AnalysisResult } from "./result";

/** Below it a row all of whose answers are at one level is masked; the screens take the unit minimum for it. */
const SAME_ANSWER_PERSONS = 30;

/**
 * The result document of a whole responses file: all units together, then every unit of the file by its code, masked
 * below `minCell` persons, and as the units add up to their total, as the screens mask them.
 */
export function analysisResult(input: {
  frame: ResponseFrame;
  checksum: string;
  warnings: readonly string[];
  minCell: number;
  sample?: WeightedSample | undefined;
}): AnalysisResult {
  const { frame, checksum, warnings, minCell, sample } = input;
  const { questionnaire } = frame;
  const groups = [...frame.unitKeys].sort().map((unitKey) => ({ key: unitKey, unitKeys: [unitKey] }));
  const minimums = minimumsOf(questionnaire, { cell: minCell, unit: SAME_ANSWER_PERSONS });
  const masked = maskSmallCells({
    questionnaire,
    groups: measureGroups({ frame, groups, sample }),
    sums: [{ total: ALL_UNITS, parts: groups.map(({ key }) => key) }],
    minCell: minimums.cell,
    minSame: minimums.same,
  });
  return {
    format: "hailong.result/1",
    questionnaire: { code: questionnaire.code, checksum },
    responses: frame.size,
    warnings: [...warnings],
    measures: masked.flatMap(({ measures }) => measures),
    reliability: masked.flatMap(({ reliability }) => reliability),
  };
}
