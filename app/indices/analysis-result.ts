import type { WeightedSample } from "~/statistics/ratio-estimate";
import { maskSmallCells } from "./mask-small-cells";
import { measureGroups } from "./measure-groups";
import type { ResponseFrame } from "./response-frame";
import type { AnalysisResult } from "./result";

/**
 * The result document of a whole responses file: all units together, then every unit of the file by its code, masked
 * below `minCell` persons as the screens mask them.
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
  const masked = maskSmallCells({ questionnaire, groups: measureGroups({ frame, groups, sample }), minCell });
  return {
    format: "hailong.result/1",
    questionnaire: { code: questionnaire.code, checksum },
    responses: frame.size,
    warnings: [...warnings],
    measures: masked.flatMap(({ measures }) => measures),
    reliability: masked.flatMap(({ reliability }) => reliability),
  };
}
