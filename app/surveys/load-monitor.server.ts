import type { Viewer } from "~/access/viewer";
import { addDays, dayOf, startOfDay } from "~/i18n/dates";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import type { Database } from "~db/open-database.server";
import {
  countByUnitAndChannel,
  countByUnitAndHour,
  listIssuedForms,
  listMonitoredUnits,
  listPointsWithLast,
} from "~db/repositories/fieldwork-monitor";
import { DAYS_TOLD, type FieldworkMonitor, monitorFieldwork, monitorPublished } from "./fieldwork-monitor";
import { runsFieldwork } from "./runs-fieldwork";
import type { Lifecycle } from "./survey";

/** Which survey is monitored, on which day, and how its results are published. */
export interface MonitorRequest {
  survey: Lifecycle & { id: number; owned: boolean };
  /** ISO day in TIME_ZONE. */
  today: string;
  settings: { timeZone: string; province: string; minimums: { cell: number; unit: number } };
}

/**
 * How the fieldwork of a survey goes, as far as the viewer may see it: the counts of this minute for whoever runs it, the
 * published ones for everybody else.
 */
export async function loadMonitor(
  database: Database,
  viewer: Viewer,
  { survey, today, settings }: MonitorRequest,
): Promise<FieldworkMonitor> {
  const { timeZone } = settings;
  const moment = { survey, today };
  const day = (instant: string) => dayOf(new Date(instant), timeZone);
  const units = await listMonitoredUnits(database, viewer, survey.id, today);
  const issued = await listIssuedForms(database, viewer, survey.id);
  const pointsUntil = async (until: Date) =>
    (await listPointsWithLast(database, viewer, survey.id, until)).map(({ last, ...point }) => ({
      ...point,
      lastDay: last === null ? null : day(last),
    }));
  if (!runsFieldwork(viewer, survey)) {
    const results = await loadSurveyResults(database, { viewer, surveyId: survey.id, today, ...settings });
    const published = {
      total: results?.responses ?? null,
      units: new Map(results?.units.map(({ key, responses }) => [key, responses])),
      channels: results?.channels ?? [],
    };
    const points = await pointsUntil(startOfDay(today, timeZone));
    return monitorPublished({ units, points, issued }, published, moment);
  }
  const channels = await countByUnitAndChannel(database, viewer, survey.id);
  const since = startOfDay(addDays(today, 1 - DAYS_TOLD), timeZone);
  const hours = await countByUnitAndHour(database, viewer, survey.id, since);
  return monitorFieldwork(
    {
      units,
      byChannel: channels.map(({ last, ...row }) => ({ ...row, lastDay: day(last) })),
      byDay: hours.map(({ hour, ...row }) => ({ ...row, day: day(`${hour}:00:00.000Z`) })),
      points: await pointsUntil(startOfDay(addDays(today, 1), timeZone)),
      issued,
    },
    moment,
  );
}
