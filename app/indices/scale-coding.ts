import { scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";

/** What each code of a `scale` item stands for once a reversed item is mirrored; arrays go by code. */
export interface ScaleCoding {
  /** Level after mirroring; an excluded level keeps its value. */
  values: readonly number[];
  valid: readonly boolean[];
  satisfied: readonly boolean[];
  /** False on scales of wish or frequency, where no level is flagged: their rate does not exist. */
  hasSatisfied: boolean;
}

/**
 * Mirrors a reversed item over the lowest and highest non-excluded value of its scale, before any measure; whether the
 * answer is a satisfied one is read off the mirrored level (contracts, section 1).
 */
export function scaleCoding(questionnaire: Questionnaire, item: ScaleItem): ScaleCoding {
  const { levels } = scaleOf(questionnaire, item);
  const counted = levels.filter((level) => !level.excluded);
  const mirror = Math.min(...counted.map(({ value }) => value)) + Math.max(...counted.map(({ value }) => value));
  const satisfiedValues = new Set(counted.filter((level) => level.satisfied).map(({ value }) => value));
  const values = levels.map(({ value, excluded }) => (item.reverse && !excluded ? mirror - value : value));
  return {
    values,
    valid: levels.map(({ excluded }) => !excluded),
    satisfied: levels.map(({ excluded }, code) => !excluded && satisfiedValues.has(values[code] ?? Number.NaN)),
    hasSatisfied: satisfiedValues.size > 0,
  };
}
