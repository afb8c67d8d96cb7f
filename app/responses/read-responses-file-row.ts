import { type Answers, noAnswers, otherField, withoutUnasked } from "~/questionnaires/answers";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "./channels";
import { proposeInstant } from "./propose-instant";
import { type CellReader, cellReader, readTextCell } from "./read-responses-file-cell";
import type { RecordColumn, ResponsesHeader } from "./read-responses-file-header";
import { readInstant } from "./read-responses-file-instant";
import { type CellProblem, cellProblem, WHOLE_ROW } from "./read-responses-file-problem";

/** One response as a file gives it. Answers to items routing did not put to the person are left out, and named. */
export interface ResponseRecord {
  line: number;
  responseId: string;
  unitCode: string;
  unitId: string | null;
  channel: Channel;
  /** UTC instants in ISO 8601. */
  submittedAt: string | null;
  startedAt: string | null;
  /** The two times as they stand in the file. */
  typed: { submittedAt: string; startedAt: string };
  answers: Answers;
  ignored: readonly string[];
  /** Cells of the columns that a design file names. */
  design: Readonly<Record<string, string>>;
}

export type RowReading = { ok: true; record: ResponseRecord } | { ok: false; problems: CellProblem[] };

/** Longest text taken at an `other` option, where the questionnaire states no limit. */
const OTHER_TEXT_LENGTH = 2000;
const ALL_UNITS = "*";

/** Reads rows of one file against its header and questionnaire. Every bad cell of a row is reported, not the first. */
export function rowReader(
  questionnaire: Questionnaire,
  header: ResponsesHeader,
): (row: readonly string[], line: number) => RowReading {
  const readers = header.items.map((cells) => ({ code: cells.item.code, read: cellReader(questionnaire, cells) }));
  const routed = questionnaire.items.some((item) => item.show_if);
  return (row, line) => {
    if (row.length !== header.names.length) {
      const reason = `dòng có ${row.length} ô, tiêu đề có ${header.names.length} cột`;
      return { ok: false, problems: [cellProblem(line, WHOLE_ROW, row.join(" | "), reason)] };
    }
    const problems: CellProblem[] = [];
    const given = readAnswers(readers, header, row, line, problems);
    const origin = readOrigin(header, row, line, problems);
    if (problems.length > 0) return { ok: false, problems };
    const { answers, ignored } = routed ? withoutUnasked(questionnaire, given) : { answers: given, ignored: [] };
    return { ok: true, record: { line, ...origin, answers, ignored, design: readDesign(header, row) } };
  };
}

function readAnswers(
  readers: readonly { code: string; read: CellReader }[],
  header: ResponsesHeader,
  row: readonly string[],
  line: number,
  problems: CellProblem[],
): Answers {
  const answers = noAnswers();
  for (const { code, read } of readers) {
    const reading = read(row);
    if ("bad" in reading)
      problems.push(...reading.bad.map(({ column, value, reason }) => cellProblem(line, column, value, reason)));
    else if (reading.answer !== undefined) answers[code] = reading.answer;
  }
  for (const { itemCode, position } of header.others) {
    const field = otherField(itemCode);
    const reading = readTextCell(field, row[position] ?? "", OTHER_TEXT_LENGTH);
    if ("bad" in reading)
      problems.push(...reading.bad.map(({ column, value, reason }) => cellProblem(line, column, value, reason)));
    else if (reading.answer !== undefined) answers[field] = reading.answer;
  }
  return answers;
}

function readDesign({ design }: ResponsesHeader, row: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(design.map(({ name, position }) => [name, (row[position] ?? "").trim()]));
}

function readOrigin(
  header: ResponsesHeader,
  row: readonly string[],
  line: number,
  problems: CellProblem[],
): Omit<ResponseRecord, "line" | "answers" | "ignored" | "design"> {
  const cell = (name: RecordColumn) => (row[header.record.get(name) ?? -1] ?? "").trim();
  const refuse = (name: RecordColumn, reason: string) => problems.push(cellProblem(line, name, cell(name), reason));
  const instant = (name: "submitted_at" | "started_at") => {
    if (cell(name) === "") return null;
    const read = readInstant(cell(name));
    if (read === null) refuse(name, notAnInstant(cell(name)));
    return read;
  };
  const channel = CHANNELS.find((known) => known === (cell("channel") || "import"));
  if (cell("response_id") === "") refuse("response_id", "không được để trống");
  if (cell("unit_code") === "") refuse("unit_code", "không được để trống");
  if (cell("unit_code") === ALL_UNITS) refuse("unit_code", "«*» dành cho tất cả đơn vị gộp lại");
  if (!channel) refuse("channel", `không phải kênh; các kênh: ${CHANNELS.join(", ")}`);
  return {
    responseId: cell("response_id"),
    // Names of units differ by letters, not by how a keyboard composes them.
    unitCode: cell("unit_code").normalize("NFC"),
    unitId: cell("unit_id") || null,
    channel: channel ?? "import",
    submittedAt: instant("submitted_at"),
    startedAt: instant("started_at"),
    typed: { submittedAt: cell("submitted_at"), startedAt: cell("started_at") },
  };
}

/** The file's times are ISO 8601, which officers need not know: they are told how to write the very time they mean. */
function notAnInstant(typed: string): string {
  const proposal = proposeInstant(typed);
  return proposal === null
    ? "không đọc được thành ngày giờ; viết năm-tháng-ngày, ví dụ 2026-03-05 hoặc 2026-03-05T08:30"
    : `viết năm trước, rồi tháng, rồi ngày: ${proposal}`;
}
