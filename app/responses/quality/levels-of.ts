import { packedLayout } from "~/questionnaires/packed-layout";
import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

const NONE = " ";
const ASCII = 128;

/** Reads the scored answers out of packed records, one character each, as the quality rules compare them. */
export function levelsReader(questionnaire: Questionnaire): (packed: string) => string {
  const fields = packedLayout(questionnaire).columns.flatMap(({ item, start, width }) => {
    if (!isScored(item)) return [];
    const { levels } = scaleOf(questionnaire, item);
    const valid = levels.filter(({ excluded }) => !excluded);
    // By place on the scale, so that a level of two digits is one character as well.
    const characters = new Map(valid.map(({ value }, place) => [String(value), String.fromCharCode(48 + place)]));
    // A level of one digit, as nearly all are, is looked up by its character without taking the record apart.
    const single = Array.from({ length: ASCII }, (_, code) => characters.get(String.fromCharCode(code)) ?? NONE);
    return [{ start, end: start + width, isSingle: width === 1, characters, single }];
  });
  return (packed) => {
    let levels = "";
    for (const { start, end, isSingle, characters, single } of fields) {
      levels += isSingle
        ? (single[packed.charCodeAt(start)] ?? NONE)
        : (characters.get(packed.slice(start, end).trim()) ?? NONE);
    }
    return levels;
  };
}
