import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ChangePlan, ChangeProblem } from "~/units/plan-draft";
import { planUnitChange } from "~/units/plan-unit-change";
import type { RecordedChange, StoredVersion, UnitChange } from "~/units/unit-change";
import { UnitTimeline } from "~/units/unit-timeline";
import type { Database } from "../open-database.server";
import { accounts, unitChanges, unitLineage, units, unitVersions } from "../schema";
import { recordNow } from "./activities";
import { reachableNow, usesNow } from "./unit-uses";

/** A change with the day from which it holds and the decision that it follows. */
export interface DatedChange {
  change: UnitChange;
  /** ISO day. */
  effectiveOn: string;
  basis: string;
}

/** Every dated version of every unit; the tree holds no results, so it needs no scope. */
export async function readTimeline(database: Database): Promise<UnitTimeline> {
  return timelineNow(database);
}

function timelineNow(database: Database): UnitTimeline {
  return new UnitTimeline(database.select().from(unitVersions).orderBy(unitVersions.validFrom, unitVersions.id).all());
}

/** What a series of changes would do, one after the other, without doing it. */
export interface PlannedSeries {
  plans: ChangePlan[];
  /** With the place of the change in the series. */
  problems: (ChangeProblem & { at: number })[];
}

/** Plans changes one after the other, each on the tree that the one before leaves, within the viewer's scope. */
export async function planChanges(
  database: Database,
  viewer: Viewer,
  changes: readonly DatedChange[],
): Promise<PlannedSeries> {
  return planNow(database, viewer, changes);
}

function planNow(database: Database, viewer: Viewer, changes: readonly DatedChange[]): PlannedSeries {
  const plans: ChangePlan[] = [];
  const problems: PlannedSeries["problems"] = [];
  let timeline = timelineNow(database);
  const reachable = reachableNow(database, viewer);
  for (const [at, { change, effectiveOn }] of changes.entries()) {
    const planned = planUnitChange(timeline, change, effectiveOn);
    if (unitsNamed(change).some((id) => id > 0 && !reachable.has(id))) {
      problems.push({ at, field: "unitId", message: "Có đơn vị ngoài phạm vi của tài khoản" });
    } else if (!planned.ok) {
      problems.push(...planned.problems.map((problem) => ({ ...problem, at })));
    } else {
      plans.push(planned.plan);
      timeline = timeline.after(planned.plan);
    }
  }
  return { plans, problems };
}

/** Ids of all units that a change names, those above included: whoever changes the tree must reach every one. */
function unitsNamed(change: UnitChange): number[] {
  switch (change.kind) {
    case "create":
      // A unit without one above would stand beside the province.
      return [change.into.parentId ?? Number.MAX_SAFE_INTEGER];
    case "rename":
    case "close":
    case "correct":
      return [change.unitId];
    case "reparent":
      return [change.unitId, change.parentId];
    case "reorganise":
      return change.into.flatMap(({ parentId, from }) => [...from, parentId ?? Number.MAX_SAFE_INTEGER]);
  }
}

/**
 * Records changes of the tree one after the other, all or none, in the viewer's scope.
 * @returns the problems that stand in the way; none: done.
 */
export async function recordChanges(
  database: Database,
  viewer: Viewer,
  changes: readonly DatedChange[],
  at: Date,
): Promise<PlannedSeries["problems"]> {
  return database.transaction(
    () => {
      const { plans, problems } = planNow(database, viewer, changes);
      if (problems.length > 0) return problems;
      const ids = new Map<number, number>();
      for (const [place, plan] of plans.entries()) {
        const given = changes[place];
        if (given) applyNow(database, { ...given, plan, ids, viewer, at });
      }
      return [];
    },
    { behavior: "immediate" },
  );
}

/** Writes a plan; `ids` are the real ids of the units made so far, by the negative ones of the plans. */
function applyNow(
  database: Database,
  {
    change,
    effectiveOn,
    basis,
    plan,
    ids,
    viewer,
    at,
  }: DatedChange & {
    plan: ChangePlan;
    ids: Map<number, number>;
    viewer: Viewer;
    at: Date;
  },
): void {
  for (const made of plan.made) {
    const version = plan.begins.find(({ unitId }) => unitId === made);
    const key = freeKeyNow(database, `${version?.kind ?? "unit"}-${effectiveOn.slice(0, 4)}-${version?.code ?? ""}`);
    ids.set(made, database.insert(units).values({ key }).returning({ id: units.id }).get().id);
  }
  const real = (id: number) => (id < 0 ? (ids.get(id) ?? id) : id);
  const realOrNull = (id: number | null) => (id === null ? null : real(id));
  const touched = [...plan.ends, ...plan.amends].map(({ version }) => ({ ...version, unitId: real(version.unitId) }));
  const before = touched.map((version) => storedNow(database, version));
  for (const [place, { validTo }] of plan.ends.entries()) {
    database
      .update(unitVersions)
      .set({ validTo })
      .where(eq(unitVersions.id, before[place]?.id ?? 0))
      .run();
  }
  for (const [place, { standing }] of plan.amends.entries()) {
    const id = before[plan.ends.length + place]?.id ?? 0;
    const values = { ...standing, parentId: realOrNull(standing.parentId), sample: false };
    database.update(unitVersions).set(values).where(eq(unitVersions.id, id)).run();
  }
  const begun = plan.begins.map(({ id: _none, ...version }) => {
    const values = { ...version, unitId: real(version.unitId), parentId: realOrNull(version.parentId) };
    return database.insert(unitVersions).values(values).returning({ id: unitVersions.id }).get().id;
  });
  for (const { oldUnitId, newUnitId, relation } of plan.lineage) {
    const edge = { oldUnitId: real(oldUnitId), newUnitId: real(newUnitId), relation, effectiveOn };
    database.insert(unitLineage).values(edge).onConflictDoNothing().run();
  }
  const recorded: RecordedChange = { change, made: plan.made.map(real), begun, before, effects: plan.effects };
  const { id } = database
    .insert(unitChanges)
    .values({
      effectiveOn,
      basis,
      change: recorded,
      recordedAt: at.toISOString(),
      recordedBy: viewer.accountId || null,
    })
    .returning({ id: unitChanges.id })
    .get();
  const detail = { change: id, kind: change.kind, effectiveOn, basis };
  recordNow(database, { at, accountId: viewer.accountId, kind: "unit.change", detail });
}

function freeKeyNow(database: Database, wanted: string): string {
  const base = wanted.toLowerCase();
  const taken = (key: string) => database.select().from(units).where(eq(units.key, key)).get() !== undefined;
  for (let suffix = 1; ; suffix++) {
    const key = suffix === 1 ? base : `${base}-${suffix}`;
    if (!taken(key)) return key;
  }
}

/** A version as it is stored; one that an earlier change of the series began is found by its unit and first day. */
function storedNow(
  database: Database,
  version: { id: number | null; unitId: number; validFrom: string | null },
): StoredVersion {
  const found = database
    .select()
    .from(unitVersions)
    .where(
      version.id !== null
        ? eq(unitVersions.id, version.id)
        : and(eq(unitVersions.unitId, version.unitId), eq(unitVersions.validFrom, version.validFrom ?? "")),
    )
    .get();
  if (!found) throw new Error("a version that a change ends does not exist");
  const { id, code, name, kind, parentId, validTo, sample } = found;
  return { id, code, name, kind, parentId, validTo, sample };
}

/** Changes recorded by guided forms and files, the latest first; they concern names and places, no results. */
export async function listChanges(database: Database, limit = 100) {
  return database
    .select({
      id: unitChanges.id,
      effectiveOn: unitChanges.effectiveOn,
      basis: unitChanges.basis,
      recorded: unitChanges.change,
      recordedAt: unitChanges.recordedAt,
      by: accounts.displayName,
    })
    .from(unitChanges)
    .leftJoin(accounts, eq(accounts.id, unitChanges.recordedBy))
    .orderBy(desc(unitChanges.id))
    .limit(limit)
    .all();
}

/**
 * Takes the latest change back: versions and lineage stand as before it. Refused when it is not the latest, when the
 * viewer does not reach its units, or when a unit that it made is in use.
 */
export async function takeBackChange(
  database: Database,
  viewer: Viewer,
  id: number,
  at: Date,
): Promise<"done" | "not-latest" | "in-use" | "out-of-scope"> {
  return database.transaction(
    () => {
      const latest = database.select().from(unitChanges).orderBy(desc(unitChanges.id)).limit(1).get();
      if (latest?.id !== id) return "not-latest";
      const { change, made, begun, before } = latest.change;
      const reachable = reachableNow(database, viewer);
      if ([...made, ...unitsNamed(change)].some((unit) => unit > 0 && !reachable.has(unit))) return "out-of-scope";
      if (made.some((unit) => isUsedNow(database, unit))) return "in-use";
      if (begun.length > 0)
        database
          .delete(unitVersions)
          .where(inArray(unitVersions.id, [...begun]))
          .run();
      for (const { id: versionId, ...version } of before) {
        database.update(unitVersions).set(version).where(eq(unitVersions.id, versionId)).run();
      }
      removeLineageNow(database, latest);
      if (made.length > 0)
        database
          .delete(units)
          .where(inArray(units.id, [...made]))
          .run();
      database.delete(unitChanges).where(eq(unitChanges.id, id)).run();
      const detail = { change: id, kind: change.kind, takenBack: true, basis: latest.basis };
      recordNow(database, { at, accountId: viewer.accountId, kind: "unit.change", detail });
      return "done";
    },
    { behavior: "immediate" },
  );
}

function removeLineageNow(
  database: Database,
  { effectiveOn, change: { made, before } }: { effectiveOn: string; change: RecordedChange },
): void {
  const versions = database
    .select({ unitId: unitVersions.unitId })
    .from(unitVersions)
    .where(inArray(unitVersions.id, [0, ...before.map(({ id }) => id)]))
    .all();
  const touched = [0, ...made, ...versions.map(({ unitId }) => unitId)];
  database
    .delete(unitLineage)
    .where(
      and(
        eq(unitLineage.effectiveOn, effectiveOn),
        or(
          inArray(unitLineage.newUnitId, [0, ...made]),
          and(inArray(unitLineage.oldUnitId, touched), eq(unitLineage.oldUnitId, unitLineage.newUnitId)),
        ),
      ),
    )
    .run();
}

function isUsedNow(database: Database, unitId: number): boolean {
  const { responses: answers, surveys: some, points, accounts: people } = usesNow(database, [unitId]);
  return answers + some + points + people > 0;
}
