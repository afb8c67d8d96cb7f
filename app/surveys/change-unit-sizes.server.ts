import { createHash } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { saveSizes } from "~db/repositories/survey-units";
import { readTree } from "~db/repositories/units";
import { loadUnitSizes } from "./load-unit-sizes.server";
import { matchSizes } from "./match-sizes";
import type { FormProblem } from "./read-survey-form";
import { readTable } from "./read-table.server";
import {
  fillPopulation,
  parseCalculator,
  parseSizes,
  readUnitsForm,
  reckonRows,
  type UnitsFormValues,
} from "./units-form";

/** The form as it comes back when nothing was saved. */
interface UnitsAnswer {
  values: UnitsFormValues;
  /** What is saved now, which a conflict has changed since the page was opened. */
  saved: UnitsFormValues;
  problems: FormProblem[];
  tableProblems: string[];
  news:
    | { kind: "reckoned"; reckoned: number; withoutPopulation: number }
    | { kind: "filled"; filled: number }
    | { kind: "preview"; changed: number; unchanged: number; outside: number }
    | null;
  pasted: string;
  /** The population for many units at once, as typed. */
  common: string;
  /** What the next save compares with. */
  seen: string;
  /** Differs from answer to answer, so that the page shows the newest. */
  answered: string;
}

export type UnitsOutcome = { status: "saved" } | { status: 200 | 409 | 422; answer: UnitsAnswer };

/**
 * Does what the form of a survey's units asks: reckon targets, try on a table, or save all units together. Only saving
 * changes anything; every other answer, a refusal included, brings all fields back as they were typed.
 */
export async function changeUnitSizes(
  database: Database,
  viewer: Viewer,
  { surveyId, form, now, today }: { surveyId: number; form: FormData; now: Date; today: string },
): Promise<UnitsOutcome> {
  const { units, saved: present, mark } = await loadUnitSizes(database, viewer, surveyId, today);
  const values = readUnitsForm(
    form,
    units.map(({ unitId }) => unitId),
  );
  const pasted = String(form.get("pasted") ?? "");
  const seen = String(form.get("seen") ?? "");
  const common = String(form.get("common") ?? "").trim();
  const answer = (part: Partial<UnitsAnswer>): UnitsAnswer => {
    const whole = {
      values,
      saved: present,
      problems: [],
      tableProblems: [],
      news: null,
      pasted,
      seen,
      common,
      ...part,
    };
    return {
      ...whole,
      answered: createHash("sha256")
        .update(JSON.stringify([whole, now]))
        .digest("base64url"),
    };
  };
  switch (form.get("intent")) {
    case "reckon": {
      const plan = parseCalculator(values.calculator);
      if (!plan.ok) return { status: 422, answer: answer({ problems: plan.problems }) };
      const { rows, ...counts } = reckonRows(plan.value, values.rows);
      return { status: 200, answer: answer({ values: { ...values, rows }, news: { kind: "reckoned", ...counts } }) };
    }
    case "fill-blank":
    case "fill-all": {
      const filling = fillPopulation(values.rows, common, form.get("intent") === "fill-all");
      if (!filling.ok) return { status: 422, answer: answer({ problems: filling.problems }) };
      const { rows, filled } = filling.value;
      return { status: 200, answer: answer({ values: { ...values, rows }, news: { kind: "filled", filled } }) };
    }
    case "preview": {
      const source = await sourceOf(form, pasted);
      if (source === null) {
        return { status: 422, answer: answer({ tableProblems: ["Chọn một tệp hoặc dán bảng vào ô"] }) };
      }
      const table = await readTable(source);
      if (!table.ok) return { status: 422, answer: answer({ tableProblems: [table.message] }) };
      const tree = await readTree(database, today);
      const elsewhere = new Set(tree.flatMap(({ key, code, name }) => [key, code, name]));
      const matched = matchSizes(table.rows, units, values.rows, elsewhere);
      if (!matched.ok) return { status: 422, answer: answer({ tableProblems: matched.problems }) };
      const changes = new Map(matched.changes.map((row) => [row.unitId, row]));
      const rows = values.rows.map((row) => changes.get(row.unitId) ?? row);
      const { unchanged, outside } = matched;
      const news = { kind: "preview" as const, changed: changes.size, unchanged, outside };
      return { status: 200, answer: answer({ values: { ...values, rows }, pasted: "", news }) };
    }
    default: {
      const plan = parseCalculator(values.calculator);
      const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
      const sizes = parseSizes(values.rows, (unitId) => names.get(unitId) ?? "");
      if (!plan.ok || !sizes.ok) {
        const problems = [...(plan.ok ? [] : plan.problems), ...(sizes.ok ? [] : sizes.problems)];
        return { status: 422, answer: answer({ problems }) };
      }
      const blank = ({ population, target }: { population: unknown; target: unknown }) => !population && !target;
      if (units.length > 0 && sizes.value.every(blank) && present.rows.every(blank)) {
        const message = "Chưa đơn vị nào có N hay cỡ mẫu, nên chưa có gì để lưu. Nhập số vào bảng rồi bấm Lưu.";
        return { status: 422, answer: answer({ problems: [{ field: "targets-heading", message }] }) };
      }
      // Without a single target nothing was reckoned.
      const kept = sizes.value.some(({ target }) => target !== null) ? plan.value : null;
      const saved = await saveSizes(database, viewer, { surveyId, plan: kept, sizes: sizes.value, seen, at: now });
      if (saved === "done") return { status: "saved" };
      const message =
        saved === "refused"
          ? "Đợt khảo sát đã chốt, không đổi cỡ mẫu được nữa."
          : "Người khác vừa lưu cỡ mẫu hoặc đổi đơn vị của đợt này. Số bạn nhập vẫn còn trong bảng, số đã lưu ghi dưới ô; xem lại rồi bấm Lưu lần nữa để ghi đè.";
      return { status: 409, answer: answer({ problems: [{ field: "targets-heading", message }], seen: mark }) };
    }
  }
}

async function sourceOf(form: FormData, pasted: string) {
  const file = form.get("file");
  if (file !== null && typeof file !== "string" && file.size > 0) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  return pasted.trim() === "" ? null : { text: pasted };
}
