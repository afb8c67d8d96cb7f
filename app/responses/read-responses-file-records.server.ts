import { type Options, type Parser, parse } from "csv-parse";
import { cellProblem, UnreadableResponsesFile, WHOLE_ROW } from "./read-responses-file-problem";

/** One row of a CSV file and the line it starts on. */
export interface CsvRow {
  cells: string[];
  line: number;
}

const NOT_UTF8 =
  "tệp không phải UTF-8 mà lưu bằng bảng mã cũ, chữ Việt sẽ sai; trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”";

const LONGEST_HEADER = 1_000_000;
const LONGEST_ROW = 4_000_000;

/**
 * Rows of a CSV file in batches as it streams in, the header first. UTF-8 with or without BOM; the separator is a comma,
 * or a semicolon where the header has no comma. Rows without any content are passed over. Throws
 * {@link UnreadableResponsesFile} where reading on would mean guessing: another encoding, a quote that never closes.
 */
export async function* readCsvRows(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRow[]> {
  const texts = decode(source);
  let start = "";
  let next = await texts.next();
  while (!next.done && !/\S[^\r\n]*[\r\n]/.test(start) && start.length < LONGEST_HEADER) {
    start += next.value;
    next = await texts.next();
  }
  const firstLine = start.split(/[\r\n]/).find((line) => line.trim() !== "") ?? "";
  const rows = new RowCollector(firstLine.includes(",") ? "," : ";");
  yield* rows.write(start);
  for (; !next.done; next = await texts.next()) yield* rows.write(next.value);
  yield* rows.end();
}

async function* decode(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decodeBytes = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableResponsesFile(cellProblem(1, WHOLE_ROW, "", NOT_UTF8));
    }
  };
  let first = true;
  for await (const chunk of source) {
    const text = typeof chunk === "string" ? chunk : decodeBytes(chunk);
    yield first && text.startsWith("\uFEFF") ? text.slice(1) : text;
    first &&= text === "";
  }
  yield decodeBytes();
}

/** Feeds text to the parser and hands back the rows it completed; what came before an error is not lost with it. */
class RowCollector {
  #rows: CsvRow[] = [];
  #linesDone = 0;
  #linesCounted = 0;
  readonly #parser: Parser;

  constructor(delimiter: string) {
    // Quotes inside an unquoted cell are kept as typed: free text has them, and closed answers are checked anyway.
    const options: Options = {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_ROW },
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== "")) this.#rows.push({ cells, line: this.#linesDone + 1 });
        // The parser's own count takes CR LF within quotes for two lines; where it moves by one it is right.
        this.#linesDone += lines - this.#linesCounted > 1 ? 1 + lineBreaks(cells) : 1;
        this.#linesCounted = lines;
        return null;
      },
    };
    this.#parser = parse(options);
    // The callback of each write reports the same error; unheard, the event would end the process.
    this.#parser.on("error", () => undefined);
  }

  async *write(text: string): AsyncGenerator<CsvRow[]> {
    const problem = await new Promise<Error | null | undefined>((resolve) => {
      this.#parser.write(text, (error) => resolve(error));
    });
    yield* this.#take(problem);
  }

  async *end(): AsyncGenerator<CsvRow[]> {
    const problem = await new Promise<Error | null | undefined>((resolve) => {
      this.#parser.once("error", resolve);
      this.#parser.once("end", () => resolve(null));
      this.#parser.resume();
      this.#parser.end();
    });
    yield* this.#take(problem);
  }

  *#take(problem: Error | null | undefined): Generator<CsvRow[]> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) yield rows;
    if (problem) throw new UnreadableResponsesFile(cellProblem(this.#linesDone + 1, WHOLE_ROW, "", reasonOf(problem)));
  }
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function reasonOf(problem: Error): string {
  const code = "code" in problem ? problem.code : undefined;
  if (code === "CSV_MAX_RECORD_SIZE")
    return "dấu ngoặc kép mở ra mà không đóng lại, hoặc một dòng dài quá 4 triệu ký tự; không đọc tiếp được";
  if (code === "CSV_QUOTE_NOT_CLOSED") return "dấu ngoặc kép mở ra mà không đóng lại, không đọc tiếp được";
  return `cấu trúc CSV không đọc được: ${problem.message}`;
}
