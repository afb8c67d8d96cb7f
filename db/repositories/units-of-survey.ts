import { and, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { SurveyUnitVersion } from "~/responses/place-imported-row";
import type { Database } from "../open-database.server";
import { collectionPoints, surveyPoints, surveyUnits, units, unitVersions } from "../schema";
import { insertPointNow, pointsOfUnitsNow } from "./collection-points";
import { visibleUnits } from "./scope";

/** How a unit without a collection point gets one. */
export interface PointMaker {
  drawCode: () => string;
  label: string;
}

/** How many responses are wanted of a unit, and out of how many. */
export interface UnitSize {
  target: number | null;
  population: number | null;
}

/**
 * Gives a survey units inside the caller's transaction, each with the points told for it; where none are, with the first
 * one that it has, or a new one.
 */
export function addUnitsNow(
  database: Database,
  added: {
    surveyId: number;
    unitIds: readonly number[];
    at: string;
    sizes?: ReadonlyMap<number, UnitSize>;
    points?: ReadonlyMap<number, readonly number[]>;
  },
  makePoint: PointMaker,
): void {
  const { surveyId, unitIds, at, sizes, points } = added;
  const existing = pointsOfUnitsNow(database, unitIds);
  for (const unitId of unitIds) {
    database
      .insert(surveyUnits)
      .values({ surveyId, unitId, ...sizes?.get(unitId) })
      .run();
    const told = points?.get(unitId) ?? [];
    const pointIds = told.length > 0 ? told : [existing.get(unitId) ?? addPoint(database, unitId, makePoint, at)];
    for (const pointId of pointIds) database.insert(surveyPoints).values({ surveyId, pointId }).run();
  }
}

function addPoint(database: Database, unitId: number, { drawCode, label }: PointMaker, createdAt: string): number {
  for (let attempt = 0; attempt < 20; attempt++) {
    const pointId = insertPointNow(database, { unitId, code: drawCode(), label, createdAt });
    if (pointId !== null) return pointId;
  }
  throw new Error("no free code for a collection point in twenty draws");
}

/** Takes units out of a survey inside the caller's transaction; their points and codes stay theirs. */
export function removeUnitsNow(database: Database, surveyId: number, unitIds: readonly number[]): void {
  const points = database
    .select({ id: collectionPoints.id })
    .from(collectionPoints)
    .where(inArray(collectionPoints.unitId, [...unitIds]));
  database
    .delete(surveyPoints)
    .where(and(eq(surveyPoints.surveyId, surveyId), inArray(surveyPoints.pointId, points)))
    .run();
  database
    .delete(surveyUnits)
    .where(and(eq(surveyUnits.surveyId, surveyId), inArray(surveyUnits.unitId, [...unitIds])))
    .run();
}

/** The units of a survey under every name and code that they have had; those that `viewer` may see, all where none is told. */
export function unitVersionsNow(database: Database, surveyId: number, viewer?: Viewer): SurveyUnitVersion[] {
  return database
    .select({
      unitId: units.id,
      key: units.key,
      code: unitVersions.code,
      name: unitVersions.name,
      validFrom: unitVersions.validFrom,
      validTo: unitVersions.validTo,
    })
    .from(surveyUnits)
    .innerJoin(units, eq(units.id, surveyUnits.unitId))
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(and(eq(surveyUnits.surveyId, surveyId), viewer && sql`${units.id} in ${visibleUnits(viewer)}`))
    .orderBy(units.id, unitVersions.validFrom)
    .all();
}
