import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { planChanges, recordChanges } from "~db/repositories/unit-changes";
import { countUses, type UnitUses } from "~db/repositories/unit-uses";
import { listUnits, type UnitOnDay } from "~db/repositories/units";
import type { ChangeProblem } from "./plan-draft";
import { type ChangeForm, type ChangeFormValues, readChangeForm } from "./read-change-form";
import type { UnitChange } from "./unit-change";

/** What a change would do, and what hangs on the units that it ends. */
export interface ChangePreview {
  effects: string[];
  warnings: string[];
  uses: UnitUses;
}

export type ChangeOutcome =
  | { kind: "refused"; problems: ChangeProblem[] }
  | { kind: "preview"; preview: ChangePreview }
  | { kind: "recorded" };

/** The unit of a form as it stands on the day from which the change holds, with those it may be combined with. */
export async function unitsToChange(
  database: Database,
  viewer: Viewer,
  { key, on }: { key: string; on: string },
): Promise<{ unit: UnitOnDay; units: UnitOnDay[]; children: UnitOnDay[] } | null> {
  const units = await listUnits(database, viewer, { on });
  const unit = units.find((one) => one.key === key);
  return unit ? { unit, units, children: units.filter(({ parentId }) => parentId === unit.id) } : null;
}

/** Reads a guided form, then shows what it would do or, once that is confirmed, records it. */
export async function changeUnits(
  database: Database,
  viewer: Viewer,
  request: {
    form: ChangeForm;
    values: ChangeFormValues;
    confirmed: boolean;
    unit: UnitOnDay;
    units: readonly UnitOnDay[];
    now: Date;
  },
): Promise<ChangeOutcome> {
  const { form, values, confirmed, unit, units, now } = request;
  const read = readChangeForm(form, values, { unit, units });
  if (!read.ok) return { kind: "refused", problems: read.problems };
  const { plans, problems } = await planChanges(database, viewer, [read]);
  if (problems.length > 0) return { kind: "refused", problems: problems.map((problem) => onForm(problem, form)) };
  if (confirmed) {
    const late = await recordChanges(database, viewer, [read], now);
    if (late.length > 0) return { kind: "refused", problems: late.map((problem) => onForm(problem, form)) };
    return { kind: "recorded" };
  }
  const uses = await countUses(database, viewer, endedUnits(read.change));
  const [plan] = plans;
  return { kind: "preview", preview: { effects: plan?.effects ?? [], warnings: plan?.warnings ?? [], uses } };
}

/** Units that a change ends. */
function endedUnits(change: UnitChange): number[] {
  if (change.kind === "reorganise") return [...new Set(change.into.flatMap(({ from }) => from))];
  return change.kind === "close" ? [change.unitId] : [];
}

/** Where a problem of the plan stands on the form. */
function onForm({ field, message }: ChangeProblem, form: ChangeForm): ChangeProblem {
  const places: Record<string, string> =
    form === "split" ? { code: "code-0", name: "name-0", from: "code-0" } : { from: "others", unitId: "effectiveOn" };
  return { field: places[field] ?? field, message };
}
