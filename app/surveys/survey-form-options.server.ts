import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { byName } from "~/units/tree-order";
import { KINDS_OF_SECTOR, UNIT_KINDS, type UnitKind } from "~/units/unit-kinds";
import type { Database } from "~db/open-database.server";
import { listUsesOfUnits } from "~db/repositories/collection-points";
import { listSurveyUnits } from "~db/repositories/survey-units";
import { listUnits, readTree } from "~db/repositories/units";
import type { ListedUnit } from "./find-units";
import { listOwners, type Owner } from "./owners.server";
import { groupUses, type SharingSurvey } from "./shared-points";
import { groupUnits, type UnitGroup } from "./unit-groups";

/** What a survey's form offers to choose from. */
export interface SurveyFormOptions {
  /** By Vietnamese name. */
  units: ListedUnit[];
  /** Units that have some of those below them, by name: one click takes all of them. */
  groups: UnitGroup[];
  kinds: readonly UnitKind[];
  owners: Owner[];
  /** Surveys not over yet that use the points of those units already. */
  sharing: SharingSurvey[];
}

/**
 * @param options.draft the survey that is changed; without it the form is for a new one.
 * @param options.today ISO day in TIME_ZONE.
 */
export async function surveyFormOptions(
  database: Database,
  viewer: Viewer,
  { sector, today, draft }: { sector: Sector; today: string; draft?: { id: number; ownerUnitId: number } },
): Promise<SurveyFormOptions> {
  const kinds = KINDS_OF_SECTOR[sector];
  const offered = await listUnits(database, viewer, { on: today, kinds });
  const known = new Set(offered.map(({ id }) => id));
  // Units of before that are gone by now, or of another kind, are offered still, or saving would take them out.
  const present = draft ? await listSurveyUnits(database, viewer, draft.id, today) : [];
  const units = [
    ...offered,
    ...present.filter(({ unitId }) => !known.has(unitId)).map((unit) => ({ ...unit, id: unit.unitId })),
  ].sort(byName);
  const tree = await readTree(database, today);
  const above = new Map(tree.map(({ id, name, parentId }) => [id, { name, parentId }]));
  const placeOf = (id: number) => above.get(above.get(id)?.parentId ?? 0)?.name ?? null;
  const uses = await listUsesOfUnits(database, viewer, { today, except: draft?.id ?? null });
  return {
    units: units.map(({ id, key, code, name, kind }) => ({ id, key, code, name, kind, place: placeOf(id) })),
    groups: groupUnits(
      units.map(({ id }) => id),
      above,
    ),
    kinds: UNIT_KINDS.filter((kind) => units.some((unit) => unit.kind === kind)),
    owners: await listOwners(database, viewer, { today, present: draft?.ownerUnitId }),
    sharing: groupUses(uses),
  };
}
