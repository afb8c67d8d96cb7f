import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { ActivityKind } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import { type ImprovementText, maskedImprovement } from "~/snapshots/improvement";
import type { Database } from "../open-database.server";
import { accounts, improvements, publications, surveys, surveyUnits, units } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** Entries of a viewer: all of the surveys that they run, of others those about units in their scope. */
function withinScope(viewer: Viewer) {
  return sql`(${improvements.surveyId} in ${ownedSurveys(viewer)}
    or (${improvements.unitId} in ${visibleUnits(viewer)} and exists (select 1 from surveys run
      where run.id = ${improvements.surveyId} and run.status <> 'draft')))`;
}

/** Entries about units of a survey that the viewer may write about, unit by unit. */
export async function listImprovements(
  database: Database,
  viewer: Viewer,
  { surveyId, today }: { surveyId: number; today: string },
) {
  const name = unitNameOn(improvements.unitId, today);
  return database
    .select({
      id: improvements.id,
      unitId: improvements.unitId,
      unitName: name,
      said: improvements.said,
      answer: improvements.answer,
      done: improvements.done,
      changedAt: improvements.changedAt,
      publishedAt: improvements.publishedAt,
      by: accounts.displayName,
    })
    .from(improvements)
    .leftJoin(accounts, eq(accounts.id, improvements.changedBy))
    .where(and(eq(improvements.surveyId, surveyId), withinScope(viewer)))
    .orderBy(asc(name), asc(improvements.id))
    .all();
}

/** Units of a survey that the viewer may write about, by name. */
export async function listUnitsToAnswer(
  database: Database,
  viewer: Viewer,
  { surveyId, today }: { surveyId: number; today: string },
): Promise<{ id: number; name: string }[]> {
  const name = unitNameOn(surveyUnits.unitId, today);
  return database
    .select({ id: surveyUnits.unitId, name })
    .from(surveyUnits)
    .where(answerable(viewer, surveyId))
    .orderBy(asc(name))
    .all();
}

function answerable(viewer: Viewer, surveyId: number) {
  return and(
    eq(surveyUnits.surveyId, surveyId),
    sql`(${surveyUnits.surveyId} in ${ownedSurveys(viewer)} or (${surveyUnits.unitId} in ${visibleUnits(viewer)}
      and exists (select 1 from ${surveys} run where run.id = ${surveyUnits.surveyId} and run.status <> 'draft')))`,
  );
}

/**
 * Writes an entry about a unit of a survey, a new draft where no id is given. One that is published already is changed for
 * the public at once, and keeps what the public may not read nowhere.
 * @returns its id; null where the unit or the entry is not in the viewer's scope.
 */
export async function saveImprovement(
  database: Database,
  viewer: Viewer,
  entry: { surveyId: number; id: number | null; unitId: number | null; text: ImprovementText; at: Date },
): Promise<number | null> {
  const { surveyId, id, text, at } = entry;
  const accountId = viewer.accountId || null;
  const instant = at.toISOString();
  return database.transaction(
    () => {
      if (id === null) {
        const unitId = entry.unitId ?? 0;
        const unit = database
          .select({ id: surveyUnits.unitId })
          .from(surveyUnits)
          .where(and(answerable(viewer, surveyId), eq(surveyUnits.unitId, unitId)))
          .get();
        if (!unit) return null;
        const values = { surveyId, unitId, ...text, createdAt: instant, changedAt: instant, changedBy: accountId };
        const made = database.insert(improvements).values(values).returning({ id: improvements.id }).get();
        recordNow(database, { at, accountId, kind: "improvement.write", surveyId, unitId });
        return made.id;
      }
      const known = findNow(database, viewer, { surveyId, id });
      if (!known) return null;
      changeNow(database, viewer, id, at, known.publishedAt === null ? text : maskedImprovement(text));
      recordNow(database, { at, accountId, kind: "improvement.write", surveyId, unitId: known.unitId });
      return id;
    },
    { behavior: "immediate" },
  );
}

/** Shows an entry to the public, without the personal data in it; false where it is not in scope or is public already. */
export async function publishImprovement(database: Database, viewer: Viewer, step: EntryStep): Promise<boolean> {
  const publishedAt = step.at.toISOString();
  return takeStep(database, viewer, step, {
    ...{ from: "draft", kind: "improvement.publish" },
    take: (known) => changeNow(database, viewer, known.id, step.at, { ...maskedImprovement(known), publishedAt }),
  });
}

/** Makes a published entry a draft again; false where it is not in scope or is none. */
export async function withdrawImprovement(database: Database, viewer: Viewer, step: EntryStep): Promise<boolean> {
  return takeStep(database, viewer, step, {
    ...{ from: "published", kind: "improvement.withdraw" },
    take: ({ id }) => changeNow(database, viewer, id, step.at, { publishedAt: null }),
  });
}

/** Removes a draft; false where it is not in scope or the public reads it. */
export async function deleteImprovement(database: Database, viewer: Viewer, step: EntryStep): Promise<boolean> {
  return takeStep(database, viewer, step, {
    ...{ from: "draft", kind: "improvement.delete" },
    take: ({ id }) => void database.delete(improvements).where(eq(improvements.id, id)).run(),
  });
}

interface EntryStep {
  surveyId: number;
  id: number;
  at: Date;
}

type Improvement = typeof improvements.$inferSelect;

/** Takes a step with an entry in scope that stands where the step starts from, and records it; else false. */
function takeStep(
  database: Database,
  viewer: Viewer,
  { surveyId, id, at }: EntryStep,
  { from, kind, take }: { from: "draft" | "published"; kind: ActivityKind; take: (known: Improvement) => void },
): boolean {
  return database.transaction(
    () => {
      const known = findNow(database, viewer, { surveyId, id });
      if (!known || (known.publishedAt === null) !== (from === "draft")) return false;
      take(known);
      recordNow(database, { at, accountId: viewer.accountId, kind, surveyId, unitId: known.unitId });
      return true;
    },
    { behavior: "immediate" },
  );
}

function changeNow(
  database: Database,
  viewer: Viewer,
  id: number,
  at: Date,
  fields: Partial<ImprovementText & Pick<Improvement, "publishedAt">>,
): void {
  const stamp = { changedAt: at.toISOString(), changedBy: viewer.accountId || null };
  database
    .update(improvements)
    .set({ ...fields, ...stamp })
    .where(eq(improvements.id, id))
    .run();
}

function findNow(database: Database, viewer: Viewer, { surveyId, id }: { surveyId: number; id: number }) {
  return database
    .select()
    .from(improvements)
    .where(and(eq(improvements.id, id), eq(improvements.surveyId, surveyId), withinScope(viewer)))
    .get();
}

/** What the public reads about a unit of a survey whose results stand published, the latest first; needs no scope. */
export async function listPublicImprovements(
  database: Database,
  { surveyId, unitKey }: { surveyId: number; unitKey: string },
) {
  return database
    .select({
      id: improvements.id,
      said: improvements.said,
      answer: improvements.answer,
      done: improvements.done,
      publishedAt: sql<string>`${improvements.publishedAt}`,
      changedAt: improvements.changedAt,
    })
    .from(improvements)
    .innerJoin(units, eq(units.id, improvements.unitId))
    .innerJoin(publications, and(eq(publications.surveyId, improvements.surveyId), isNull(publications.withdrawnAt)))
    .where(
      and(eq(improvements.surveyId, surveyId), eq(units.key, unitKey), sql`${improvements.publishedAt} is not null`),
    )
    .orderBy(desc(improvements.publishedAt), desc(improvements.id))
    .all();
}
