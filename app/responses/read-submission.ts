import { otherField } from "~/questionnaires/answers";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { hasOtherText } from "./form-fields";
import { readResponsesHeader } from "./read-responses-file-header";
import { type ResponseRecord, rowReader } from "./read-responses-file-row";
import type { Submission, SubmissionFault } from "./submission";

type Given = Submission["answers"][string];

/** Where the submission says it belongs, in the columns of a responses file. */
export interface SubmissionPlace {
  unitCode: string;
  unitId: string;
}

export type SubmissionReading = { ok: true; record: ResponseRecord } | { ok: false; faults: SubmissionFault[] };

const ORIGIN = ["response_id", "unit_code", "unit_id", "channel", "submitted_at", "started_at"] as const;

/**
 * Reads submissions to one version by the reader of responses files, so that an answer is taken here exactly where a file
 * with it is: each is written as the row that such a file would have. Every fault is told, not only the first.
 */
export function submissionReader(
  questionnaire: Questionnaire,
): (submission: Submission, place: SubmissionPlace, line: number) => SubmissionReading {
  const columns = questionnaire.items.flatMap(columnsOf);
  const header = readResponsesHeader(questionnaire, [...ORIGIN, ...columns.map(({ name }) => name)]);
  if (!header.ok) throw new Error("the columns of a version are no header of its responses file");
  const read = rowReader(questionnaire, header.header);
  const items = new Map(questionnaire.items.map((item) => [item.code, item]));
  return (submission, { unitCode, unitId }, line) => {
    const { answers, response_id, channel, submitted_at, started_at } = submission;
    const faults = Object.entries(answers).flatMap(([field, given]) => faultsOfAnswer(items, field, given));
    const origin = [response_id, unitCode, unitId, channel, submitted_at, started_at ?? ""];
    const cells = columns.map(({ field, cell }) => {
      const given = Object.hasOwn(answers, field) ? answers[field] : null;
      return given === null || given === undefined ? "" : cell(given);
    });
    if (faults.length > 0) return { ok: false, faults };
    const reading = read([...origin, ...cells], line);
    if (reading.ok) return reading;
    return { ok: false, faults: reading.problems.map(({ column, reason }) => ({ path: pathOf(column), reason })) };
  };
}

/** The part of a submission that a column of its row was written from. */
export function pathOf(column: string): string[] {
  return (ORIGIN as readonly string[]).includes(column) ? [column] : ["answers", column];
}

interface Column {
  name: string;
  /** Field of the answers that it is written from. */
  field: string;
  cell(given: NonNullable<Given>): string;
}

function columnsOf(item: Item): Column[] {
  const { code } = item;
  const own: Column[] =
    item.type === "multiple"
      ? item.options.map(({ value }) => ({
          ...{ name: `${code}.${value}`, field: code },
          cell: (given) => (Array.isArray(given) && given.includes(value) ? "1" : "0"),
        }))
      : [{ name: code, field: code, cell: String }];
  const other = otherField(code);
  return hasOtherText(item) ? [...own, { name: other, field: other, cell: String }] : own;
}

/** What of an answer has another form than its item asks for; what it says is for the reader of files to judge. */
function faultsOfAnswer(items: ReadonlyMap<string, Item>, field: string, given: Given): SubmissionFault[] {
  const refuse = (reason: string) => [{ path: ["answers", field], reason }];
  const item = items.get(field);
  if (!item) {
    const source = items.get(field.replace(/\.other$/, ""));
    if (!source || !field.endsWith(".other") || !hasOtherText(source)) return refuse("phiếu không có câu hỏi này");
    return given === null || typeof given === "string" ? [] : refuse("phải là chữ");
  }
  if (given === null) return [];
  if (item.type === "multiple") {
    if (!Array.isArray(given)) return refuse("phải là danh sách các lựa chọn, ví dụ [1, 3]");
    const unknown = given.find((value) => !item.options.some((option) => option.value === value));
    return unknown === undefined ? [] : refuse(`${unknown} không phải lựa chọn của câu hỏi`);
  }
  if (item.type === "text") return typeof given === "string" ? [] : refuse("phải là chữ");
  return typeof given === "number" ? [] : refuse("phải là số");
}
