import { isAllowed } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { addDays, dayOf, formatMoment } from "~/i18n/dates";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { GRACE_DAYS } from "~/responses/filling-times";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { listUsesOfUnits } from "~db/repositories/collection-points";
import { countStandings, listReviews, type Standings } from "~db/repositories/held-responses";
import { countFormsOnTablets } from "~db/repositories/kiosks";
import { listSurveyUnitIds, type SurveySummary } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import type { MonitorRequest } from "./load-monitor.server";
import type { RunningSurvey } from "./running-survey";
import { runsFieldwork } from "./runs-fieldwork";
import { groupUses, meetingSurveys } from "./shared-points";

/** Steps that the page of a survey shows; the whole record stands in the activity log. */
const STEPS_SHOWN = 100;

/**
 * Where a survey stands: its live numbers for whoever runs the fieldwork, its published one (null: masked) for everybody
 * else; for whoever designs it, what was done and what to mind as well.
 */
export async function surveyOverview(
  database: Database,
  viewer: Viewer,
  survey: SurveySummary,
  { today, settings }: Pick<MonitorRequest, "today" | "settings">,
): Promise<{ standings: Standings | null; published: number | null; running: RunningSurvey | null }> {
  const { timeZone } = settings;
  if (!runsFieldwork(viewer, survey)) {
    const results = await loadSurveyResults(database, { viewer, surveyId: survey.id, today, ...settings });
    return { standings: null, published: results?.responses ?? null, running: null };
  }
  const standings = await countStandings(database, viewer, survey.id);
  if (!isAllowed(viewer.role, "design-surveys")) return { standings, published: null, running: null };
  const unitIds = new Set(await listSurveyUnitIds(database, viewer, survey.id));
  const sharing = groupUses(await listUsesOfUnits(database, viewer, { today, except: survey.id }));
  const units = (await listUnits(database, viewer, { on: today })).filter(({ id }) => unitIds.has(id));
  const steps = await listSurveyActivities(database, viewer, survey.id, STEPS_SHOWN);
  return {
    standings,
    published: null,
    running: {
      tablets: await countFormsOnTablets(database, viewer, survey.id),
      graceUntil: addDays(survey.closedAt ? dayOf(new Date(survey.closedAt), timeZone) : today, GRACE_DAYS),
      decided: (await listReviews(database, viewer, survey.id, today)).length > 0,
      meetings: meetingSurveys(sharing, { ...survey, unitIds }),
      units: units.map(({ id, name }) => ({ id, name })),
      steps: steps.map(({ at, ...step }) => ({ ...step, moment: formatMoment(new Date(at), timeZone) })),
    },
  };
}
