import type { Answer } from "~/questionnaires/answers";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { ItemOf, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readText } from "./read-answer";
import type { ItemCells } from "./read-responses-file-header";

/** What the cells of an item say: an answer, a blank, or per bad cell its column, value and reason. */
export type CellReading = { answer: Answer | undefined } | { bad: { column: string; value: string; reason: string }[] };

const BLANK: CellReading = { answer: undefined };
const WHOLE_NUMBER = /^[+-]?\d+(\.0*)?$/;
/** 0 or 1, also as programs write whole numbers of a column with blanks. */
const TICK = /^[01](\.0*)?$/;
const DECIMAL_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** Reads the cells of one item; made once per file, so that the values an item takes are looked up and not searched. */
export type CellReader = (row: readonly string[]) => CellReading;

export function cellReader(questionnaire: Questionnaire, cells: ItemCells): CellReader {
  if (cells.kind === "options") return (row) => readOptions(cells.options, row);
  const { item, position } = cells;
  const read = singleCellReader(questionnaire, item);
  return (row) => {
    const value = (row[position] ?? "").trim();
    return value === "" ? BLANK : read(value);
  };
}

function singleCellReader(
  questionnaire: Questionnaire,
  item: Extract<ItemCells, { kind: "one" }>["item"],
): (value: string) => CellReading {
  switch (item.type) {
    case "scale":
      return choiceReader(item.code, "không phải mức của thang đo", scaleOf(questionnaire, item).levels);
    case "single":
      return choiceReader(item.code, "không phải lựa chọn của câu hỏi", item.options);
    case "number":
      return (value) => readNumber(item, value);
    case "text":
      return (value) => readTextCell(item.code, value, item.max_length);
  }
}

function choiceReader(code: string, refusal: string, entries: readonly { value: number }[]) {
  const answers = new Map<string, CellReading>(entries.map(({ value }) => [String(value), { answer: value }]));
  const allowed = entries.map(({ value }) => value).join(", ");
  return (value: string): CellReading => {
    const known = answers.get(value);
    if (known) return known;
    if (!WHOLE_NUMBER.test(value)) return bad(code, value, `không phải số nguyên; các giá trị: ${allowed}`);
    return answers.get(String(Number(value))) ?? bad(code, value, `${refusal}; các giá trị: ${allowed}`);
  };
}

function readNumber({ code, min, max }: ItemOf<"number">, value: string): CellReading {
  if (/^[+-]?\d+,\d+$/.test(value)) return bad(code, value, "dùng dấu chấm làm dấu thập phân");
  const number = Number(value);
  if (!DECIMAL_NUMBER.test(value) || !Number.isFinite(number)) return bad(code, value, "không phải số");
  if (min !== undefined && number < min) return bad(code, value, `nhỏ hơn giá trị nhỏ nhất ${min}`);
  if (max !== undefined && number > max) return bad(code, value, `lớn hơn giá trị lớn nhất ${max}`);
  return { answer: number === 0 ? 0 : number };
}

/** Text is cleaned as the form cleans it, so that an export read back is the same response. */
export function readTextCell(column: string, value: string, maxLength: number): CellReading {
  const reading = readText(value, maxLength);
  return "problem" in reading ? bad(column, value, reading.message.vi) : reading;
}

/** One 0/1 cell per option: answered as soon as one of them is not blank. */
function readOptions(
  options: readonly { value: number; name: string; position: number }[],
  row: readonly string[],
): CellReading {
  const cells = options.map(({ value, name, position }) => ({ value, name, cell: (row[position] ?? "").trim() }));
  const wrong = cells.filter(({ cell }) => cell !== "" && !TICK.test(cell));
  if (wrong.length > 0)
    return {
      bad: wrong.map(({ name, cell }) => ({ column: name, value: cell, reason: "phải là 0, 1 hoặc để trống" })),
    };
  if (cells.every(({ cell }) => cell === "")) return BLANK;
  return { answer: cells.filter(({ cell }) => Number(cell) === 1).map(({ value }) => value) };
}

function bad(column: string, value: string, reason: string): CellReading {
  return { bad: [{ column, value, reason }] };
}
