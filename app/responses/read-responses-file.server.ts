import { createHash } from "node:crypto";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type ResponsesHeader, readResponsesHeader } from "./read-responses-file-header";
import { type CellProblem, cellProblem, UnreadableResponsesFile, WHOLE_ROW } from "./read-responses-file-problem";
import { type CsvRow, readCsvRows } from "./read-responses-file-records.server";
import { type RowReading, rowReader } from "./read-responses-file-row";

/**
 * A responses file (contracts, section 2) being read: the header is known at once, since it says which items were asked
 * at all, and the rows stream. Memory is bounded by the ids seen, never by the file.
 */
export interface ResponsesFile {
  header: ResponsesHeader;
  /**
   * Rows in file order, in batches; an exact repetition of an earlier row is passed over. Throws
   * `UnreadableResponsesFile` where the file cannot be read on.
   */
  rows(): AsyncGenerator<RowReading[]>;
  /** What the reader passed over, in Vietnamese; complete once the rows are read. */
  warnings(): string[];
}

/** A file that was opened, or why it cannot be; which columns it has, and which of them mean nothing, where it has a header. */
type OpenedResponses =
  | { ok: true; file: ResponsesFile }
  | { ok: false; problems: CellProblem[]; found?: string[]; unknown?: string[] };

export async function openResponsesFile(input: {
  source: AsyncIterable<Uint8Array | string>;
  questionnaire: Questionnaire;
  /** Columns of the sample design, where there is a design file. */
  designColumns?: readonly string[];
}): Promise<OpenedResponses> {
  const { source, ...rest } = input;
  return openResponsesRows({ batches: readCsvRows(source), ...rest });
}

/** The same from rows that were read already, whatever kind of file they stood in; the header first. */
export async function openResponsesRows(input: {
  batches: AsyncGenerator<CsvRow[]>;
  questionnaire: Questionnaire;
  designColumns?: readonly string[];
}): Promise<OpenedResponses> {
  const { batches } = input;
  const first = await firstBatch(batches);
  if ("problem" in first) return { ok: false, problems: [first.problem] };
  const [headerRow, ...firstRows] = first.rows;
  if (!headerRow) return { ok: false, problems: [cellProblem(1, WHOLE_ROW, "", "tệp trống")] };
  const read = readResponsesHeader(input.questionnaire, headerRow.cells, input.designColumns);
  if (!read.ok) return { ...read, found: headerRow.cells.map((cell) => cell.trim()) };
  const passedOver = new PassedOver();
  return {
    ok: true,
    file: {
      header: read.header,
      rows: () => readRows(input.questionnaire, read.header, firstRows, batches, passedOver),
      warnings: () => [...read.header.warnings, ...passedOver.warnings()],
    },
  };
}

async function firstBatch(batches: AsyncGenerator<CsvRow[]>): Promise<{ rows: CsvRow[] } | { problem: CellProblem }> {
  try {
    const first = await batches.next();
    return { rows: first.done ? [] : first.value };
  } catch (error) {
    if (error instanceof UnreadableResponsesFile) return { problem: error.problem };
    throw error;
  }
}

async function* readRows(
  questionnaire: Questionnaire,
  header: ResponsesHeader,
  firstRows: CsvRow[],
  batches: AsyncGenerator<CsvRow[]>,
  passedOver: PassedOver,
): AsyncGenerator<RowReading[]> {
  const readRow = rowReader(questionnaire, header);
  const known = new KnownResponses(header);
  const readBatch = (rows: readonly CsvRow[]) =>
    rows.flatMap(({ cells, line }) => {
      const reading = readRow(cells, line);
      if (!reading.ok) return reading;
      const before = known.meet(reading.record.responseId, cells, line);
      if (before === "same") {
        passedOver.repetitions++;
        return [];
      }
      if (before !== "new") return { ok: false as const, problems: [before] };
      passedOver.addUnasked(reading.record.ignored);
      return reading;
    });
  yield readBatch(firstRows);
  for await (const rows of batches) yield readBatch(rows);
}

/** The responses taken so far by id, each with a digest of its content. */
class KnownResponses {
  readonly #seen = new Map<string, string>();

  constructor(private readonly header: ResponsesHeader) {}

  meet(responseId: string, cells: readonly string[], line: number): "new" | "same" | CellProblem {
    const content = this.header.read.map((position) => (cells[position] ?? "").trim()).join("\u0000");
    const digest = createHash("sha256").update(content, "utf8").digest("base64url").slice(0, 22);
    const before = this.#seen.get(responseId);
    if (before === undefined) {
      this.#seen.set(responseId, `${digest}${line}`);
      return "new";
    }
    if (before.startsWith(digest)) return "same";
    const firstLine = before.slice(digest.length);
    return cellProblem(line, "response_id", responseId, `mã phiếu đã có ở dòng ${firstLine} với nội dung khác`);
  }
}

/** Counts of what was good and still not taken. */
class PassedOver {
  repetitions = 0;
  readonly #unasked = new Map<string, number>();

  addUnasked(fields: readonly string[]): void {
    for (const field of fields) this.#unasked.set(field, (this.#unasked.get(field) ?? 0) + 1);
  }

  warnings(): string[] {
    const unasked = [...this.#unasked].map(([field, count]) => `${field} (${count})`);
    const total = [...this.#unasked.values()].reduce((sum, count) => sum + count, 0);
    return [
      ...(this.repetitions === 0 ? [] : [`Bỏ qua ${this.repetitions} dòng lặp lại nguyên vẹn một dòng trước`]),
      ...(total === 0 ? [] : [`Bỏ qua ${total} câu trả lời cho câu không được hỏi: ${unasked.join(", ")}`]),
    ];
  }
}
