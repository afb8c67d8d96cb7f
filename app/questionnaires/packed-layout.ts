import { type Answer, type Answers, noAnswers } from "./answers";
import type { Item, Questionnaire } from "./questionnaire-schema";

/**
 * Packed record: every closed answer of a response in fixed columns in the version's item order, as in a fixed-width
 * survey data file. `scale` and `single` items take as many characters as their longest value (one, nearly always),
 * `multiple` items one character per option (1 ticked, 0 not), `number` items {@link NUMBER_WIDTH}; blanks are spaces.
 * Free text is never packed: it lives apart.
 */
export interface Column {
  item: Exclude<Item, { type: "text" }>;
  start: number;
  width: number;
}

/** Columns in item order and the length of a whole record, in characters. */
export interface PackedLayout {
  columns: readonly Column[];
  length: number;
}

/** Room for a number in plain decimal notation, sign and point included. */
export const NUMBER_WIDTH = 12;

export function packedLayout(questionnaire: Questionnaire): PackedLayout {
  const columns: Column[] = [];
  let start = 0;
  for (const item of questionnaire.items) {
    if (item.type === "text") continue;
    const width = columnWidth(questionnaire, item);
    columns.push({ item, start, width });
    start += width;
  }
  return { columns, length: start };
}

function columnWidth(questionnaire: Questionnaire, item: Column["item"]): number {
  switch (item.type) {
    case "scale": {
      const scale = questionnaire.scales.find((candidate) => candidate.code === item.scale);
      return longest(scale?.levels ?? []);
    }
    case "single":
      return longest(item.options);
    case "multiple":
      return item.options.length;
    case "number":
      return NUMBER_WIDTH;
  }
}

function longest(entries: readonly { value: number }[]): number {
  return Math.max(1, ...entries.map((entry) => String(entry.value).length));
}

/** Packs the closed answers. Throws when a value does not fit its column: the caller must have validated it. */
export function packAnswers(layout: PackedLayout, answers: Answers): string {
  return layout.columns.map((column) => packColumn(column, answers[column.item.code])).join("");
}

function packColumn({ item, width }: Column, answer: Answer | undefined): string {
  if (answer === undefined) return " ".repeat(width);
  if (item.type === "multiple") {
    if (!Array.isArray(answer)) throw new TypeError(`item ${item.code} needs a list of ticked options`);
    return item.options.map((option) => (answer.includes(option.value) ? "1" : "0")).join("");
  }
  const packed = String(answer).padStart(width, " ");
  if (packed.length !== width)
    throw new RangeError(`answer ${packed} does not fit ${width} characters of ${item.code}`);
  return packed;
}

/** Unpacks a record into answers; the inverse of {@link packAnswers}. Throws on a record of another length. */
export function unpackAnswers(layout: PackedLayout, packed: string): Record<string, Answer> {
  if (packed.length !== layout.length)
    throw new RangeError(`packed record has ${packed.length} characters, the layout has ${layout.length}`);
  const answers = noAnswers();
  for (const { item, start, width } of layout.columns) {
    const field = packed.slice(start, start + width);
    if (field.trim() === "") continue;
    answers[item.code] =
      item.type === "multiple"
        ? item.options.filter((_, index) => field[index] === "1").map((option) => option.value)
        : Number(field);
  }
  return answers;
}
