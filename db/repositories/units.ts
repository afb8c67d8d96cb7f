import { and, asc, type Column, eq, inArray, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { UnitKind } from "~/units/unit-kinds";
import type { Database } from "../open-database.server";
import { unitLineage, units, unitVersions } from "../schema";
import { visibleUnits } from "./scope";

/** A unit as it stands on a day. */
export interface UnitOnDay {
  id: number;
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: number | null;
  sample: boolean;
}

/** Condition: the version holds on the day. */
function holdsOn(day: string): SQL {
  return sql`(${unitVersions.validFrom} is null or ${unitVersions.validFrom} <= ${day})
    and (${unitVersions.validTo} is null or ${unitVersions.validTo} >= ${day})`;
}

/**
 * Name of a unit on a day, as a column of another query: the version of the day, else the latest. The latest stands in
 * for units that are gone, so that an old survey keeps its names. The inner select renames its columns because drizzle
 * drops the table name of `unitId` in queries of one table, where it would then mean the inner one.
 */
export function unitNameOn(unitId: Column, day: string | Placeholder | SQL): SQL<string> {
  return sql<string>`(select bearer_name from
    (select unit_id as bearer, name as bearer_name, valid_from as bearer_from, valid_to as bearer_to from unit_versions)
    where bearer = ${unitId}
    order by (bearer_from is null or bearer_from <= ${day}) and (bearer_to is null or bearer_to >= ${day}) desc,
      bearer_from desc limit 1)`;
}

const columns = {
  id: units.id,
  key: units.key,
  code: unitVersions.code,
  name: unitVersions.name,
  kind: unitVersions.kind,
  parentId: unitVersions.parentId,
  sample: unitVersions.sample,
};

/** Units in the viewer's scope as they stand on a day, optionally of some kinds. */
export async function listUnits(
  database: Database,
  viewer: Viewer,
  options: { on: string; kinds?: readonly UnitKind[] },
): Promise<UnitOnDay[]> {
  return database
    .select(columns)
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(
      and(
        holdsOn(options.on),
        sql`${units.id} in ${visibleUnits(viewer)}`,
        options.kinds ? inArray(unitVersions.kind, [...options.kinds]) : undefined,
      ),
    )
    .orderBy(asc(unitVersions.code))
    .all();
}

/** The whole tree on a day, for roll-up and names: it holds no results, so it needs no scope. */
export async function readTree(database: Database, on: string): Promise<UnitOnDay[]> {
  return database
    .select(columns)
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(holdsOn(on))
    .orderBy(asc(unitVersions.code))
    .all();
}

/** Codes and names that ended before a day, each with the unit that bore it; public like the tree. */
export async function listPastNames(
  database: Database,
  on: string,
): Promise<{ unitId: number; code: string; name: string }[]> {
  return database
    .select({ unitId: unitVersions.unitId, code: unitVersions.code, name: unitVersions.name })
    .from(unitVersions)
    .where(sql`${unitVersions.validTo} < ${on}`)
    .orderBy(asc(unitVersions.code), asc(unitVersions.validTo))
    .all();
}

/** Id of a unit by its stable key, or null. */
/** A unit's key by its id, or null. */
export async function findUnitKey(database: Database, id: number): Promise<string | null> {
  return database.select({ key: units.key }).from(units).where(eq(units.id, id)).get()?.key ?? null;
}

/** A unit's id by its key, or null. */
export async function findUnitId(database: Database, key: string): Promise<number | null> {
  return database.select({ id: units.id }).from(units).where(eq(units.key, key)).get()?.id ?? null;
}

/** One dated version of a unit as reference data give it. */
export interface UnitVersionSeed {
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentKey: string | null;
  validFrom: string | null;
  validTo: string | null;
  sample: boolean;
}

export interface LineageSeed {
  oldKey: string;
  newKey: string;
  relation: "same" | "rename" | "merge" | "split" | "reparent";
  effectiveOn: string;
}

/**
 * Adds the units, versions and lineage that are not there yet, in one transaction; what is there stays as it is, so that
 * a correction made in the application survives the next start. Returns how many versions were new.
 */
export async function addMissingUnits(
  database: Database,
  seeds: { versions: readonly UnitVersionSeed[]; lineage: readonly LineageSeed[] },
): Promise<number> {
  return database.transaction(
    () => {
      const ids = new Map(
        database
          .select()
          .from(units)
          .all()
          .map((unit) => [unit.key, unit.id]),
      );
      for (const { key } of seeds.versions) {
        if (!ids.has(key)) ids.set(key, database.insert(units).values({ key }).returning({ id: units.id }).get().id);
      }
      const idOf = (key: string): number => {
        const id = ids.get(key);
        if (id === undefined) throw new Error(`reference data name a unit «${key}» that does not exist`);
        return id;
      };
      const added = seeds.versions.filter((version) => addVersion(database, idOf, version)).length;
      for (const { oldKey, newKey, relation, effectiveOn } of seeds.lineage) {
        const edge = { oldUnitId: idOf(oldKey), newUnitId: idOf(newKey), relation, effectiveOn };
        database.insert(unitLineage).values(edge).onConflictDoNothing().run();
      }
      return added;
    },
    { behavior: "immediate" },
  );
}

function addVersion(database: Database, idOf: (key: string) => number, version: UnitVersionSeed): boolean {
  const { key, parentKey, ...rest } = version;
  const unitId = idOf(key);
  const from = rest.validFrom === null ? isNull(unitVersions.validFrom) : eq(unitVersions.validFrom, rest.validFrom);
  const known = database
    .select({ id: unitVersions.id })
    .from(unitVersions)
    .where(and(eq(unitVersions.unitId, unitId), from))
    .get();
  if (known) return false;
  const parentId = parentKey === null ? null : idOf(parentKey);
  database
    .insert(unitVersions)
    .values({ ...rest, unitId, parentId })
    .run();
  return true;
}

/**
 * What changed about a unit: edges of the lineage into or out of it, each with the names of the day before and of the day
 * itself, by day and name. A unit that stayed as it was is no change.
 */
export async function listLineage(database: Database, unitId: number) {
  const dayBefore = sql`date(${unitLineage.effectiveOn}, '-1 day')`;
  return database
    .select({
      oldName: unitNameOn(unitLineage.oldUnitId, dayBefore).as("old_name"),
      newName: unitNameOn(unitLineage.newUnitId, sql`${unitLineage.effectiveOn}`).as("new_name"),
      oldUnitId: unitLineage.oldUnitId,
      newUnitId: unitLineage.newUnitId,
      relation: unitLineage.relation,
      effectiveOn: unitLineage.effectiveOn,
    })
    .from(unitLineage)
    .where(
      and(
        or(eq(unitLineage.oldUnitId, unitId), eq(unitLineage.newUnitId, unitId)),
        sql`${unitLineage.relation} <> 'same'`,
      ),
    )
    .orderBy(asc(unitLineage.effectiveOn), sql`old_name`, sql`new_name`)
    .all();
}

/** Every edge of the lineage, by day; public like the tree. */
export async function listLineageEdges(database: Database) {
  return database.select().from(unitLineage).orderBy(asc(unitLineage.effectiveOn)).all();
}

/** Which unit became which and from what day on, by their keys; public like the tree. */
export async function listLineageKeys(database: Database) {
  const [before, after] = [alias(units, "before"), alias(units, "after")];
  return database
    .select({
      oldKey: before.key,
      newKey: after.key,
      relation: unitLineage.relation,
      effectiveOn: unitLineage.effectiveOn,
    })
    .from(unitLineage)
    .innerJoin(before, eq(before.id, unitLineage.oldUnitId))
    .innerJoin(after, eq(after.id, unitLineage.newUnitId))
    .all();
}
