import { z } from "zod";
import { type PlanDocument, planDocumentSchema } from "./plan-document";
import type { FormProblem } from "./read-survey-form";

/**
 * Reads the form of a plan. Rows of schedule and responsibilities are counted by their fields `work-0`, `duty-0` and on;
 * a row of which nothing is filled in is none. What was typed comes back as it was, whatever is wrong with it.
 */
export function readPlanForm(form: FormData): {
  values: PlanDocument;
  result: { ok: true; document: PlanDocument } | { ok: false; problems: FormProblem[] };
} {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/gu, "\n")
      .trim();
  const rowsOf = (name: string) => {
    let count = 0;
    while (count < MOST_ROWS && form.has(`${name}-${count}`)) count += 1;
    return Array.from({ length: count }, (_, row) => row);
  };
  const schedule = rowsOf("work").map((row) => ({
    from: text(`from-${row}`),
    to: text(`to-${row}`),
    work: text(`work-${row}`),
  }));
  const responsibilities = rowsOf("duty").map((row) => ({ body: text(`body-${row}`), work: text(`duty-${row}`) }));
  const values: PlanDocument = {
    number: text("number"),
    place: text("place"),
    grounds: text("grounds"),
    purpose: text("purpose"),
    requirements: text("requirements"),
    respondents: text("respondents"),
    method: text("method"),
    budget: text("budget"),
    schedule: schedule.filter((row) => Object.values(row).some((value) => value !== "")),
    responsibilities: responsibilities.filter((row) => row.body !== "" || row.work !== ""),
    signer: { title: text("signerTitle"), name: text("signerName") },
    recipients: text("recipients")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
  const problems = [...rowProblems(values), ...lengthProblems(values)];
  return { values, result: problems.length === 0 ? { ok: true, document: values } : { ok: false, problems } };
}

const MOST_ROWS = 60;
const isDay = (text: string) => z.iso.date().safeParse(text).success;

function rowProblems({ schedule, responsibilities }: PlanDocument): FormProblem[] {
  const problems: FormProblem[] = [];
  schedule.forEach(({ from, to, work }, row) => {
    if (!isDay(from))
      problems.push({ field: `from-${row}`, message: `Tiến độ, dòng ${row + 1}: ngày bắt đầu không hợp lệ` });
    if (!isDay(to))
      problems.push({ field: `to-${row}`, message: `Tiến độ, dòng ${row + 1}: ngày kết thúc không hợp lệ` });
    else if (isDay(from) && to < from) {
      problems.push({ field: `to-${row}`, message: `Tiến độ, dòng ${row + 1}: ngày kết thúc trước ngày bắt đầu` });
    }
    if (work === "")
      problems.push({ field: `work-${row}`, message: `Tiến độ, dòng ${row + 1}: thiếu nội dung công việc` });
  });
  responsibilities.forEach(({ body, work }, row) => {
    if (body === "") problems.push({ field: `body-${row}`, message: `Phân công, dòng ${row + 1}: thiếu tên cơ quan` });
    if (work === "")
      problems.push({ field: `duty-${row}`, message: `Phân công, dòng ${row + 1}: thiếu việc được giao` });
  });
  return problems;
}

/** Fields of the form by the places of the schema, where their names differ. */
const FIELDS: Readonly<Record<string, string>> = { "signer.title": "signerTitle", "signer.name": "signerName" };

function lengthProblems(values: PlanDocument): FormProblem[] {
  const parsed = planDocumentSchema.safeParse(values);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => {
    const [list, row, key] = path;
    const place = path.join(".");
    const rows: Record<string, string> = {
      "schedule.work": "work",
      "responsibilities.body": "body",
      "responsibilities.work": "duty",
    };
    const named = typeof row === "number" ? rows[`${String(list)}.${String(key)}`] : undefined;
    const field = named ? `${named}-${String(row)}` : (FIELDS[place] ?? String(list));
    return { field, message: "Nội dung dài quá mức cho phép" };
  });
}
