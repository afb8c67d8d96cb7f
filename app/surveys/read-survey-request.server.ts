import type { Database } from "~db/open-database.server";
import { listSuccessions } from "~db/repositories/survey-copies";
import { listPastNames, readTree } from "~db/repositories/units";
import { presentOf, successorsOf } from "./carry-units";
import { type FormerUnit, findUnits, type ListAnswer, type ListedUnit, MOST_LINES } from "./find-units";
import { readFile } from "./read-draw-form";
import { type FormProblem, readSurveyForm, type SurveyFormValues } from "./read-survey-form";
import { readTable } from "./read-table.server";
import type { SurveyInput } from "./survey-input";
import type { UnitGroup } from "./unit-groups";

export type SurveyRequest =
  | { ok: true; values: SurveyFormValues; input: SurveyInput }
  | {
      ok: false;
      status: number;
      answer: { values: SurveyFormValues; problems: FormProblem[]; list: ListAnswer | null };
    };

/**
 * Reads what a form of a survey asks: to be saved, or (`intent`) only to tick the units of a list or a group, which keeps
 * all else that was typed. A list that was not looked up yet is never passed over by saving.
 * @param today ISO day in TIME_ZONE.
 */
export async function readSurveyRequest(
  database: Database,
  form: FormData,
  choices: Parameters<typeof readSurveyForm>[1] & { units: readonly ListedUnit[]; groups: readonly UnitGroup[] },
  today: string,
): Promise<SurveyRequest> {
  const { values, result } = readSurveyForm(form, choices, today);
  const intent = String(form.get("intent") ?? "");
  const turn = (Number(form.get("turn")) || 0) + 1;
  const empty: ListAnswer = { turn, taken: null, refusal: null, problems: [] };
  const refuse = (list: ListAnswer, typed = values.list): SurveyRequest => ({
    ...{ ok: false, status: 422, answer: { values: { ...values, list: typed }, problems: [], list } },
  });
  const take = (unitIds: readonly number[], counts: { from: string | null; repeated: number; skipped: number }) => {
    const ofKinds = choices.units.filter(({ kind }) => values.kinds.includes(kind)).map(({ id }) => id);
    const ticked = new Set([...values.unitIds, ...ofKinds]);
    const before = unitIds.filter((id) => ticked.has(id)).length;
    const list = { ...empty, taken: { units: unitIds.length, before, ...counts } };
    const kept = counts.from === null ? "" : values.list;
    const next = { ...values, unitIds: [...new Set([...values.unitIds, ...unitIds])], list: kept };
    return { ok: false, status: 200, answer: { values: next, problems: [], list } } satisfies SurveyRequest;
  };
  if (intent === "take-group") {
    const group = choices.groups.find(({ id }) => id === Number(form.get("group")));
    if (!group) return refuse({ ...empty, refusal: "Chọn một nơi trong danh sách rồi bấm chọn." });
    return take(group.unitIds, { from: group.name, repeated: 0, skipped: 0 });
  }
  const file = await readFile(form, "listFile");
  if (intent === "look-up") {
    const table = await readTable(file ?? { text: values.list ?? "" });
    if (!table.ok) return refuse({ ...empty, refusal: table.message });
    if (table.rows.length === 0) return refuse({ ...empty, refusal: "Danh sách trống: dán hoặc chọn tệp trước." });
    if ((table.rows.at(-1)?.line ?? 0) > MOST_LINES)
      return refuse({ ...empty, refusal: "Danh sách dài quá 5.000 dòng." });
    const answers = form.getAll("answers").map(String);
    const found = findUnits(table.rows, { ...(await unitsToday(database, choices.units, today)), answers });
    if (found.problems.length === 0) return take(found.unitIds, { ...found, from: null });
    return refuse({ ...empty, problems: found.problems }, file ? asText(table.rows) : values.list);
  }
  if (values.list?.trim() || file) {
    const message = "Danh sách đơn vị chưa được tra: bấm “Tra danh sách”, hoặc xóa danh sách đi";
    const problems = [{ field: "list", message }, ...(result.ok ? [] : result.problems)];
    return { ok: false, status: 422, answer: { values, problems, list: null } };
  }
  if (result.ok) return { ok: true, values, input: result.input };
  return { ok: false, status: 422, answer: { values, problems: result.problems, list: null } };
}

/** What a list is looked up among: the units on offer that stand today, others of today, and those of before for hints. */
async function unitsToday(database: Database, units: readonly ListedUnit[], today: string) {
  const tree = await readTree(database, today);
  const names = new Map(tree.map(({ id, name }) => [id, name]));
  const known = new Set(units.map(({ id }) => id));
  const next = successorsOf(await listSuccessions(database, today));
  const former: FormerUnit[] = (await listPastNames(database, today)).map(({ unitId, code, name }) => ({
    ...{ code, name },
    now: presentOf(unitId, next, (id) => names.has(id)).map((id) => names.get(id) ?? ""),
  }));
  const others = tree.filter(({ id }) => !known.has(id)).map((unit) => ({ ...unit, place: null }));
  return { offered: units.filter(({ id }) => names.has(id)), elsewhere: others, former };
}

/** A file's lines as they can be corrected in the page, each in the line that it stood in. */
function asText(rows: readonly { line: number; cells: readonly string[] }[]): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) lines[line - 1] = cells.join("\t");
  return Array.from(lines, (line) => line ?? "").join("\n");
}
