import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { SampleBasis, SurveyStatus } from "~/surveys/survey";
import type { Database } from "../open-database.server";
import { collectionPoints, questionnaireVersions, surveyPoints, surveys, surveyUnits } from "../schema";
import { insertPointNow, pointsOfUnitsNow } from "./collection-points";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

export type Survey = typeof surveys.$inferSelect;

function surveyQuery(database: Database, viewer: Viewer, today: string) {
  return database
    .select({
      id: surveys.id,
      title: surveys.title,
      versionId: surveys.versionId,
      ownerUnitId: surveys.ownerUnitId,
      ownerName: unitNameOn(surveys.ownerUnitId, today),
      status: surveys.status,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      closedAt: surveys.closedAt,
      basis: surveys.basis,
      simulated: surveys.simulated,
      sector: questionnaireVersions.sector,
      questionnaireTitle: questionnaireVersions.title,
      units: sql<number>`(select count(*) from survey_units u where u.survey_id = ${surveys.id})`,
      /** Of those, the units whose answers the viewer sees. */
      unitsInScope: sql<number>`(select count(*) from survey_units u where u.survey_id = ${surveys.id}
        and (u.survey_id in ${ownedSurveys(viewer)} or u.unit_id in ${visibleUnits(viewer)}))`,
      /** Whether the viewer runs the survey: sees the whole of it and may change it. */
      owned: sql<boolean>`${surveys.id} in ${ownedSurveys(viewer)}`.mapWith(Boolean),
    })
    .from(surveys)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .$dynamic();
}

export type SurveySummary = NonNullable<Awaited<ReturnType<typeof findSurvey>>>;

/** Surveys of which the viewer may see something, the latest first. */
export async function listSurveys(database: Database, viewer: Viewer, today: string) {
  return surveyQuery(database, viewer, today)
    .where(sql`${surveys.id} in ${visibleSurveys(viewer)}`)
    .orderBy(desc(surveys.opensOn), desc(surveys.id))
    .all();
}

/** One survey, or null when it does not exist or the viewer may see nothing of it. */
export async function findSurvey(database: Database, viewer: Viewer, id: number, today: string) {
  return (
    surveyQuery(database, viewer, today)
      .where(and(eq(surveys.id, id), sql`${surveys.id} in ${visibleSurveys(viewer)}`))
      .get() ?? null
  );
}

/** Ids of the units a survey is about, within what the viewer may see of it. */
export async function listSurveyUnitIds(database: Database, viewer: Viewer, surveyId: number): Promise<number[]> {
  return database
    .select({ unitId: surveyUnits.unitId })
    .from(surveyUnits)
    .where(
      and(
        eq(surveyUnits.surveyId, surveyId),
        sql`(${surveyUnits.surveyId} in ${ownedSurveys(viewer)} or ${surveyUnits.unitId} in ${visibleUnits(viewer)})`,
      ),
    )
    .all()
    .map((row) => row.unitId);
}

export interface NewSurvey {
  title: string;
  versionId: number;
  ownerUnitId: number;
  opensOn: string;
  closesOn: string;
  basis: SampleBasis;
  simulated: boolean;
  createdAt: string;
  createdBy: number | null;
  unitIds: readonly number[];
}

/**
 * Creates a draft survey with its units and one collection point per unit, whole or not at all. A unit's existing point
 * is used again, since its code is on paper already; else one is made with the next free code that `drawCode` gives.
 */
export async function insertSurvey(
  database: Database,
  { unitIds, ...survey }: NewSurvey,
  points: PointMaker,
): Promise<number> {
  return database.transaction(
    () => {
      const { id: surveyId } = database.insert(surveys).values(survey).returning({ id: surveys.id }).get();
      addUnits(database, { surveyId, unitIds, at: survey.createdAt }, points);
      return surveyId;
    },
    { behavior: "immediate" },
  );
}

/** How a unit without a collection point gets one. */
interface PointMaker {
  drawCode: () => string;
  label: string;
}

/** Gives a survey units, each with its point, inside the caller's transaction. */
function addUnits(
  database: Database,
  { surveyId, unitIds, at }: { surveyId: number; unitIds: readonly number[]; at: string },
  points: PointMaker,
): void {
  const existing = pointsOfUnitsNow(database, unitIds);
  for (const unitId of unitIds) {
    database.insert(surveyUnits).values({ surveyId, unitId }).run();
    const pointId = existing.get(unitId) ?? addPoint(database, unitId, points, at);
    database.insert(surveyPoints).values({ surveyId, pointId }).run();
  }
}

function addPoint(database: Database, unitId: number, { drawCode, label }: PointMaker, createdAt: string): number {
  for (let attempt = 0; attempt < 20; attempt++) {
    const pointId = insertPointNow(database, { unitId, code: drawCode(), label, createdAt });
    if (pointId !== null) return pointId;
  }
  throw new Error("no free code for a collection point in twenty draws");
}

/** What may change in a draft; the questionnaire stays. */
export type DraftRevision = Pick<NewSurvey, "title" | "ownerUnitId" | "opensOn" | "closesOn" | "basis" | "unitIds"> & {
  surveyId: number;
  changedAt: string;
};

/**
 * Changes a draft that the viewer runs, whole or not at all: units that stay keep their points as they are, units left out
 * take theirs out of the survey (the point and its code stay the unit's). False when it is not theirs or is no draft.
 */
export async function updateDraft(
  database: Database,
  viewer: Viewer,
  { surveyId, changedAt, unitIds, title, ownerUnitId, opensOn, closesOn, basis }: DraftRevision,
  points: PointMaker,
): Promise<boolean> {
  return database.transaction(
    () => {
      const changed = database
        .update(surveys)
        .set({ title, ownerUnitId, opensOn, closesOn, basis })
        .where(
          and(eq(surveys.id, surveyId), eq(surveys.status, "draft"), sql`${surveys.id} in ${ownedSurveys(viewer)}`),
        )
        .run();
      if (changed.changes === 0) return false;
      const present = database.select().from(surveyUnits).where(eq(surveyUnits.surveyId, surveyId)).all();
      const wanted = new Set(unitIds);
      removeUnits(
        database,
        surveyId,
        present.map(({ unitId }) => unitId).filter((unitId) => !wanted.has(unitId)),
      );
      for (const { unitId } of present) wanted.delete(unitId);
      addUnits(database, { surveyId, unitIds: [...wanted], at: changedAt }, points);
      return true;
    },
    { behavior: "immediate" },
  );
}

function removeUnits(database: Database, surveyId: number, unitIds: readonly number[]): void {
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

/**
 * Moves a survey that the viewer runs to another status; closing keeps the instant, since forms finished before it are
 * still taken. False when it is not theirs or is not in `from`.
 */
export async function changeStatus(
  database: Database,
  viewer: Viewer,
  change: { surveyId: number; from: SurveyStatus; to: SurveyStatus; at: Date },
): Promise<boolean> {
  const changed = database
    .update(surveys)
    .set({ status: change.to, closedAt: change.to === "closed" ? change.at.toISOString() : null })
    .where(
      and(
        eq(surveys.id, change.surveyId),
        eq(surveys.status, change.from),
        sql`${surveys.id} in ${ownedSurveys(viewer)}`,
      ),
    )
    .run();
  return changed.changes > 0;
}

/**
 * Deletes a draft that the viewer runs and that has no answers; its collection points stay with their units. False when
 * it is not theirs, is no draft or has answers.
 */
export async function deleteDraft(database: Database, viewer: Viewer, surveyId: number): Promise<boolean> {
  const deleted = database
    .delete(surveys)
    .where(
      and(
        eq(surveys.id, surveyId),
        eq(surveys.status, "draft"),
        sql`${surveys.id} in ${ownedSurveys(viewer)}`,
        sql`not exists (select 1 from responses where survey_id = ${surveyId})`,
      ),
    )
    .run();
  return deleted.changes > 0;
}
