import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { collectionPoints, surveyPoints, surveys, units } from "../schema";
import type { StagedRow } from "../staged-import.server";
import { type NewResponse, storeNow } from "./responses";
import { visibleSurveys, visibleUnits } from "./scope";
import { findStagedKnown } from "./staged-responses";
import { unitVersionsNow } from "./units-of-survey";

/** A response that another system handed in, ready to be stored; `line` is its place in the batch. */
export type SubmittedRow = StagedRow & Pick<NewResponse, "pointId" | "language"> & { flags: string; counted: boolean };

/** What submissions are read against: a survey in scope, its units in scope under every code, and its points there. */
export async function readSubmissionTarget(database: Database, viewer: Viewer, surveyId: number) {
  return database.transaction(() => {
    const survey = database
      .select({
        versionId: surveys.versionId,
        status: surveys.status,
        opensOn: surveys.opensOn,
        closesOn: surveys.closesOn,
        closedAt: surveys.closedAt,
      })
      .from(surveys)
      .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${visibleSurveys(viewer)}`))
      .get();
    return survey
      ? { ...survey, units: unitVersionsNow(database, surveyId, viewer), points: pointsNow(database, viewer, surveyId) }
      : null;
  });
}

function pointsNow(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({ id: collectionPoints.id, code: collectionPoints.code, unitKey: units.key })
    .from(surveyPoints)
    .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
    .innerJoin(units, eq(units.id, collectionPoints.unitId))
    .where(and(eq(surveyPoints.surveyId, surveyId), sql`${units.id} in ${visibleUnits(viewer)}`))
    .all();
}

/** Places in the batch of what was there already with the same content, and of what has the id of something else. */
export interface BatchOutcome {
  known: number[];
  conflicts: number[];
  /** False: nothing was stored because of the conflicts. */
  stored: boolean;
}

/**
 * Stores a batch that another system handed in, in one transaction. What is there already is left as it is; where an id is
 * another content's nothing is stored, unless those are skipped.
 */
export async function storeSubmitted(
  database: Database,
  rows: readonly SubmittedRow[],
  options: { surveyId: number; skipConflicts: boolean; receivedAt: Date; timeZone: string },
): Promise<BatchOutcome> {
  const { surveyId, skipConflicts, receivedAt, timeZone } = options;
  return database.transaction(
    () => {
      const { same, other } = findStagedKnown(database, rows, { surveyId, timeZone });
      const conflicts = other.map(({ line }) => line);
      if (conflicts.length > 0 && !skipConflicts) return { known: same, conflicts, stored: false };
      const done = new Set([...same, ...conflicts]);
      for (const { line, day: _day, ...row } of rows) {
        if (!done.has(line)) storeNow(database, { ...row, surveyId, receivedAt: receivedAt.toISOString() });
      }
      return { known: same, conflicts, stored: true };
    },
    { behavior: "immediate" },
  );
}
