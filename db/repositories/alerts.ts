import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { AlertKind } from "~/surveys/alert-kinds";
import type { Database } from "../open-database.server";
import { alerts, questionnaireVersions, responses, responseTexts, surveys, surveyUnits, units } from "../schema";
import { readMark, writeMark } from "./database-marks";
import { ownedSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** Condition: about a unit in scope, or in a survey that the viewer runs. */
function concerns(viewer: Viewer) {
  return sql`(${alerts.unitId} in ${visibleUnits(viewer)} or ${alerts.surveyId} in ${ownedSurveys(viewer)})`;
}

/** What units are told about their fieldwork, for whoever sees them, the latest first. */
export async function listAlerts(database: Database, viewer: Viewer, today: string, limit = 200) {
  return database
    .select({
      id: alerts.id,
      kind: alerts.kind,
      day: alerts.day,
      seenAt: alerts.seenAt,
      surveyId: alerts.surveyId,
      surveyTitle: surveys.title,
      unitKey: units.key,
      unitName: unitNameOn(alerts.unitId, today),
    })
    .from(alerts)
    .innerJoin(surveys, eq(surveys.id, alerts.surveyId))
    .innerJoin(units, eq(units.id, alerts.unitId))
    .where(concerns(viewer))
    .orderBy(sql`${alerts.seenAt} is not null`, desc(alerts.day), desc(alerts.id))
    .limit(limit)
    .all();
}

export async function countUnseenAlerts(database: Database, viewer: Viewer): Promise<number> {
  const row = database
    .select({ count: sql<number>`count(*)` })
    .from(alerts)
    .where(and(isNull(alerts.seenAt), concerns(viewer)))
    .get();
  return row?.count ?? 0;
}

/** Marks one alert, or all that the viewer sees, as seen. False when there is none such. */
export async function markAlertsSeen(
  database: Database,
  viewer: Viewer,
  { alertId, at }: { alertId: number | null; at: Date },
): Promise<boolean> {
  const changed = database
    .update(alerts)
    .set({ seenAt: at.toISOString(), seenBy: viewer.accountId || null })
    .where(and(isNull(alerts.seenAt), alertId === null ? undefined : eq(alerts.id, alertId), concerns(viewer)))
    .run();
  return changed.changes > 0 || alertId === null;
}

/** Raises an alert unless the unit has heard of the kind since a day. Returns whether it was raised. */
export async function raiseAlert(
  database: Database,
  { since, ...alert }: { surveyId: number; unitId: number; kind: AlertKind; day: string; since: string },
): Promise<boolean> {
  return database.transaction(
    () => {
      const heard = database
        .select({ id: alerts.id })
        .from(alerts)
        .where(and(eq(alerts.unitId, alert.unitId), eq(alerts.kind, alert.kind), gte(alerts.day, since)))
        .get();
      if (heard) return false;
      return database.insert(alerts).values(alert).onConflictDoNothing().run().changes > 0;
    },
    { behavior: "immediate" },
  );
}

/** Surveys that collect on a day, with their units: the platform's own look, before anybody's. */
export async function listCollecting(database: Database, today: string) {
  const rows = database
    .select({ surveyId: surveys.id, opensOn: surveys.opensOn, unitId: surveyUnits.unitId })
    .from(surveys)
    .innerJoin(surveyUnits, eq(surveyUnits.surveyId, surveys.id))
    .where(and(eq(surveys.status, "open"), lte(surveys.opensOn, today), gte(surveys.closesOn, today)))
    .all();
  const collecting = new Map<number, { surveyId: number; opensOn: string; unitIds: number[] }>();
  for (const { surveyId, opensOn, unitId } of rows) {
    const survey = collecting.get(surveyId) ?? { surveyId, opensOn, unitIds: [] };
    survey.unitIds.push(unitId);
    collecting.set(surveyId, survey);
  }
  return [...collecting.values()];
}

/** Answers of a survey by unit and hour (UTC) from an instant on. */
export async function countPace(database: Database, surveyId: number, since: Date) {
  return database
    .select({
      unitId: responses.unitId,
      hour: sql<string>`substr(${responses.finishedAt}, 1, 13)`.as("hour"),
      received: sql<number>`count(*)`,
    })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), gte(responses.finishedAt, since.toISOString())))
    .groupBy(responses.unitId, sql`hour`)
    .all();
}

/** Up to which response comments have been looked through; null: none yet. */
export async function readAlertWatermark(database: Database): Promise<number> {
  return Number((await readMark(database, "alerts")) ?? 0);
}

export async function writeAlertWatermark(database: Database, sequence: number): Promise<void> {
  await writeMark(database, "alerts", String(sequence));
}

/** Surveys that were closed when they were last looked at, and whose last comments have been looked through. */
export async function readEndedScanned(database: Database): Promise<Set<number>> {
  return new Set(JSON.parse((await readMark(database, "alerts-ended")) ?? "[]") as number[]);
}

export async function writeEndedScanned(database: Database, surveyIds: readonly number[]): Promise<void> {
  await writeMark(database, "alerts-ended", JSON.stringify(surveyIds));
}

/** Surveys that are closed or finalised, of the whole platform. */
export async function listEnded(database: Database): Promise<number[]> {
  const rows = database
    .select({ id: surveys.id })
    .from(surveys)
    .where(inArray(surveys.status, ["closed", "finalised"]))
    .all();
  return rows.map(({ id }) => id);
}

/** A unit of a survey that somebody wrote about, with the survey's questionnaire. */
export interface CommentedUnit {
  surveyId: number;
  unitId: number;
  document: string;
}

/** The next stretch of responses after a watermark: up to which it goes, and which units of which surveys wrote in it. */
export async function nextCommented(database: Database, after: number, most: number) {
  const last =
    database
      .select({ last: sql<number | null>`max(${responses.id})` })
      .from(responses)
      .get()?.last ?? 0;
  const until = Math.min(last, after + most);
  const groups = commentedUnits(database, and(gt(responses.id, after), lte(responses.id, until)));
  return { until, last, groups };
}

/** Every unit of a survey that somebody wrote about. */
export async function listCommented(database: Database, surveyId: number): Promise<CommentedUnit[]> {
  return commentedUnits(database, eq(responses.surveyId, surveyId));
}

function commentedUnits(database: Database, condition: SQL | undefined): CommentedUnit[] {
  return database
    .selectDistinct({
      surveyId: responses.surveyId,
      unitId: responses.unitId,
      document: questionnaireVersions.document,
    })
    .from(responses)
    .innerJoin(responseTexts, eq(responseTexts.responseSequence, responses.id))
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .where(and(condition, responses.counted))
    .all();
}

/** Comments of a unit in a survey, person by person in order of arrival. */
export async function listUnitComments(
  database: Database,
  { surveyId, unitId, fields, until }: { surveyId: number; unitId: number; fields: readonly string[]; until: number },
): Promise<{ sequence: number; texts: string[] }[]> {
  const rows = database
    .select({ sequence: responses.id, field: responseTexts.field, text: responseTexts.text })
    .from(responses)
    .innerJoin(responseTexts, eq(responseTexts.responseSequence, responses.id))
    .where(
      and(eq(responses.surveyId, surveyId), eq(responses.unitId, unitId), responses.counted, lte(responses.id, until)),
    )
    .orderBy(asc(responses.id))
    .all();
  const persons = new Map<number, string[]>();
  for (const { sequence, field, text } of rows) {
    if (fields.includes(field)) persons.set(sequence, [...(persons.get(sequence) ?? []), text]);
  }
  return [...persons].map(([sequence, texts]) => ({ sequence, texts }));
}
