import type { Viewer } from "~/access/viewer";
import { addDays, dayOf, startOfDay } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import {
  countByUnitAndChannel,
  countByUnitAndHour,
  listIssuedForms,
  listMonitoredUnits,
  listPointsWithLast,
} from "~db/repositories/fieldwork-monitor";
import { DAYS_TOLD, type FieldworkMonitor, monitorFieldwork } from "./fieldwork-monitor";
import type { Lifecycle } from "./survey";

/**
 * How the fieldwork of a survey goes, as far as the viewer may see it.
 * @param request.least counts below it are hidden; 0 for whoever runs the survey.
 */
export async function loadMonitor(
  database: Database,
  viewer: Viewer,
  request: { survey: Lifecycle & { id: number }; today: string; timeZone: string; least: number },
): Promise<FieldworkMonitor> {
  const { survey, today, timeZone, least } = request;
  const since = startOfDay(addDays(today, 1 - DAYS_TOLD), timeZone);
  const day = (instant: string) => dayOf(new Date(instant), timeZone);
  const units = await listMonitoredUnits(database, viewer, survey.id, today);
  const channels = await countByUnitAndChannel(database, viewer, survey.id);
  const hours = await countByUnitAndHour(database, viewer, survey.id, since);
  const points = await listPointsWithLast(database, viewer, survey.id);
  return monitorFieldwork(
    {
      units,
      byChannel: channels.map(({ last, ...row }) => ({ ...row, lastDay: day(last) })),
      byDay: hours.map(({ hour, ...row }) => ({ ...row, day: day(`${hour}:00:00.000Z`) })),
      points: points.map(({ last, ...point }) => ({ ...point, lastDay: last === null ? null : day(last) })),
      issued: await listIssuedForms(database, viewer, survey.id),
    },
    { survey, today, least },
  );
}
