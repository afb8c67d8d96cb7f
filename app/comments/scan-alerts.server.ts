import { setImmediate } from "node:timers/promises";
import { addDays, dayOf, startOfDay } from "~/i18n/dates";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { ALERT_PAUSE_DAYS, ALERT_WINDOW_DAYS, namedIn, paceAlert } from "~/surveys/alert-rules";
import type { Database } from "~db/open-database.server";
import {
  type CommentedUnit,
  countPace,
  listCollecting,
  listCommented,
  listEnded,
  listUnitComments,
  nextCommented,
  raiseAlert,
  readAlertWatermark,
  readEndedScanned,
  writeAlertWatermark,
  writeEndedScanned,
} from "~db/repositories/alerts";
import { LEAST_IN_BATCH, releasedCount } from "./release-batches";
import { writtenQuestions } from "./written-questions";

/** Responses looked through at a time, and how many times in one scan; the rest waits for the next. */
const RESPONSES_AT_ONCE = 2000;
const MOST_STRETCHES = 25;

/**
 * Looks at how fast answers come in and at what newly released comments name, and tells the units concerned, each of a
 * kind at most once a week. Whoever else writes is let in between its steps.
 * @returns how many alerts were raised.
 */
export async function scanAlerts(
  database: Database,
  { now, timeZone, cellMinimum }: { now: Date; timeZone: string; cellMinimum: number },
): Promise<number> {
  const today = dayOf(now, timeZone);
  const since = addDays(today, 1 - ALERT_PAUSE_DAYS);
  const paced = await scanPace(database, { today, since, timeZone });
  return paced + (await scanComments(database, { today, since, least: Math.max(LEAST_IN_BATCH, cellMinimum) }));
}

async function scanPace(
  database: Database,
  { today, since, timeZone }: { today: string; since: string; timeZone: string },
): Promise<number> {
  let raised = 0;
  for (const { surveyId, opensOn, unitIds } of await listCollecting(database, today)) {
    await setImmediate();
    const from = startOfDay(addDays(today, -ALERT_WINDOW_DAYS), timeZone);
    const days = new Map<number, Map<string, number>>();
    for (const { unitId, hour, received } of await countPace(database, surveyId, from)) {
      const day = dayOf(new Date(`${hour}:00:00.000Z`), timeZone);
      const unit = days.get(unitId) ?? new Map<string, number>();
      days.set(unitId, unit.set(day, (unit.get(day) ?? 0) + received));
    }
    for (const unitId of unitIds) {
      const kind = paceAlert(days.get(unitId) ?? new Map(), { opensOn, today });
      if (kind && (await raiseAlert(database, { surveyId, unitId, kind, day: today, since }))) raised++;
    }
  }
  return raised;
}

interface CommentScan {
  today: string;
  since: string;
  least: number;
}

async function scanComments(database: Database, scan: CommentScan): Promise<number> {
  const ended = await readEndedScanned(database);
  let raised = 0;
  let watermark = await readAlertWatermark(database);
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const { until, last, groups } = await nextCommented(database, watermark, RESPONSES_AT_ONCE);
    for (const group of groups) {
      await setImmediate();
      const closed = ended.has(group.surveyId);
      const before = { until: watermark, closed };
      raised += await tellReleased(database, scan, group, { before, after: { until, closed } });
    }
    if (until > watermark) await writeAlertWatermark(database, until);
    watermark = until;
    if (until >= last) break;
  }
  return raised + (await scanEnded(database, scan, ended, watermark));
}

/** A survey that closes releases what had not yet filled a batch: it is looked through once, when it is first seen closed. */
async function scanEnded(
  database: Database,
  scan: CommentScan,
  scanned: ReadonlySet<number>,
  until: number,
): Promise<number> {
  const ended = await listEnded(database);
  let raised = 0;
  for (const surveyId of ended.filter((id) => !scanned.has(id))) {
    for (const group of await listCommented(database, surveyId)) {
      await setImmediate();
      const release = { before: { until, closed: false }, after: { until, closed: true } };
      raised += await tellReleased(database, scan, group, release);
    }
  }
  // One that is opened again leaves the list, and is looked through anew when it closes.
  if (ended.length !== scanned.size || ended.some((id) => !scanned.has(id))) await writeEndedScanned(database, ended);
  return raised;
}

/** Up to which response comments count, and whether those that fill no batch are released as well. */
interface Release {
  until: number;
  closed: boolean;
}

/** Tells a unit what the comments name that are released after and were not before. */
async function tellReleased(
  database: Database,
  { today, since, least }: CommentScan,
  { surveyId, unitId, document }: CommentedUnit,
  { before, after }: { before: Release; after: Release },
): Promise<number> {
  const parsed = parseQuestionnaire(JSON.parse(document));
  if (!parsed.ok) return 0;
  const fields = writtenQuestions(parsed.questionnaire).map(({ field }) => field);
  const persons = await listUnitComments(database, { surveyId, unitId, fields, until: after.until });
  const released = ({ until, closed }: Release) =>
    releasedCount(persons.filter(({ sequence }) => sequence <= until).length, { least, closed });
  const fresh = persons.slice(released(before), released(after));
  let raised = 0;
  for (const kind of new Set(fresh.flatMap(({ texts }) => texts.flatMap((text) => [...namedIn(text)])))) {
    if (await raiseAlert(database, { surveyId, unitId, kind, day: today, since })) raised++;
  }
  return raised;
}
