import type { Viewer } from "~/access/viewer";
import { breaksBetween, type Ground } from "~/indices/break-markers";
import type { SurveyResults } from "~/indices/survey-results";
import { linkedItems, stepsBetween } from "~/questionnaires/linked-items";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { Snapshot } from "~/snapshots/snapshot";
import { reaggregate } from "~/units/reaggregate";
import type { Database } from "~db/open-database.server";
import { listVersionSteps } from "~db/repositories/publishing";
import { findSurvey, listSurveys, type SurveySummary } from "~db/repositories/surveys";
import { listLineageEdges, readTree } from "~db/repositories/units";
import type { YearLink } from "./comparison-figures";

/** The links of two snapshots' forms, and the breaks between the surveys, told from the snapshots and the units' history. */
export async function linkSnapshots(
  database: Database,
  viewer: Viewer,
  { before, after }: { before: Snapshot; after: Snapshot },
): Promise<YearLink> {
  const day = after.document.takenOn;
  const [old, now] = [
    await findSurvey(database, viewer, before.surveyId, day),
    await findSurvey(database, viewer, after.surveyId, day),
  ];
  const steps = await listVersionSteps(database);
  const way = old && now ? stepsBetween(steps, old.versionId, now.versionId) : null;
  const codes = scoredItems(before.document.results.questionnaire).map(({ code }) => code);
  const moved = await unitsMoved(database, before.document.results.survey.closesOn, day);
  return {
    links: way && linkedItems(codes, way),
    breaks: breaksBetween(
      groundOf(before.document.results, old?.versionId ?? 0, moved),
      groundOf(after.document.results, now?.versionId ?? 0, new Map()),
    ),
  };
}

/** Keys of units that changed between two days, each with the unit that it went into whole, or null where it was split. */
async function unitsMoved(database: Database, from: string, to: string): Promise<Map<string, string | null>> {
  if (from >= to) return new Map();
  const made = reaggregate(await listLineageEdges(database), { from, to });
  if (made.size === 0) return new Map();
  const keyOf = new Map<number, string>();
  for (const day of [from, to]) for (const { id, key } of await readTree(database, day)) keyOf.set(id, key);
  const moved = new Map<string, string | null>();
  const note = (id: number, became: string | null) => {
    const key = keyOf.get(id);
    if (key !== undefined && key !== became) moved.set(key, became);
  };
  for (const [id, { whole, split }] of made) {
    for (const old of whole) note(old, keyOf.get(id) ?? null);
    for (const old of split) note(old, null);
  }
  return moved;
}

/** What a survey's figures stand on, as far as its published results tell: withheld channels stay out. */
function groundOf(results: SurveyResults, versionId: number, moved: ReadonlyMap<string, string | null>): Ground {
  const answered = results.units.filter(({ surveyed, responses }) => surveyed && responses !== 0);
  return {
    ...{ versionId, rule: JSON.stringify(results.questionnaire.index), basis: results.survey.basis },
    channels: new Map(results.channels.map(({ channel, responses }) => [channel, responses ?? 0])),
    units: new Set(answered.map(({ key }) => moved.get(key) ?? key)),
    changedUnits: answered.some(({ key }) => moved.has(key)),
  };
}

type Steps = Awaited<ReturnType<typeof listVersionSteps>>;

/**
 * The survey of the year before with which one may be compared, among those that the viewer may see: run by the viewer too, of a
 * form linked with its own, simulated or not alike; the one it was copied from first, then one of the same body.
 */
export function lastYearsSurvey(
  survey: SurveySummary,
  { surveys, steps }: { surveys: readonly SurveySummary[]; steps: Steps },
): SurveySummary | null {
  const year = String(Number(survey.opensOn.slice(0, 4)) - 1);
  const earlier = surveys.filter(
    (one) =>
      one.owned &&
      one.status !== "draft" &&
      one.opensOn.startsWith(`${year}-`) &&
      one.simulated === survey.simulated &&
      stepsBetween(steps, one.versionId, survey.versionId) !== null,
  );
  return (
    earlier.find(({ id }) => id === survey.copiedFromId) ??
    earlier.find(({ ownerUnitId }) => ownerUnitId === survey.ownerUnitId) ??
    earlier[0] ??
    null
  );
}

/** {@link lastYearsSurvey} among the surveys of the database. */
export async function surveyOfLastYear(
  database: Database,
  viewer: Viewer,
  { survey, today }: { survey: SurveySummary; today: string },
): Promise<SurveySummary | null> {
  const steps = await listVersionSteps(database);
  return lastYearsSurvey(survey, { surveys: await listSurveys(database, viewer, today), steps });
}

/** Ids of the surveys that the viewer runs and could set beside one of the year before. */
export async function comparableSurveys(
  database: Database,
  viewer: Viewer,
  today: string,
): Promise<ReadonlySet<number>> {
  const [surveys, steps] = [await listSurveys(database, viewer, today), await listVersionSteps(database)];
  const own = surveys.filter((survey) => survey.owned && survey.status !== "draft");
  return new Set(own.filter((survey) => lastYearsSurvey(survey, { surveys, steps })).map(({ id }) => id));
}
