import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { CHANNEL_NAMES } from "~/i18n/names";
import { type Answers, otherField } from "~/questionnaires/answers";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { scaleOf } from "~/questionnaires/questionnaire";
import { type Item, parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { readImportTarget, settleImport } from "~db/repositories/response-imports";
import { findStagedKnown } from "~db/repositories/staged-responses";
import { createStagedImport, type StagedImport, type StagedRow } from "~db/staged-import.server";
import { isExampleId } from "./import-example";
import { fileKindOf } from "./import-file-kind";
import { type ImportReport, MOST_ROWS, PREVIEW_ROWS, type PreviewRow } from "./import-report";
import { textsOf, unfitNumbers } from "./pack-record";
import { type PlacedRow, rowPlacer } from "./place-imported-row";
import { openResponsesFile, openResponsesRows } from "./read-responses-file.server";
import type { ResponsesHeader } from "./read-responses-file-header";
import { type CellProblem, cellProblem, UnreadableResponsesFile, WHOLE_ROW } from "./read-responses-file-problem";
import type { ResponseRecord } from "./read-responses-file-row";

export interface ImportFiles {
  /** The upload as it came. */
  upload: string;
  /** What was read from it. */
  staged: string;
}

/** Cells of one row that are told one by one. */
const MOST_CELLS_TOLD = 20;

/**
 * Reads an uploaded file against its survey: stages what can be taken, lists what cannot, and leaves the decision to the
 * officer. The import stands as `checked` afterwards, or as `failed` where the file cannot be read.
 * @param options.tell hears how many rows have been read and how many bytes of the file.
 */
export async function checkImport(
  database: Database,
  importId: number,
  options: { files: ImportFiles; now: Date; timeZone: string; tell?: (rows: number, bytes: number) => void },
): Promise<void> {
  const target = await readImportTarget(database, importId);
  if (target?.state !== "checking") return;
  const parsed = parseQuestionnaire(JSON.parse(target.document));
  if (!parsed.ok) throw new Error(`questionnaire version ${target.versionId} is stored with errors`);
  const staged = createStagedImport(options.files.staged);
  try {
    const check = new Check(parsed.questionnaire, staged, rowPlacer({ ...target, ...options }));
    const report = await check.read(options.files.upload, options.tell ?? (() => undefined));
    if (!report.failure) compare(database, staged, report, { surveyId: target.surveyId, timeZone: options.timeZone });
    staged.writeReport(report);
    const { rows, good, bad, known } = report;
    const state = report.failure || rows === 0 ? "failed" : "checked";
    await settleImport(database, importId, "checking", { state, rows, good, bad, known });
  } finally {
    staged.close();
  }
}

/** Sets aside the rows whose response is there already: the same ones are known, the others bad. */
function compare(
  database: Database,
  staged: StagedImport,
  report: ImportReport,
  place: { surveyId: number; timeZone: string },
): void {
  const { same, other } = findStagedKnown(database, staged.rows(), place);
  staged.markKnown(same);
  staged.removeRows(other.map(({ line }) => line));
  staged.addBad(
    other.map(({ line, responseId, foreign }) =>
      cellProblem(
        line,
        "response_id",
        responseId,
        foreign ? "mã phiếu đã có ở một đợt khảo sát khác" : "mã phiếu đã có trong đợt này với nội dung khác",
      ),
    ),
  );
  report.known = same.length;
  report.good -= other.length;
  report.bad += other.length;
}

class Check {
  readonly #layout;
  readonly #report: ImportReport;
  #blank = 0;
  readonly #examples: number[] = [];

  constructor(
    private readonly questionnaire: Questionnaire,
    private readonly staged: StagedImport,
    private readonly place: ReturnType<typeof rowPlacer>,
  ) {
    this.#layout = packedLayout(questionnaire);
    this.#report = {
      ...{ failure: null, columns: [], notAsked: [], warnings: [], preview: [] },
      rows: 0,
      good: 0,
      bad: 0,
      known: 0,
    };
  }

  async read(upload: string, tell: (rows: number, bytes: number) => void): Promise<ImportReport> {
    const { questionnaire } = this;
    const report = this.#report;
    const kind = fileKindOf(await firstBytes(upload));
    if (kind.kind === "refused") return this.#fail([cellProblem(1, WHOLE_ROW, "", kind.reason)]);
    const stream = kind.kind === "csv" ? createReadStream(upload) : null;
    try {
      const opened = stream
        ? await openResponsesFile({ source: stream, questionnaire })
        : await openResponsesRows({ batches: await xlsxRows(upload), questionnaire });
      if (!opened.ok) return this.#fail(opened.problems, opened);
      const { file } = opened;
      this.#noteHeader(file.header);
      for await (const batch of file.rows()) {
        const good: StagedRow[] = [];
        for (const row of batch) {
          report.rows++;
          if (report.rows > MOST_ROWS) return this.#fail([tooMany(row.ok ? row.record.line : report.rows)]);
          if (row.ok) this.#take(row.record, good);
          else this.#refuse(row.problems);
        }
        this.staged.add(good);
        tell(report.rows, stream?.bytesRead ?? 0);
      }
      report.warnings = file.warnings();
      if (this.#examples.length > 0) report.warnings.push(exampleLeft(this.#examples));
      if (this.#blank > 0) report.warnings.push(`Dòng không có câu trả lời nào, vẫn nhận: ${this.#blank}`);
      return report;
    } catch (error) {
      if (!(error instanceof UnreadableResponsesFile)) throw error;
      return this.#fail([error.problem]);
    } finally {
      stream?.destroy();
    }
  }

  #noteHeader(header: ResponsesHeader): void {
    this.#report.columns = header.read.map((position) => header.names[position] ?? "");
    this.#report.notAsked = [...header.notAsked];
  }

  #take(record: ResponseRecord, good: StagedRow[]): void {
    const placing = this.place(record);
    if (!placing.ok) {
      this.#refuse(placing.problems);
      return;
    }
    const { unitName, ...placed } = placing.placed;
    const { line, responseId, channel, answers } = record;
    const unfit = unfitNumbers(this.#layout, record);
    if (unfit.length > 0) {
      this.#refuse(unfit);
      return;
    }
    const texts = textsOf(this.questionnaire, answers);
    good.push({ line, responseId, channel, ...placed, packed: packAnswers(this.#layout, answers), texts });
    this.#report.good++;
    if (Object.keys(answers).length === 0) this.#blank++;
    if (isExampleId(responseId)) this.#examples.push(line);
    const { preview } = this.#report;
    if (preview.length < PREVIEW_ROWS) preview.push(inWords(this.questionnaire, record, unitName, placed.day));
  }

  #refuse(problems: readonly CellProblem[]): void {
    this.#report.bad++;
    const told = problems.slice(0, MOST_CELLS_TOLD);
    const first = problems[0];
    const more = problems.length - told.length;
    if (more > 0 && first) told.push(cellProblem(first.line, WHOLE_ROW, "", `còn ${more} ô sai nữa trong dòng này`));
    this.staged.addBad(told);
  }

  #fail(problems: CellProblem[], header: { found?: string[]; unknown?: string[] } = {}): ImportReport {
    const { found = [], unknown = [] } = header;
    Object.assign(this.#report, { failure: { problems, found, unknown }, good: 0, bad: 0, known: 0, preview: [] });
    return this.#report;
  }
}

/** The reader of workbooks is large, and most files are none. */
async function xlsxRows(path: string) {
  const { readXlsxRows } = await import("./read-xlsx-rows.server");
  return readXlsxRows(path);
}

function exampleLeft(lines: readonly number[]): string {
  const named = lines.slice(0, 3).join(", ");
  return `Có dòng ví dụ của tệp mẫu (dòng ${named}): xóa khỏi tệp trước khi nhập, trừ khi đó là phiếu thật`;
}

function tooMany(line: number): CellProblem {
  return cellProblem(line, WHOLE_ROW, "", `tệp có hơn ${MOST_ROWS} phiếu; chia thành nhiều tệp`);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function inWords(
  questionnaire: Questionnaire,
  { line, channel, answers }: ResponseRecord,
  unitName: PlacedRow["unitName"],
  day: string | null,
): PreviewRow {
  const shown = questionnaire.items.flatMap((item) => {
    const answer = answers[item.code];
    if (answer === undefined) return [];
    const other = answers[otherField(item.code)];
    const words = answerInWords(questionnaire, item, answer);
    return [
      { question: `${item.code}. ${item.text.vi}`, answer: typeof other === "string" ? `${words}: ${other}` : words },
    ];
  });
  return { line, unitName, channel: CHANNEL_NAMES[channel], day, answers: shown };
}

const LONGEST_SHOWN = 200;

function answerInWords(questionnaire: Questionnaire, item: Item, answer: Answers[string]): string {
  if (item.type === "text") return String(answer).slice(0, LONGEST_SHOWN);
  if (item.type === "number") return item.unit ? `${answer} ${item.unit}` : String(answer);
  const entries = item.type === "scale" ? scaleOf(questionnaire, item).levels : item.options;
  const label = (value: number) => entries.find((entry) => entry.value === value)?.label.vi ?? String(value);
  if (Array.isArray(answer)) return answer.length === 0 ? "–" : answer.map(label).join("; ");
  return `${answer} – ${label(Number(answer))}`;
}
