import { z } from "zod";
import { chooseUnit, unitLabel } from "./choose-unit";
import type { ChangeProblem } from "./plan-draft";
import { type UnitChange, unitChangeSchema } from "./unit-change";

/** What a guided form changes; a merge and a split are both reorganisations. */
export const CHANGE_FORMS = ["rename", "merge", "split", "reparent", "create", "close", "correct"] as const;
export type ChangeForm = (typeof CHANGE_FORMS)[number];

interface FormUnit {
  id: number;
  code: string;
  name: string;
  kind: string;
  parentId: number | null;
}

/** Rows that a split offers for new units. */
export const SPLIT_ROWS = 6;

/** What a guided form holds, by field name; every field may be missing. */
export type ChangeFormValues = Readonly<Record<string, string>>;

export type ReadChange =
  | { ok: true; change: UnitChange; effectiveOn: string; basis: string }
  | { ok: false; problems: ChangeProblem[] };

const effectiveSchema = z.object({
  effectiveOn: z.iso.date("Chọn ngày bắt đầu có hiệu lực"),
  basis: z.string().trim().max(200, "Căn cứ dài quá 200 ký tự").default(""),
});

/**
 * The change that a guided form asks for, or what is wrong with it by field.
 * @param unit the one that the form is about. @param units those of the viewer's scope on the day, to look names up in.
 */
export function readChangeForm(
  form: ChangeForm,
  values: ChangeFormValues,
  { unit, units }: { unit: FormUnit; units: readonly FormUnit[] },
): ReadChange {
  const problems: ChangeProblem[] = [];
  const dated = effectiveSchema.safeParse(values);
  if (!dated.success) problems.push(...told(dated.error.issues));
  const named = (field: string, typed: string): number | null => {
    const chosen = chooseUnit(units, typed);
    if (chosen.unit) return chosen.unit.id;
    const near = chosen.similar.map(unitLabel).join("; ");
    const message = typed.trim() === "" ? "Chọn đơn vị" : `Không rõ “${typed.trim()}” là đơn vị nào`;
    problems.push({ field, message: near === "" ? message : `${message}. Có thể là: ${near}` });
    return null;
  };
  const wanted = changeOf(form, values, unit, named);
  if (problems.length > 0 && wanted === null) return { ok: false, problems };
  const parsed = unitChangeSchema.safeParse(wanted);
  if (!parsed.success) problems.push(...told(parsed.error.issues));
  if (!parsed.success || !dated.success || problems.length > 0) return { ok: false, problems: unique(problems) };
  return { ok: true, change: parsed.data, ...dated.data };
}

function changeOf(
  form: ChangeForm,
  values: ChangeFormValues,
  unit: FormUnit,
  named: (field: string, typed: string) => number | null,
): unknown {
  const { id: unitId } = unit;
  const written = { code: values.code ?? "", name: values.name ?? "" };
  switch (form) {
    case "rename":
      return { kind: "rename", unitId, ...written };
    case "close":
      return { kind: "close", unitId };
    case "correct":
      return { kind: "correct", unitId, ...written, unitKind: values.unitKind };
    case "create":
      return { kind: "create", into: { ...written, kind: values.unitKind, parentId: unitId } };
    case "reparent": {
      const parentId = named("parentId", values.parentId ?? "");
      return parentId === null ? null : { kind: "reparent", unitId, parentId };
    }
    case "merge": {
      const others = lines(values.others).map((line) => named("others", line));
      if (others.length === 0) named("others", "");
      const from = [unitId, ...others];
      const into = [{ ...written, kind: unit.kind, parentId: unit.parentId, from }];
      return from.includes(null) || others.length === 0 ? null : { kind: "reorganise", into };
    }
    case "split": {
      const rows = Array.from({ length: SPLIT_ROWS }, (_, row) => [values[`code-${row}`], values[`name-${row}`]]);
      const into = rows
        .filter(([code = "", name = ""]) => `${code}${name}`.trim() !== "")
        .map(([code = "", name = ""]) => ({ code, name, kind: unit.kind, parentId: unit.parentId, from: [unitId] }));
      const children = Object.entries(values).flatMap(([field, place]) => {
        const child = /^child-(\d+)$/.exec(field)?.[1];
        return child && /^\d$/.test(place) ? [{ unitId: Number(child), into: Number(place) }] : [];
      });
      return { kind: "reorganise", into, children };
    }
  }
}

function lines(text: string | undefined): string[] {
  return (text ?? "").split("\n").filter((line) => line.trim() !== "");
}

/** Problems by the field of the form: the rows of a split by their number, everything else by its own name. */
function told(issues: readonly { path: readonly PropertyKey[]; message: string }[]): ChangeProblem[] {
  return issues.map(({ path, message }) => {
    const field = String(path.findLast((step) => typeof step === "string") ?? "code");
    const row = path.find((step) => typeof step === "number");
    if (field === "into") return { field: "code-0", message: "Ghi mã và tên của ít nhất hai đơn vị mới" };
    return { field: typeof row === "number" && path.includes("into") ? `${field}-${row}` : field, message };
  });
}

function unique(problems: readonly ChangeProblem[]): ChangeProblem[] {
  return [...new Map(problems.map((problem) => [problem.field + problem.message, problem])).values()];
}
