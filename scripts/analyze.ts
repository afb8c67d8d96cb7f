import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { analysisResult } from "../app/indices/analysis-result";
import { createFrame, type ResponseFrame } from "../app/indices/response-frame";
import { questionnaireChecksum } from "../app/questionnaires/checksum.server";
import { parseQuestionnaire } from "../app/questionnaires/questionnaire-schema";
import { DesignCollector } from "../app/responses/collect-design";
import { type DesignFile, designColumns, parseDesign } from "../app/responses/design-file";
import { openResponsesFile } from "../app/responses/read-responses-file.server";
import { describeProblem, UnreadableResponsesFile } from "../app/responses/read-responses-file-problem";
import type { WeightedSample } from "../app/statistics/ratio-estimate";

/**
 * Headless analysis (contracts, section 3): a questionnaire file and a responses file in, `hailong.result/1` out.
 * The JSON (or what `--help` asks for) alone goes to stdout, all else to stderr. Exit 0 done, 1 bad input (listed),
 * 2 bad call.
 */
const USAGE = `Cách dùng: npm run --silent analyze -- --questionnaire q.json --responses r.csv
  [--design d.json] thiết kế mẫu: trọng số, tầng, cụm, tổng thể, tổng đã biết
  [--min-cell 10]   che các nhóm có ít người hơn; 0 là không che
  [--skip-bad]      bỏ qua các dòng lỗi thay vì dừng lại
  [--out ket-qua.json]   ghi ra tệp thay vì stdout
  [--help]          in hướng dẫn này

Tệp phiếu trả lời (CSV, UTF-8): cột bắt buộc response_id, unit_code; mỗi câu hỏi một cột mang mã câu hỏi, câu chọn nhiều
mỗi phương án một cột 0/1 như C2.1; ô trống là không trả lời. Các cột khác: xem README, mục "Phân tích ngoài hệ thống".`;

class BadCall extends Error {}
class BadInput extends Error {}

interface Call {
  questionnaire: string;
  responses: string;
  design: string | undefined;
  minCell: number;
  skipBad: boolean;
  out: string | undefined;
}

function readCall(args: string[]): Call {
  const { values } = parseCall(args);
  const { questionnaire, responses, design, out } = values;
  if (questionnaire === undefined || responses === undefined)
    throw new BadCall("thiếu --questionnaire hoặc --responses");
  const minCell = values["min-cell"] ?? "10";
  if (!/^\d{1,9}$/.test(minCell)) throw new BadCall(`--min-cell: «${minCell}» không phải số nguyên không âm`);
  const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return {
    questionnaire: from(questionnaire),
    responses: from(responses),
    design: design === undefined ? undefined : from(design),
    minCell: Number(minCell),
    skipBad: values["skip-bad"] ?? false,
    out: out === undefined ? undefined : from(out),
  };
}

function parseCall(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        questionnaire: { type: "string" },
        responses: { type: "string" },
        design: { type: "string" },
        "min-cell": { type: "string" },
        "skip-bad": { type: "boolean" },
        out: { type: "string" },
      },
    });
  } catch (error) {
    // The message is English; the part in quotation marks is what the caller wrote.
    const [, given] = /'([^']+)'/.exec(error instanceof Error ? error.message : "") ?? [];
    throw new BadCall(given === undefined ? "lời gọi không hợp lệ" : `không hiểu tham số ${given}`);
  }
}

async function readQuestionnaire(path: string) {
  const file = parseJson(await readText(path), path);
  const parsed = parseQuestionnaire(file);
  if (parsed.ok) return parsed;
  for (const problem of parsed.problems) report(`${path}: ${problem.path}: ${problem.message}`);
  throw new BadInput(`phiếu có ${parsed.problems.length} lỗi`);
}

async function readDesign(path: string, questionnaire: ResponseFrame["questionnaire"]): Promise<DesignFile> {
  const parsed = parseDesign(parseJson(await readText(path), path), questionnaire);
  if (parsed.ok) return parsed.design;
  for (const problem of parsed.problems) report(`${path}: ${problem}`);
  throw new BadInput(`tệp thiết kế có ${parsed.problems.length} lỗi`);
}

/** A text file as UTF-8; broken text is refused, since the checksum would be of something else. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${path}: không phải UTF-8`);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new BadInput(`${path}: không phải JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Streams the responses into a frame, listing every bad cell as it is met. */
async function readFrame(
  call: Call,
  questionnaire: ResponseFrame["questionnaire"],
): Promise<{ frame: ResponseFrame; warnings: string[]; sample: WeightedSample | undefined }> {
  const design = call.design === undefined ? undefined : await readDesign(call.design, questionnaire);
  const collector = design && new DesignCollector(design);
  const opened = await openResponsesFile({
    source: createReadStream(call.responses),
    questionnaire,
    designColumns: design ? designColumns(design) : [],
  });
  if (!opened.ok) {
    for (const problem of opened.problems) report(describeProblem(problem));
    throw new BadInput("không đọc được tệp trả lời");
  }
  const { file } = opened;
  const frame = createFrame(questionnaire, { notAsked: file.header.notAsked });
  let badRows = 0;
  for await (const batch of file.rows()) {
    for (const row of batch) {
      const problems = row.ok ? (collector?.add(row.record) ?? []) : row.problems;
      if (row.ok && problems.length === 0) {
        if (badRows === 0 || call.skipBad) frame.add(row.record.unitCode, row.record.answers);
        continue;
      }
      badRows++;
      for (const problem of problems) report(describeProblem(problem));
    }
  }
  if (badRows > 0 && !call.skipBad) throw new BadInput(`${badRows} dòng lỗi; thêm --skip-bad để bỏ qua`);
  const skipped = badRows === 0 ? [] : [`Bỏ qua ${badRows} dòng lỗi`];
  const finished = collector?.finish();
  if (finished?.ok === false) {
    for (const problem of finished.problems) report(problem);
    throw new BadInput("thiết kế mẫu không khớp với tệp trả lời");
  }
  return { frame, warnings: [...file.warnings(), ...skipped], sample: finished?.sample };
}

async function analyze(args: string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const call = readCall(args);
  const { document, questionnaire } = await readQuestionnaire(call.questionnaire);
  const { frame, warnings, sample } = await readFrame(call, questionnaire);
  for (const warning of warnings) report(warning);
  const checksum = questionnaireChecksum(document);
  const result = analysisResult({ frame, checksum, warnings, minCell: call.minCell, sample });
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (call.out === undefined) process.stdout.write(text);
  else await writeFile(call.out, text);
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A path that cannot be opened is a mistake of the call, not of what the file says. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

try {
  await analyze(process.argv.slice(2));
} catch (error) {
  if (error instanceof BadCall) {
    report(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  } else if (isSystemError(error)) {
    report(`không mở được tệp: ${error.message}`);
    process.exitCode = 2;
  } else if (error instanceof BadInput || error instanceof UnreadableResponsesFile) {
    report(error.message);
    process.exitCode = 1;
  } else throw error;
}
