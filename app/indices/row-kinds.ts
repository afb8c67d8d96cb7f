import { isScored } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { GroupMeasures } from "./measure-groups";
import type { RowKind } from "./protect-rows";
import type { MeasureRow } from "./result";

/**
 * What the rows of every group tell of sizes, in the order of its measures and then of its reliability rows. Each tells
 * its persons, a question about the respondent those of every answer; a factor is the sum of its items' answers, a
 * domain and the overall index that of their factors, as far as those rows are there.
 */
export function rowKinds(questionnaire: Questionnaire, { measures, reliability }: GroupMeasures): RowKind[] {
  const profile = new Set(questionnaire.items.flatMap(({ code, profile }) => (profile ? [code] : [])));
  const scored = questionnaire.items.filter(isScored);
  const positionsOf = (level: MeasureRow["level"], belongs: (code: string) => boolean) =>
    measures.flatMap((row, position) => (row.level === level && belongs(row.code) ? position : []));
  const domainOf = new Map(questionnaire.factors.map(({ code, domain }) => [code, domain]));
  const partsOf = ({ level, code }: MeasureRow): number[] | null => {
    if (level === "factor") {
      const items = new Set(scored.flatMap((item) => (item.factor === code ? item.code : [])));
      return positionsOf("item", (item) => items.has(item));
    }
    if (level === "domain") return positionsOf("factor", (factor) => domainOf.get(factor) === code);
    return level === "overall" ? positionsOf("factor", () => true) : null;
  };
  return [
    ...measures.map((row, position): RowKind => {
      const parts = partsOf(row);
      const ofRow = (group: GroupMeasures) => group.measures[position];
      const persons =
        row.level === "item" && profile.has(row.code) && row.levels
          ? (group: GroupMeasures) => Object.values(ofRow(group)?.levels ?? {})
          : (group: GroupMeasures) => [ofRow(group)?.n_persons ?? 0];
      return parts && parts.length > 0
        ? { persons, answers: { of: (group) => ofRow(group)?.n_valid ?? 0, parts } }
        : { persons };
    }),
    ...reliability.map((_, position): RowKind => ({ persons: (group) => [group.reliability[position]?.n ?? 0] })),
  ];
}
