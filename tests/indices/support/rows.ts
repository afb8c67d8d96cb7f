import { type GroupMeasures, measureGroup } from "~/indices/measure-groups";
import { createFrame, type FrameOptions } from "~/indices/response-frame";
import type { MeasureLevel, MeasureRow } from "~/indices/result";
import type { Answers } from "~/questionnaires/answers";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

/** Measures of all given persons together. */
export function measureAll(
  questionnaire: Questionnaire,
  persons: readonly Answers[],
  options: FrameOptions = {},
): GroupMeasures {
  const frame = createFrame(questionnaire, options);
  for (const answers of persons) frame.add("U", answers);
  return measureGroup({ frame, unit: "*", rows: null });
}

export function findRow(
  { measures }: { measures: readonly MeasureRow[] },
  level: MeasureLevel,
  code = "*",
): MeasureRow {
  const found = measures.find((row) => row.level === level && row.code === code);
  if (!found) throw new Error(`no row ${level} ${code}`);
  return found;
}
