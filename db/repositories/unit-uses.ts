import { and, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, collectionPoints, responses, surveys, surveyUnits, units } from "../schema";
import { visibleUnits } from "./scope";

/** Ids of the units in the viewer's scope. */
export function reachableNow(database: Database, viewer: Viewer): Set<number> {
  const rows = database
    .select({ id: units.id })
    .from(units)
    .where(sql`${units.id} in ${visibleUnits(viewer)}`)
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** What hangs on units: answers, surveys not yet closed, collection points in service, active accounts. */
export interface UnitUses {
  responses: number;
  surveys: number;
  points: number;
  accounts: number;
}

/** What hangs on units in the viewer's scope, all together. */
export async function countUses(database: Database, viewer: Viewer, unitIds: readonly number[]): Promise<UnitUses> {
  const reachable = reachableNow(database, viewer);
  return usesNow(
    database,
    unitIds.filter((id) => reachable.has(id)),
  );
}

/** What hangs on units, whoever asks. */
export function usesNow(database: Database, unitIds: readonly number[]): UnitUses {
  const ids = [0, ...unitIds];
  const count = { n: sql<number>`count(*)` };
  const open = database
    .select({ n: sql<number>`count(distinct ${surveys.id})` })
    .from(surveyUnits)
    .innerJoin(surveys, eq(surveys.id, surveyUnits.surveyId))
    .where(and(inArray(surveyUnits.unitId, ids), sql`${surveys.status} in ('draft', 'open', 'paused')`));
  const points = database
    .select(count)
    .from(collectionPoints)
    .where(and(inArray(collectionPoints.unitId, ids), sql`${collectionPoints.revokedAt} is null`));
  const people = database
    .select(count)
    .from(accounts)
    .where(and(inArray(accounts.unitId, ids), eq(accounts.active, true)));
  return {
    responses: database.select(count).from(responses).where(inArray(responses.unitId, ids)).get()?.n ?? 0,
    surveys: open.get()?.n ?? 0,
    points: points.get()?.n ?? 0,
    accounts: people.get()?.n ?? 0,
  };
}
