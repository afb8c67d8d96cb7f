import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { findPlan, listPlanYears } from "~db/repositories/reform-plans";
import { findUnitId, listUnits } from "~db/repositories/units";

/** A body that may run a survey. */
export interface Owner {
  id: number;
  name: string;
}

/**
 * The bodies that the viewer may run a survey for: the viewer's own unit first, then the departments and service centres
 * below it. A designer's reach by sector does not count: other bodies' units answer for themselves.
 * @param options.present the body that a draft has already, which stays on offer whatever its kind.
 */
export async function listOwners(
  database: Database,
  viewer: Viewer,
  { today, present }: { today: string; present?: number | undefined },
): Promise<Owner[]> {
  const units = await listUnits(database, { ...viewer, sector: null }, { on: today });
  const own = units.filter(({ id }) => id === viewer.unitId);
  const bodies = units.filter(
    ({ id, kind }) => id !== viewer.unitId && (kind === "department" || kind === "service_centre" || id === present),
  );
  bodies.sort(byName);
  return [...own, ...bodies].map(({ id, name }) => ({ id, name }));
}

/**
 * The body that the latest plan charges with the surveys of a sector, where it is one of those offered; else the first,
 * which is the viewer's own.
 */
export async function likelyOwner(
  database: Database,
  owners: readonly Owner[],
  sector: Sector,
): Promise<Owner | undefined> {
  const [year] = await listPlanYears(database);
  const plan = year === undefined ? null : await findPlan(database, year);
  const task = plan?.tasks.find(({ survey_sector }) => survey_sector === sector);
  const key = task?.lead.find(({ unit }) => unit !== null)?.unit;
  const charged = key ? await findUnitId(database, key) : null;
  return owners.find(({ id }) => id === charged) ?? owners[0];
}
