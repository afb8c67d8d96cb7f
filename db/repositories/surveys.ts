import { and, desc, eq, sql } from "drizzle-orm";
import type { ActivityDetail, ActivityKind } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import type { PlanDocument } from "~/surveys/plan-document";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import type { SampleBasis, SurveyStatus } from "~/surveys/survey";
import type { Database } from "../open-database.server";
import { questionnaireVersions, surveyPlans, surveys, surveyUnits } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";
import { addUnitsNow, type PointMaker, type UnitSize } from "./units-of-survey";

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
      finalisedAt: surveys.finalisedAt,
      correctionReason: surveys.correctionReason,
      targetRate: surveys.targetRate,
      copiedFromId: surveys.copiedFromId,
      simulated: surveys.simulated,
      sector: questionnaireVersions.sector,
      /** With the name of the variant, or a form and its variant would read the same. */
      questionnaireTitle: sql<string>`${questionnaireVersions.title} || coalesce(' – ' || ${questionnaireVersions.variantName}, '')`,
      questionnaireVersion: questionnaireVersions.version,
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
      .where(
        and(
          eq(surveys.id, id),
          // Who runs it is known without looking for units in scope.
          sql`(${surveys.id} in ${ownedSurveys(viewer)} or ${surveys.id} in ${visibleSurveys(viewer)})`,
        ),
      )
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
  targetRate?: number | null | undefined;
  simulated: boolean;
  createdAt: string;
  createdBy: number | null;
  unitIds: readonly number[];
  /** What it takes over from another survey. */
  copied?: CopiedParts;
}

export interface CopiedParts {
  fromId: number;
  samplingPlan: SamplingPlan | null;
  plan: PlanDocument | null;
  sizes: ReadonlyMap<number, UnitSize>;
  points: ReadonlyMap<number, readonly number[]>;
}

/**
 * Creates a draft survey with its units and one collection point per unit, whole or not at all. A unit's existing point
 * is used again, since its code is on paper already; else one is made with the next free code that `drawCode` gives.
 */
export async function insertSurvey(
  database: Database,
  { unitIds, copied, ...survey }: NewSurvey,
  makePoint: PointMaker,
): Promise<number> {
  return database.transaction(
    () => {
      const { fromId: copiedFromId, samplingPlan = null, plan } = copied ?? {};
      const { id: surveyId } = database
        .insert(surveys)
        .values({ ...survey, createdBy: survey.createdBy || null, copiedFromId, samplingPlan })
        .returning({ id: surveys.id })
        .get();
      addUnitsNow(database, { surveyId, unitIds, at: survey.createdAt, ...copied }, makePoint);
      const [at, accountId] = [new Date(survey.createdAt), survey.createdBy || null];
      if (plan) {
        const values = { surveyId, document: plan, changedAt: survey.createdAt, changedBy: accountId };
        database.insert(surveyPlans).values(values).run();
      }
      const kind = copied ? "survey.copy" : "survey.create";
      const detail = { units: unitIds.length, ...(copied ? { from: copied.fromId } : {}) };
      recordNow(database, { at, accountId, kind, surveyId, detail });
      return surveyId;
    },
    { behavior: "immediate" },
  );
}

/** What is recorded of a change of status. */
const KIND_OF_CHANGE: Readonly<Record<string, ActivityKind>> = {
  "draft>open": "survey.open",
  "open>paused": "survey.pause",
  "paused>open": "survey.resume",
  "open>closed": "survey.close",
  "paused>closed": "survey.close",
  "closed>open": "survey.reopen",
  "closed>finalised": "survey.finalise",
  "finalised>closed": "survey.correct",
};

/**
 * Moves a survey that the viewer runs to another status and records it. Pausing and closing keep the instant, since forms
 * finished before it are still taken. False when it is not theirs or is in none of `from`.
 */
export async function changeStatus(
  database: Database,
  viewer: Viewer,
  change: {
    surveyId: number;
    from: SurveyStatus | readonly SurveyStatus[];
    to: SurveyStatus;
    at: Date;
    /** A later last day that comes with it. */
    closesOn?: string | null;
    /** Why fixed results are opened again; nothing else opens them. */
    correctionReason?: string | null;
    detail?: ActivityDetail;
  },
): Promise<boolean> {
  const { surveyId, to, at, closesOn, correctionReason = null, detail = {} } = change;
  return database.transaction(
    () => {
      const own = and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`);
      const survey = database
        .select({ status: surveys.status, correctionReason: surveys.correctionReason })
        .from(surveys)
        .where(own)
        .get();
      const from = survey?.status;
      const kind = from && [change.from].flat().includes(from) ? KIND_OF_CHANGE[`${from}>${to}`] : undefined;
      if (!kind || (from === "finalised" && correctionReason === null)) return false;
      // Results that are being corrected end in another snapshot, not in more fieldwork.
      if (to === "open" && survey?.correctionReason != null) return false;
      database
        .update(surveys)
        .set(
          from === "finalised"
            ? { status: to, correctionReason }
            : { status: to, ...instantsOf(to, at), ...(closesOn ? { closesOn } : {}) },
        )
        .where(eq(surveys.id, surveyId))
        .run();
      recordNow(database, { at, accountId: viewer.accountId, kind, surveyId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** What a survey keeps of the instant at which it came to a status. */
function instantsOf(status: SurveyStatus, at: Date): { closedAt?: string | null; finalisedAt?: string } {
  switch (status) {
    case "paused":
    case "closed":
      return { closedAt: at.toISOString() };
    case "finalised":
      return { finalisedAt: at.toISOString() };
    default:
      return { closedAt: null };
  }
}
