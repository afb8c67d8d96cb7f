import { createHash } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ActivityDetail } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import type { SampleBasis, SurveyStatus } from "~/surveys/survey";
import { formTitle } from "~/surveys/version-family";
import type { Database } from "../open-database.server";
import { questionnaireVersions, responses, surveys, surveyUnits } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";
import { addUnitsNow, type PointMaker, removeUnitsNow } from "./units-of-survey";

/** What officers may change of a survey: all of it in a draft; name, last day and units once it is open. */
export interface SurveyState {
  status: SurveyStatus;
  title: string;
  /** Changes only in a draft without answers. */
  versionId: number;
  ownerUnitId: number;
  opensOn: string;
  closesOn: string;
  basis: SampleBasis;
  targetRate: number | null;
  /** In order of their ids. */
  unitIds: number[];
}

export type SurveyRevision = Omit<SurveyState, "status" | "unitIds" | "targetRate"> & {
  surveyId: number;
  /** Undefined: as it is. */
  targetRate?: number | null | undefined;
  unitIds: readonly number[];
  at: Date;
  /** Mark of the state that the changes were made to; null: whatever it is. */
  mark: string | null;
};

export type RevisionOutcome =
  | "done"
  /** It is not the viewer's, or its results are closed to changes. */
  | "not-changeable"
  /** Somebody else changed it since. */
  | "changed-meanwhile"
  /** It has answers, which belong to the form that was answered. */
  | "form-answered"
  /** Units that have answers were to be taken out. */
  | { keepUnits: number[] };

function readNow(database: Database, viewer: Viewer, surveyId: number): SurveyState | null {
  const survey = database
    .select({
      status: surveys.status,
      title: surveys.title,
      versionId: surveys.versionId,
      ownerUnitId: surveys.ownerUnitId,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      basis: surveys.basis,
      targetRate: surveys.targetRate,
    })
    .from(surveys)
    .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
    .get();
  if (!survey) return null;
  const rows = database
    .select({ unitId: surveyUnits.unitId })
    .from(surveyUnits)
    .where(eq(surveyUnits.surveyId, surveyId))
    .orderBy(asc(surveyUnits.unitId))
    .all();
  return { ...survey, unitIds: rows.map(({ unitId }) => unitId) };
}

function markOf({ title, versionId, ownerUnitId, opensOn, closesOn, basis, targetRate, unitIds }: SurveyState): string {
  const content = JSON.stringify([title, versionId, ownerUnitId, opensOn, closesOn, basis, targetRate, unitIds]);
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * A survey that the viewer runs as it is to be changed, with the mark that tells whether it is still so and whether anybody
 * has answered it; else null.
 */
export async function readSurveyState(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<(SurveyState & { mark: string; answered: boolean }) | null> {
  const state = readNow(database, viewer, surveyId);
  return state && { ...state, mark: markOf(state), answered: hasAnswersNow(database, surveyId) };
}

/**
 * Changes a survey that the viewer runs, whole or not at all, and records what changed. Units that stay keep their points,
 * new ones get theirs; units left out take theirs out of the survey (the point and its code stay the unit's). Of a survey
 * that is open or paused only name, last day, target and units change, and no unit with answers leaves it.
 */
export async function updateSurvey(
  database: Database,
  viewer: Viewer,
  revision: SurveyRevision,
  makePoint: PointMaker,
): Promise<RevisionOutcome> {
  const { surveyId, at, mark, title, closesOn, versionId, ownerUnitId, opensOn, basis } = revision;
  return database.transaction(
    (): RevisionOutcome => {
      const current = readNow(database, viewer, surveyId);
      if (!current || current.status === "closed" || current.status === "finalised") return "not-changeable";
      if (mark !== null && mark !== markOf(current)) return "changed-meanwhile";
      const wanted = new Set(revision.unitIds);
      const present = new Set(current.unitIds);
      const added = [...wanted].filter((id) => !present.has(id));
      const removed = current.unitIds.filter((id) => !wanted.has(id));
      const keepUnits = unitsWithAnswersNow(database, surveyId, removed);
      if (keepUnits.length > 0) return { keepUnits };
      if (versionId !== current.versionId && hasAnswersNow(database, surveyId)) return "form-answered";
      const { targetRate = current.targetRate } = revision;
      const always = { title, closesOn, targetRate };
      const fields = current.status === "draft" ? { ...always, ownerUnitId, opensOn, basis, versionId } : always;
      database.update(surveys).set(fields).where(eq(surveys.id, surveyId)).run();
      removeUnitsNow(database, surveyId, removed);
      addUnitsNow(database, { surveyId, unitIds: added, at: at.toISOString() }, makePoint);
      const after = { ...current, ...fields };
      const counts = { added: added.length, removed: removed.length };
      const formBefore = after.versionId === current.versionId ? null : formNameNow(database, current.versionId);
      const detail = changesTo(current, after, { ...counts, formBefore });
      if (Object.keys(detail).length > 0) {
        recordNow(database, { at, accountId: viewer.accountId, kind: "survey.change", surveyId, detail });
      }
      return "done";
    },
    { behavior: "immediate" },
  );
}

/** What the record tells of a change. */
function changesTo(
  before: SurveyState,
  after: SurveyState,
  units: { added: number; removed: number; formBefore: string | null },
): ActivityDetail {
  const detail: Record<string, string | number | boolean | null> = {};
  if (after.title !== before.title) detail.titleBefore = before.title;
  if (after.opensOn !== before.opensOn) detail.opensOn = after.opensOn;
  if (after.closesOn !== before.closesOn) detail.closesOn = after.closesOn;
  if (after.ownerUnitId !== before.ownerUnitId) detail.owner = true;
  if (units.formBefore !== null) detail.formBefore = units.formBefore;
  if (after.basis !== before.basis) detail.basis = after.basis;
  if (after.targetRate !== before.targetRate) detail.targetRate = after.targetRate;
  if (units.added > 0) detail.unitsAdded = units.added;
  if (units.removed > 0) detail.unitsRemoved = units.removed;
  return detail;
}

/** A form as the record names it, which must be read without looking the form up. */
function formNameNow(database: Database, versionId: number): string {
  const { title, variantName, version } = questionnaireVersions;
  const form = database
    .select({ title, variantName, version })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId))
    .get();
  return form ? `${formTitle(form)}, phiên bản ${form.version}` : "";
}

function hasAnswersNow(database: Database, surveyId: number): boolean {
  const first = database.select({ surveyId: responses.surveyId }).from(responses);
  return first.where(eq(responses.surveyId, surveyId)).limit(1).get() !== undefined;
}

function unitsWithAnswersNow(database: Database, surveyId: number, unitIds: readonly number[]): number[] {
  return database
    .selectDistinct({ unitId: responses.unitId })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), inArray(responses.unitId, [...unitIds])))
    .all()
    .map(({ unitId }) => unitId);
}

/**
 * Deletes a draft that the viewer runs and that has no answers; its collection points stay with their units. False when
 * it is not theirs, is no draft or has answers.
 */
export async function deleteDraft(
  database: Database,
  viewer: Viewer,
  { surveyId, at }: { surveyId: number; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
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
        .returning({ title: surveys.title })
        .get();
      if (!deleted) return false;
      const detail = { title: deleted.title, id: surveyId };
      recordNow(database, { at, accountId: viewer.accountId, kind: "survey.delete", detail });
      return true;
    },
    { behavior: "immediate" },
  );
}
