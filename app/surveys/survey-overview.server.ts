import { isAllowed } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { addDays, dayOf, formatMoment } from "~/i18n/dates";
import { GRACE_DAYS } from "~/responses/filling-times";
import type { Database } from "~db/open-database.server";
import { listSurveyActivities } from "~db/repositories/activities";
import { listUsesOfUnits } from "~db/repositories/collection-points";
import { countStandings, listReviews, type Standings } from "~db/repositories/held-responses";
import { countFormsOnTablets } from "~db/repositories/kiosks";
import { listSurveyUnitIds, type SurveySummary } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import type { RunningSurvey } from "./running-survey";
import { groupUses, meetingSurveys } from "./shared-points";

/** Steps that the page of a survey shows; the whole record stands in the activity log. */
const STEPS_SHOWN = 100;

/** Where a survey stands: its numbers for whoever sees it; for whoever runs it, what was done and what to mind as well. */
export async function surveyOverview(
  database: Database,
  viewer: Viewer,
  survey: SurveySummary,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<{ standings: Standings; running: RunningSurvey | null }> {
  const standings = await countStandings(database, viewer, survey.id);
  const mayDesign = survey.owned && isAllowed(viewer.role, "design-surveys");
  if (!mayDesign) return { standings, running: null };
  const unitIds = new Set(await listSurveyUnitIds(database, viewer, survey.id));
  const sharing = groupUses(await listUsesOfUnits(database, viewer, { today, except: survey.id }));
  const units = (await listUnits(database, viewer, { on: today })).filter(({ id }) => unitIds.has(id));
  const steps = await listSurveyActivities(database, viewer, survey.id, STEPS_SHOWN);
  return {
    standings,
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
