import { sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { surveys } from "../schema";
import { ownedSurveys } from "./scope";

/** How far the work on each survey that the viewer runs has come: its plan, its last final snapshot, its publication. */
export async function listSurveyStandings(database: Database, viewer: Viewer) {
  // Drizzle names a column without its table where there is but one, and the tables within have an "id" of their own.
  const survey = sql.raw("surveys.id");
  return database
    .select({
      surveyId: surveys.id,
      planned: sql<boolean>`exists (select 1 from survey_plans p where p.survey_id = ${survey})`.mapWith(Boolean),
      finalNumber: sql<
        number | null
      >`(select max(s.number) from snapshots s where s.survey_id = ${survey} and s.kind = 'final')`,
      published: sql<boolean>`exists (select 1 from publications p where p.survey_id = ${survey}
        and p.withdrawn_at is null)`.mapWith(Boolean),
      withdrawn: sql<boolean>`exists (select 1 from publications p where p.survey_id = ${survey}
        and p.withdrawn_at is not null) and not exists (select 1 from publications p where p.survey_id = ${survey}
        and p.withdrawn_at is null)`.mapWith(Boolean),
    })
    .from(surveys)
    .where(sql`${surveys.id} in ${ownedSurveys(viewer)}`)
    .all();
}

export type StandingOfSurvey = Awaited<ReturnType<typeof listSurveyStandings>>[number];
