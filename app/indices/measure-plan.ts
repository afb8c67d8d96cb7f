import { isScored } from "~/questionnaires/questionnaire";
import type { ScaleItem } from "~/questionnaires/questionnaire-schema";
import { markTable } from "./all-satisfied";
import type { CodedColumn } from "./coded-column";
import { CODE_OFFSET } from "./frame-codes";
import { type IndexDefinition, indexDefinitions } from "./index-definitions";
import { type ScoreTables, scoreTables } from "./index-sums";
import type { ResponseFrame } from "./response-frame";
import { type ScaleCoding, scaleCoding } from "./scale-coding";
import type { ScoredColumn } from "./scored-column";

/** What measuring any group of a frame needs and no group changes: made once, used for every unit. */
export interface MeasurePlan {
  definitions: readonly IndexDefinition[];
  /** Coding of every `scale` item by its code, scored or not. */
  codings: ReadonlyMap<string, ScaleCoding>;
  /** Scored items in file order. */
  scored: readonly PlannedItem[];
  /** Factors with a scored item, and the positions of theirs among the scored items. */
  factors: readonly { code: string; items: readonly number[] }[];
}

export interface PlannedItem extends ScoredColumn {
  item: ScaleItem;
  coding: ScaleCoding;
  scores: ScoreTables;
  /** What an answer says of its person in all-satisfied. */
  marks: Uint8Array;
}

export function measurePlan({ questionnaire, columns }: ResponseFrame): MeasurePlan {
  const codings = new Map<string, ScaleCoding>();
  const scored: PlannedItem[] = [];
  for (const column of columns) {
    const { item } = column;
    if (column.kind !== "coded" || item.type !== "scale") continue;
    const coding = scaleCoding(questionnaire, item);
    codings.set(item.code, coding);
    if (isScored(item)) scored.push(plannedItem(column, item, coding));
  }
  const definitions = indexDefinitions(questionnaire);
  const factors = definitions.filter(({ level }) => level === "factor");
  return { definitions, codings, scored, factors };
}

function plannedItem(column: CodedColumn, item: ScaleItem, coding: ScaleCoding): PlannedItem {
  const validTable = new Uint8Array(coding.valid.length + CODE_OFFSET);
  coding.valid.forEach((inBase, code) => {
    validTable[code + CODE_OFFSET] = inBase ? 1 : 0;
  });
  return {
    column,
    item,
    coding,
    validTable,
    scores: scoreTables({ column, coding, validTable }),
    marks: markTable(coding),
  };
}
