import { and, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { DrawMethod } from "~/surveys/draw-methods";
import type { Database } from "../open-database.server";
import { accounts, draws, surveys, surveyUnits } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";
import { unitNameOn } from "./units";

export interface NewDraw {
  surveyId: number;
  unitId: number | null;
  method: DrawMethod;
  seed: string;
  frameSize: number;
  sampleSize: number;
  frameChecksum: string;
  drawn: readonly number[];
  at: Date;
}

/** Records a draw for a survey that the viewer runs; null when it is not theirs, is finalised, or the unit is not its own. */
export async function saveDraw(database: Database, viewer: Viewer, { at, ...draw }: NewDraw): Promise<number | null> {
  return database.transaction(
    () => {
      const survey = database
        .select({ status: surveys.status })
        .from(surveys)
        .where(and(eq(surveys.id, draw.surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
        .get();
      if (!survey || survey.status === "finalised") return null;
      if (draw.unitId !== null) {
        const of = and(eq(surveyUnits.surveyId, draw.surveyId), eq(surveyUnits.unitId, draw.unitId));
        if (!database.select({ unitId: surveyUnits.unitId }).from(surveyUnits).where(of).get()) return null;
      }
      const { id } = database
        .insert(draws)
        .values({ ...draw, drawnAt: at.toISOString(), drawnBy: viewer.accountId || null })
        .returning({ id: draws.id })
        .get();
      const detail = { draw: id, method: draw.method, seed: draw.seed, n: draw.sampleSize, of: draw.frameSize };
      recordNow(database, {
        at,
        accountId: viewer.accountId,
        kind: "survey.draw",
        surveyId: draw.surveyId,
        unitId: draw.unitId,
        detail,
      });
      return id;
    },
    { behavior: "immediate" },
  );
}

function drawQuery(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({
      id: draws.id,
      unitId: draws.unitId,
      unitName: sql<
        string | null
      >`case when ${draws.unitId} is null then null else ${unitNameOn(draws.unitId, sql`substr(${draws.drawnAt}, 1, 10)`)} end`,
      method: draws.method,
      seed: draws.seed,
      frameSize: draws.frameSize,
      sampleSize: draws.sampleSize,
      frameChecksum: draws.frameChecksum,
      drawn: draws.drawn,
      drawnAt: draws.drawnAt,
      by: accounts.displayName,
    })
    .from(draws)
    .leftJoin(accounts, eq(accounts.id, draws.drawnBy))
    .where(and(eq(draws.surveyId, surveyId), sql`${draws.surveyId} in ${ownedSurveys(viewer)}`))
    .$dynamic();
}

/** Draws of a survey that the viewer runs, the latest first. */
export async function listDraws(database: Database, viewer: Viewer, surveyId: number) {
  return drawQuery(database, viewer, surveyId).orderBy(desc(draws.id)).all();
}

/** One draw of a survey that the viewer runs, or null. */
export async function findDraw(database: Database, viewer: Viewer, surveyId: number, drawId: number) {
  return (await listDraws(database, viewer, surveyId)).find(({ id }) => id === drawId) ?? null;
}
