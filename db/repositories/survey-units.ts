import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import type { UnitSizes } from "~/surveys/units-form";
import type { Database } from "../open-database.server";
import { surveys, surveyUnits, units, unitVersions } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleUnits } from "./scope";

/**
 * Units of a survey that the viewer runs, as they are called on a day, with population and target. The version of the day
 * stands for each, else the latest, so that units that are gone keep their names.
 */
export async function listSurveyUnits(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({
      unitId: surveyUnits.unitId,
      key: units.key,
      code: unitVersions.code,
      name: unitVersions.name,
      kind: unitVersions.kind,
      parentId: unitVersions.parentId,
      population: surveyUnits.population,
      target: surveyUnits.target,
    })
    .from(surveyUnits)
    .innerJoin(units, eq(units.id, surveyUnits.unitId))
    .innerJoin(
      unitVersions,
      sql`${unitVersions.id} = (select v.id from unit_versions v where v.unit_id = ${surveyUnits.unitId}
        order by (v.valid_from is null or v.valid_from <= ${today}) and (v.valid_to is null or v.valid_to >= ${today}) desc,
          v.valid_from desc limit 1)`,
    )
    .where(and(eq(surveyUnits.surveyId, surveyId), sql`${surveyUnits.surveyId} in ${ownedSurveys(viewer)}`))
    .orderBy(asc(unitVersions.code))
    .all();
}

export type SurveyUnit = Awaited<ReturnType<typeof listSurveyUnits>>[number];

/** Units of a survey with their sizes: all of them for whoever runs it, those of their own subtree for everybody else. */
export async function listUnitSizes(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<{ unitId: number; population: number | null }[]> {
  return database
    .select({ unitId: surveyUnits.unitId, population: surveyUnits.population })
    .from(surveyUnits)
    .where(
      and(
        eq(surveyUnits.surveyId, surveyId),
        sql`(${surveyUnits.surveyId} in ${ownedSurveys(viewer)} or ${surveyUnits.unitId} in ${visibleUnits(viewer)})`,
      ),
    )
    .orderBy(asc(surveyUnits.unitId))
    .all();
}

/** How the sizes of a survey that the viewer runs were reckoned; null where none were, or where it is not theirs. */
export async function findSamplingPlan(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<SamplingPlan | null> {
  const row = database
    .select({ plan: surveys.samplingPlan })
    .from(surveys)
    .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
    .get();
  return row?.plan ?? null;
}

/** A mark of what an officer saw: it differs as soon as somebody else has saved other sizes or another set of units. */
export function sizesMark(plan: SamplingPlan | null, sizes: readonly UnitSizes[]): string {
  const rows = sizes.map(({ unitId, population, target }) => [unitId, population, target]);
  rows.sort(([one], [other]) => Number(one) - Number(other));
  return createHash("sha256")
    .update(JSON.stringify([plan, rows]))
    .digest("base64url")
    .slice(0, 22);
}

/**
 * Sets population and target of the units of a survey that the viewer runs, whole or not at all.
 * @param change.seen the mark of what the officer saw: `outdated` when it stands so no longer. `sizes` name exactly the
 *   survey's units.
 */
export async function saveSizes(
  database: Database,
  viewer: Viewer,
  change: { surveyId: number; plan: SamplingPlan | null; sizes: readonly UnitSizes[]; seen: string; at: Date },
): Promise<"done" | "outdated" | "refused"> {
  const { surveyId, plan, sizes, seen, at } = change;
  return database.transaction(
    () => {
      const survey = database
        .select({ status: surveys.status, plan: surveys.samplingPlan })
        .from(surveys)
        .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
        .get();
      if (!survey || survey.status === "finalised") return "refused";
      const present = database
        .select({ unitId: surveyUnits.unitId, population: surveyUnits.population, target: surveyUnits.target })
        .from(surveyUnits)
        .where(eq(surveyUnits.surveyId, surveyId))
        .all();
      if (sizesMark(survey.plan, present) !== seen) return "outdated";
      for (const { unitId, population, target } of sizes) {
        database
          .update(surveyUnits)
          .set({ population, target })
          .where(and(eq(surveyUnits.surveyId, surveyId), eq(surveyUnits.unitId, unitId)))
          .run();
      }
      database.update(surveys).set({ samplingPlan: plan }).where(eq(surveys.id, surveyId)).run();
      const targets = sizes.flatMap(({ target }) => (target === null ? [] : [target]));
      recordNow(database, {
        at,
        accountId: viewer.accountId,
        kind: "survey.targets",
        surveyId,
        // Populations may be entered, or all targets taken back: then there is no target to tell of.
        detail:
          targets.length === 0
            ? { populations: sizes.filter(({ population }) => population !== null).length }
            : {
                units: targets.length,
                forms: targets.reduce((sum, one) => sum + one, 0),
                formula: plan?.formula ?? null,
              },
      });
      return "done";
    },
    { behavior: "immediate" },
  );
}
