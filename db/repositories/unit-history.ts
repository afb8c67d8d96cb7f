import { and, asc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { unitLineage, units, unitVersions } from "../schema";
import { visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/**
 * Everything that a unit in the viewer's scope was called and where it stood, and which units it came from and became; or
 * null. Names of other units are public, like the tree.
 */
export async function findUnitHistory(database: Database, viewer: Viewer, key: string) {
  return database.transaction(() => {
    const unit = database
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.key, key), sql`${units.id} in ${visibleUnits(viewer)}`))
      .get();
    return unit ? { versions: versionsNow(database, unit.id), lineage: lineageNow(database, unit.id) } : null;
  });
}

function versionsNow(database: Database, unitId: number) {
  const parent = alias(units, "parent");
  return database
    .select({
      code: unitVersions.code,
      name: unitVersions.name,
      kind: unitVersions.kind,
      parentKey: parent.key,
      validFrom: unitVersions.validFrom,
      validTo: unitVersions.validTo,
      sample: unitVersions.sample,
    })
    .from(unitVersions)
    .leftJoin(parent, eq(parent.id, unitVersions.parentId))
    .where(eq(unitVersions.unitId, unitId))
    .orderBy(asc(unitVersions.validFrom))
    .all();
}

function lineageNow(database: Database, unitId: number) {
  const [older, newer] = [alias(units, "older"), alias(units, "newer")];
  const dayBefore = sql`date(${unitLineage.effectiveOn}, '-1 day')`;
  return database
    .select({
      relation: unitLineage.relation,
      effectiveOn: unitLineage.effectiveOn,
      oldKey: older.key,
      oldName: unitNameOn(unitLineage.oldUnitId, dayBefore),
      newKey: newer.key,
      newName: unitNameOn(unitLineage.newUnitId, sql`${unitLineage.effectiveOn}`),
    })
    .from(unitLineage)
    .innerJoin(older, eq(older.id, unitLineage.oldUnitId))
    .innerJoin(newer, eq(newer.id, unitLineage.newUnitId))
    .where(or(eq(unitLineage.oldUnitId, unitId), eq(unitLineage.newUnitId, unitId)))
    .orderBy(asc(unitLineage.effectiveOn), asc(older.key), asc(newer.key))
    .all();
}
