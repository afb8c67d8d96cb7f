import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import {
  collectionPoints,
  formCounts,
  invitationBatches,
  invitationCodes,
  paperBatches,
  responses,
  surveyPoints,
  surveyUnits,
  unitContacts,
  units,
} from "../schema";
import { recordNow } from "./activities";
import { withinScope } from "./responses";
import { ownedSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** Condition: a unit of a survey the viewer runs, or a unit in scope. */
function seen(viewer: Viewer) {
  return sql`(${surveyUnits.surveyId} in ${ownedSurveys(viewer)} or ${surveyUnits.unitId} in ${visibleUnits(viewer)})`;
}

/** The units of a survey that the viewer may see, with their targets and whom to call there. */
export async function listMonitoredUnits(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({
      id: surveyUnits.unitId,
      key: units.key,
      name: unitNameOn(surveyUnits.unitId, today),
      target: surveyUnits.target,
      contactName: unitContacts.name,
      contactPhone: unitContacts.phone,
    })
    .from(surveyUnits)
    .innerJoin(units, eq(units.id, surveyUnits.unitId))
    .leftJoin(unitContacts, eq(unitContacts.unitId, surveyUnits.unitId))
    .where(and(eq(surveyUnits.surveyId, surveyId), seen(viewer)))
    .all();
}

/** Answers received and counted, and the last one, by unit and channel. */
export async function countByUnitAndChannel(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({
      unitId: responses.unitId,
      channel: responses.channel,
      received: sql<number>`count(*)`,
      counted: sql<number>`sum(${responses.counted})`,
      last: sql<string>`max(${responses.finishedAt})`,
    })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), withinScope(viewer)))
    .groupBy(responses.unitId, responses.channel)
    .all();
}

/** Answers received by unit and hour (`2026-03-05T08`, UTC) from an instant on. */
export async function countByUnitAndHour(database: Database, viewer: Viewer, surveyId: number, since: Date) {
  const hour = sql<string>`substr(${responses.finishedAt}, 1, 13)`;
  return database
    .select({ unitId: responses.unitId, hour: hour.as("hour"), received: sql<number>`count(*)` })
    .from(responses)
    .where(
      and(
        eq(responses.surveyId, surveyId),
        withinScope(viewer),
        sql`${responses.finishedAt} >= ${since.toISOString()}`,
      ),
    )
    .groupBy(responses.unitId, sql`hour`)
    .all();
}

/** The points of a survey in use, with the last answer that came from each before an instant. */
export async function listPointsWithLast(database: Database, viewer: Viewer, surveyId: number, until: Date) {
  return database
    .select({
      unitId: collectionPoints.unitId,
      label: collectionPoints.label,
      last: sql<string | null>`(select max(r.finished_at) from responses r
        where r.survey_id = ${surveyId} and r.unit_id = ${sql.raw('"collection_points"."unit_id"')}
          and r.point_id = ${sql.raw('"collection_points"."id"')} and r.finished_at < ${until.toISOString()})`,
    })
    .from(surveyPoints)
    .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
    .innerJoin(
      surveyUnits,
      and(eq(surveyUnits.surveyId, surveyPoints.surveyId), eq(surveyUnits.unitId, collectionPoints.unitId)),
    )
    .where(and(eq(surveyPoints.surveyId, surveyId), sql`${collectionPoints.revokedAt} is null`, seen(viewer)))
    .all();
}

/** Forms given out and got back by unit and channel. `returned` null: the answers received tell. */
export interface IssuedForms {
  unitId: number;
  channel: Channel;
  issued: number;
  returned: number | null;
  /** Typed in by officers, and so open to change. */
  typed: boolean;
}

/** Paper forms of batches, one-time codes that were not taken back, and what officers counted of other forms. */
export async function listIssuedForms(database: Database, viewer: Viewer, surveyId: number): Promise<IssuedForms[]> {
  const paper = database
    .select({
      unitId: collectionPoints.unitId,
      issued: sql<number>`sum(${paperBatches.issued})`,
      returned: sql<number>`sum(${paperBatches.returned})`,
    })
    .from(paperBatches)
    .innerJoin(collectionPoints, eq(collectionPoints.id, paperBatches.pointId))
    .innerJoin(
      surveyUnits,
      and(eq(surveyUnits.surveyId, paperBatches.surveyId), eq(surveyUnits.unitId, collectionPoints.unitId)),
    )
    .where(and(eq(paperBatches.surveyId, surveyId), seen(viewer)))
    .groupBy(collectionPoints.unitId)
    .all();
  const revoked = sql`(select count(*) from ${invitationCodes} c where c.batch_id = ${invitationBatches.id} and c.state = 'revoked')`;
  const codes = database
    .select({ unitId: collectionPoints.unitId, issued: sql<number>`sum(${invitationBatches.size} - ${revoked})` })
    .from(invitationBatches)
    .innerJoin(collectionPoints, eq(collectionPoints.id, invitationBatches.pointId))
    .innerJoin(
      surveyUnits,
      and(eq(surveyUnits.surveyId, invitationBatches.surveyId), eq(surveyUnits.unitId, collectionPoints.unitId)),
    )
    .where(and(eq(invitationBatches.surveyId, surveyId), seen(viewer)))
    .groupBy(collectionPoints.unitId)
    .all();
  const typed = database
    .select({
      unitId: formCounts.unitId,
      channel: formCounts.channel,
      issued: formCounts.issued,
      returned: formCounts.returned,
    })
    .from(formCounts)
    .innerJoin(
      surveyUnits,
      and(eq(surveyUnits.surveyId, formCounts.surveyId), eq(surveyUnits.unitId, formCounts.unitId)),
    )
    .where(and(eq(formCounts.surveyId, surveyId), seen(viewer)))
    .all();
  return [
    ...paper.map((row) => ({ ...row, channel: "paper" as const, typed: false })),
    ...codes.map((row) => ({ ...row, channel: "link" as const, returned: null, typed: false })),
    ...typed.map((row) => ({ ...row, typed: true })),
  ];
}

/** Keeps what officers counted of the forms of a unit and a channel; false when the unit is none of theirs. */
export async function saveFormCount(
  database: Database,
  viewer: Viewer,
  count: { surveyId: number; unitKey: string; channel: Channel; issued: number; returned: number | null; at: Date },
): Promise<boolean> {
  const { surveyId, unitKey, channel, issued, returned, at } = count;
  return database.transaction(
    () => {
      const unit = unitOf(database, viewer, surveyId, unitKey);
      if (!unit) return false;
      const values = { issued, returned, changedAt: at.toISOString(), changedBy: viewer.accountId || null };
      database
        .insert(formCounts)
        .values({ surveyId, unitId: unit.id, channel, ...values })
        .onConflictDoUpdate({ target: [formCounts.surveyId, formCounts.unitId, formCounts.channel], set: values })
        .run();
      const detail = { channel, issued, returned };
      recordNow(database, { at, accountId: viewer.accountId, kind: "survey.forms", surveyId, unitId: unit.id, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Keeps whom to call at a unit; with no name nobody. False when the unit is none of theirs. */
export async function saveUnitContact(
  database: Database,
  viewer: Viewer,
  contact: { surveyId: number; unitKey: string; name: string; phone: string; at: Date },
): Promise<boolean> {
  const { surveyId, unitKey, name, phone, at } = contact;
  return database.transaction(
    () => {
      const unit = unitOf(database, viewer, surveyId, unitKey);
      if (!unit) return false;
      const values = { name, phone, changedAt: at.toISOString() };
      if (name === "") database.delete(unitContacts).where(eq(unitContacts.unitId, unit.id)).run();
      else {
        database
          .insert(unitContacts)
          .values({ unitId: unit.id, ...values })
          .onConflictDoUpdate({ target: unitContacts.unitId, set: values })
          .run();
      }
      recordNow(database, { at, accountId: viewer.accountId, kind: "unit.contact", unitId: unit.id });
      return true;
    },
    { behavior: "immediate" },
  );
}

function unitOf(database: Database, viewer: Viewer, surveyId: number, unitKey: string) {
  return database
    .select({ id: surveyUnits.unitId })
    .from(surveyUnits)
    .innerJoin(units, eq(units.id, surveyUnits.unitId))
    .where(and(eq(surveyUnits.surveyId, surveyId), eq(units.key, unitKey), seen(viewer)))
    .get();
}
