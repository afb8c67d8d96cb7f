import ExcelJS from "exceljs";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { ANSWER_WORDS, ORIGIN_COLUMNS } from "./import-column-words";
import type { ExampleRow } from "./import-example";
import { type ImportQuestion, importQuestions } from "./import-questions";
import { templateCells } from "./import-template";

/** How many columns stay in sight beside the answers: the response and its unit. */
const FROZEN_COLUMNS = 2;

/**
 * The template as a workbook: codes are text, so that leading zeros stay, times are dates, and a second sheet says what
 * each column takes. The reader looks at the first sheet only.
 */
export async function writeImportWorkbook(questionnaire: Questionnaire, example: ExampleRow): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  writeForms(workbook.addWorksheet("Phiếu"), templateCells(questionnaire, example));
  writeGuide(workbook.addWorksheet("Hướng dẫn"), importQuestions(questionnaire));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeForms(sheet: ExcelJS.Worksheet, cells: readonly [column: string, value: string][]): void {
  sheet.columns = cells.map(([name]) => {
    if (name === "submitted_at") return { width: 18, style: { numFmt: "yyyy-mm-dd hh:mm" } };
    const text = name === "response_id" || name === "unit_code" || name.endsWith(".other");
    return { width: text ? 20 : 9, style: { numFmt: text ? "@" : "General" } };
  });
  sheet.addRow(cells.map(([name]) => name)).font = { bold: true };
  sheet.addRow(cells.map(([name, value]) => typedCell(name, value)));
  sheet.views = [{ state: "frozen", ySplit: 1, xSplit: FROZEN_COLUMNS }];
}

function typedCell(name: string, value: string): string | number | Date | null {
  if (value === "") return null;
  // A sheet's dates have no zone: the clock of the example is written as it is.
  if (name === "submitted_at") return new Date(`${value}Z`);
  return name === "response_id" || name === "unit_code" || name === "channel" ? value : Number(value);
}

function writeGuide(sheet: ExcelJS.Worksheet, questions: readonly ImportQuestion[]): void {
  sheet.columns = [{ width: 18 }, { width: 60 }, { width: 70 }].map((column) => ({
    ...column,
    style: { alignment: { vertical: "top", wrapText: true } },
  }));
  sheet.addRow(["Tên cột", "Câu hỏi", "Ghi gì"]).font = { bold: true };
  for (const [name, meaning] of ORIGIN_COLUMNS) sheet.addRow([name, "", meaning]);
  for (const { code, text, type, choices, otherColumn, ...rest } of questions) {
    if (type === "multiple")
      for (const { written, label } of choices) sheet.addRow([written, `${text}: ${label}`, "1 nếu chọn, 0 nếu không"]);
    else sheet.addRow([code, text, [ANSWER_WORDS[type], ...choices.map(inWords), ...limits(rest)].join("\n")]);
    if (otherColumn !== null) sheet.addRow([otherColumn, text, "chữ ghi thêm cho phương án có chỗ ghi"]);
  }
  sheet.views = [{ state: "frozen", ySplit: 1 }];
}

function inWords({ written, label }: ImportQuestion["choices"][number]): string {
  return `${written} = ${label}`;
}

function limits({ min, max }: Pick<ImportQuestion, "min" | "max">): string[] {
  return [...(min === null ? [] : [`nhỏ nhất ${min}`]), ...(max === null ? [] : [`lớn nhất ${max}`])];
}
