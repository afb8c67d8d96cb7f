import { setImmediate } from "node:timers/promises";
import { addDays, dayOf, startOfDay } from "~/i18n/dates";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { ALERT_PAUSE_DAYS, ALERT_WINDOW_DAYS, namedIn, paceAlert } from "~/surveys/alert-rules";
import type { Database } from "~db/open-database.server";
import {
  countPace,
  listCollecting,
  listUnitComments,
  nextCommented,
  raiseAlert,
  readAlertWatermark,
  writeAlertWatermark,
} from "~db/repositories/alerts";
import { LEAST_IN_BATCH } from "./release-batches";
import { writtenQuestions } from "./written-questions";

/** Responses looked through at a time, and how many times in one scan; the rest waits for the next. */
const RESPONSES_AT_ONCE = 2000;
const MOST_STRETCHES = 25;

/**
 * Looks at how fast answers come in and at what newly released comments name, and tells the units concerned, each of a
 * kind at most once a week. Whoever else waits for the server is let in between its steps.
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

async function scanComments(
  database: Database,
  { today, since, least }: { today: string; since: string; least: number },
): Promise<number> {
  let raised = 0;
  let watermark = await readAlertWatermark(database);
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const { until, last, groups } = await nextCommented(database, watermark, RESPONSES_AT_ONCE);
    for (const { surveyId, unitId, document } of groups) {
      await setImmediate();
      const kinds = await namedInReleased(database, { surveyId, unitId, document, watermark, until, least });
      for (const kind of kinds) {
        if (await raiseAlert(database, { surveyId, unitId, kind, day: today, since })) raised++;
      }
    }
    if (until > watermark) await writeAlertWatermark(database, until);
    watermark = until;
    if (until >= last) break;
  }
  return raised;
}

/** What the batches name that were filled by the stretch: a batch is told of as a whole, once it is shown as a whole. */
async function namedInReleased(
  database: Database,
  stretch: { surveyId: number; unitId: number; document: string; watermark: number; until: number; least: number },
): Promise<Set<"money" | "harassment">> {
  const parsed = parseQuestionnaire(JSON.parse(stretch.document));
  if (!parsed.ok) return new Set();
  const fields = writtenQuestions(parsed.questionnaire).map(({ field }) => field);
  const persons = await listUnitComments(database, { ...stretch, fields });
  const before = persons.filter(({ sequence }) => sequence <= stretch.watermark).length;
  const released = (count: number) => count - (count % stretch.least);
  const fresh = persons.slice(released(before), released(persons.length));
  return new Set(fresh.flatMap(({ texts }) => texts.flatMap((text) => [...namedIn(text)])));
}
