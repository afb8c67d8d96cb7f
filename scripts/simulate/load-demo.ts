import { z } from "zod";
import type { Viewer } from "~/access/viewer";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "~/collection-points/code";
import { addDays, dayOf, endOfDay, startOfDay } from "~/i18n/dates";
import { readVersion } from "~/questionnaires/read-version.server";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { countAccounts, findAccountByUsername } from "~db/repositories/accounts";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { readMark, writeMark } from "~db/repositories/database-marks";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { insertResponses } from "~db/repositories/responses";
import { listSurveyUnits, saveSizes, sizesMark } from "~db/repositories/survey-units";
import { changeStatus, insertSurvey, listSurveys } from "~db/repositories/surveys";
import { findUnitId, readTree, type UnitOnDay } from "~db/repositories/units";
import { counters } from "./counters";
import { addDemoAccounts, SIGN_IN_LINES, type SignInLine } from "./demo-accounts";
import { fieldworkDays } from "./fieldwork-calendar";
import { PAST_PLANS } from "./history";
import { outpatients } from "./outpatients";
import { addPaperAndInterviewer } from "./paper-and-interviewer";
import { parents } from "./parents";
import { normal, randomFor, wholeNumber } from "./random";
import { plannedSizes, simulateResponses } from "./simulate-responses";
import { type SurveyPlan, seriesOf } from "./survey-plan";
import { addYearEnd, finishSurvey } from "./year-end";

export const SURVEY_PLANS: readonly SurveyPlan[] = [counters, outpatients, parents];

/** The window around the day of the load: the surveys have run for a while and stay open for the demonstration. */
const DAYS_BEFORE = 80;
const DAYS_AFTER = 40;

/** Days before its first one at which a survey of an earlier year was set up. */
const DAYS_OF_PREPARATION = 14;

/** Responses stored in one transaction. */
const BATCH = 4000;

/**
 * The mark `simulated`. It stands from before the first simulated row, so that a file on which the load broke off is
 * known as simulated too; `complete` is written last. The instant and zone of the first load fix everything, whenever
 * the load is finished.
 */
const markSchema = z.strictObject({
  state: z.enum(["loading", "complete"]),
  loadedAt: z.iso.datetime(),
  timeZone: z.string(),
});
type Load = z.output<typeof markSchema>;

export interface DemoLines {
  /** A few points to answer at, with the unit in the label. */
  points: { label: string; code: string }[];
  accounts: SignInLine[];
}

/**
 * Loads the demonstration: three open surveys full of simulated answers, one that is closed and waits for its year's end,
 * and those of earlier years with everything that followed them, all marked as such, and accounts to look at them with.
 * Reference data must be there. Idempotent: a complete load is left alone; one that broke off is finished.
 * @throws when the database holds accounts or surveys of its own: simulated answers never mix with real ones.
 */
export async function loadDemo(
  database: Database,
  { now, settings, progress }: { now: Date; settings: FigureSettings; progress?: (message: string) => void },
): Promise<DemoLines> {
  const viewer = await wholeProvince(database);
  const { timeZone } = settings;
  const load = (await readLoad(database)) ?? (await startLoad(database, viewer, { now, timeZone }));
  if (load.state === "loading") {
    await addDemoAccounts(database, new Date(load.loadedAt));
    const figures = { ...settings, timeZone: load.timeZone };
    // In the order of time, which is the order in which everything that was done is listed.
    const finished = new Map<string, number>();
    for (const plan of PAST_PLANS) {
      const surveyId = await loadSurvey(database, viewer, { load, plan, progress });
      if (await finishSurvey(database, plan, { surveyId, settings: figures }))
        finished.set(plan.questionnaireCode, surveyId);
    }
    await addYearEnd(database, { settings: figures, surveys: finished });
    for (const plan of SURVEY_PLANS) await loadSurvey(database, viewer, { load, plan, progress });
    await addFieldwork(database, viewer, load);
    await writeMark(database, "simulated", JSON.stringify({ ...load, state: "complete" } satisfies Load));
  }
  return { points: await samplePoints(database, viewer, load), accounts: await presentAccounts(database) };
}

/** What officers add beside the answers that come by themselves, in the survey of outpatients. */
async function addFieldwork(database: Database, viewer: Viewer, load: Load): Promise<void> {
  const survey = await findPlanned(database, viewer, load, outpatients);
  if (!survey) throw new Error("the survey of outpatients is gone");
  const today = loadDay(load);
  const units = new Map((await readTree(database, today)).map(({ key, id }) => [key, id]));
  const { loadedAt, timeZone } = load;
  await addPaperAndInterviewer(database, { survey, units, now: new Date(loadedAt), today, timeZone });
}

/** Accounts to sign in with; a demonstration of an earlier release has those of that release. */
async function presentAccounts(database: Database): Promise<SignInLine[]> {
  const found = await Promise.all(SIGN_IN_LINES.map(({ username }) => findAccountByUsername(database, username)));
  return SIGN_IN_LINES.filter((_, index) => found[index]);
}

/** The eyes of an administrator over the whole province. */
async function wholeProvince(database: Database): Promise<Viewer> {
  const unitId = await findUnitId(database, "th");
  if (unitId === null) throw new Error("reference data must be loaded before simulated answers");
  return { accountId: 0, role: "administrator", unitId, sector: null };
}

async function readLoad(database: Database): Promise<Load | null> {
  const mark = await readMark(database, "simulated");
  return mark === null ? null : markSchema.parse(JSON.parse(mark));
}

async function startLoad(
  database: Database,
  viewer: Viewer,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<Load> {
  const surveys = await listSurveys(database, viewer, dayOf(now, timeZone));
  if (surveys.length > 0 || (await countAccounts(database)) > 0) {
    throw new Error("this database is in real use: simulated answers need a database of their own");
  }
  const load: Load = { state: "loading", loadedAt: now.toISOString(), timeZone };
  await writeMark(database, "simulated", JSON.stringify(load));
  return load;
}

interface LoadStep {
  load: Load;
  plan: SurveyPlan;
  progress: ((message: string) => void) | undefined;
}

/** One survey: a draft with its points, then its responses, then open, then closed if it is over. Each step is skipped where it is done. */
async function loadSurvey(database: Database, viewer: Viewer, { load, plan, progress }: LoadStep): Promise<number> {
  const { opensOn, lastDay } = windowOf(load, plan);
  const tree = await readTree(database, lastDay);
  const units = plan
    .chooseUnits(inOrderOfKeys(tree), randomFor(`${plan.questionnaireCode}/units`))
    .sort((one, other) => compare(one.key, other.key));
  const versionId = await latestVersion(database, plan.questionnaireCode);
  const surveyId =
    (await findPlanned(database, viewer, load, plan))?.id ??
    (await insertPlanned(database, { load, plan, versionId, units }));
  if (plan.population) await giveSizes(database, viewer, { load, plan, surveyId, units });
  const points = await listPointsOfSurvey(database, viewer, surveyId, lastDay);
  const responses = simulateResponses(plan, {
    surveyId,
    questionnaire: await readVersion(database, versionId),
    units,
    pointOfUnit: new Map(points.map((point) => [point.unitId, point.id])),
    days: fieldworkDays(opensOn, lastDay, load.timeZone),
  });
  let seen = 0;
  for (const batch of inBatches(responses, BATCH)) {
    await insertResponses(database, batch);
    seen += batch.length;
    progress?.(`${seriesOf(plan)}: ${seen} phiếu mô phỏng`);
  }
  const at = plan.past ? startOfDay(opensOn, load.timeZone) : new Date(load.loadedAt);
  await changeStatus(database, viewer, { surveyId, from: "draft", to: "open", at });
  if (plan.past) {
    const end = endOfDay(plan.past.closesOn, load.timeZone);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: end });
  }
  return surveyId;
}

/** The window of a survey, and the last day on which people have answered so far: never in the future. */
function windowOf(load: Load, { past }: SurveyPlan): { opensOn: string; closesOn: string; lastDay: string } {
  if (past) return { opensOn: past.opensOn, closesOn: past.closesOn, lastDay: past.closesOn };
  const today = loadDay(load);
  return { opensOn: addDays(today, -DAYS_BEFORE), closesOn: lastDayOfFieldwork(today), lastDay: addDays(today, -1) };
}

/** Invented sizes of units, each well above the number that answers there. */
async function giveSizes(
  database: Database,
  viewer: Viewer,
  { load, plan, surveyId, units }: { load: Load; plan: SurveyPlan; surveyId: number; units: readonly UnitOnDay[] },
): Promise<void> {
  const present = await listSurveyUnits(database, viewer, surveyId, loadDay(load));
  if (present.some(({ population }) => population !== null)) return;
  const answers = plannedSizes(
    plan,
    units.map(({ key }) => key),
  );
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const sizes = present.map(({ unitId, key, target }) => {
    const unit = unitOf.get(unitId);
    const about = (unit && plan.population?.(unit)) ?? 0;
    const drawn = about * Math.exp(0.5 * normal(randomFor(`${plan.questionnaireCode}/${key}/population`)));
    return { unitId, target, population: Math.max(Math.round(drawn / 10) * 10, 8 * (answers.get(key) ?? 0)) };
  });
  const change = { surveyId, plan: null, sizes, seen: sizesMark(null, present), at: new Date(load.loadedAt) };
  const done = await saveSizes(database, viewer, change);
  if (done !== "done") throw new Error(`sizes of survey ${surveyId} were not saved: ${done}`);
}

/** Far enough ahead that the demonstration takes answers, within the year of the report where that can be. */
function lastDayOfFieldwork(today: string): string {
  const [after, yearEnd] = [addDays(today, DAYS_AFTER), `${today.slice(0, 4)}-12-31`];
  return after <= yearEnd || yearEnd < addDays(today, 7) ? after : yearEnd;
}

async function insertPlanned(
  database: Database,
  { load, plan, versionId, units }: { load: Load; plan: SurveyPlan; versionId: number; units: readonly UnitOnDay[] },
): Promise<number> {
  const { opensOn, closesOn } = windowOf(load, plan);
  const ownerUnitId = await findUnitId(database, plan.ownerKey);
  if (ownerUnitId === null) throw new Error(`reference data have no unit ${plan.ownerKey}`);
  const random = randomFor(`${seriesOf(plan)}/codes`);
  const drawPayload = () =>
    Array.from({ length: CODE_LENGTH - 1 }, () => wholeNumber(random, 0, CODE_ALPHABET.length - 1));
  return insertSurvey(
    database,
    {
      title: titleOf(load, plan),
      versionId,
      ownerUnitId,
      opensOn,
      closesOn,
      basis: plan.basis,
      targetRate: plan.targetRate,
      simulated: true,
      createdAt: plan.past
        ? startOfDay(addDays(opensOn, -DAYS_OF_PREPARATION), load.timeZone).toISOString()
        : load.loadedAt,
      createdBy: (await findAccountByUsername(database, plan.createdBy))?.id ?? null,
      unitIds: units.map((unit) => unit.id),
    },
    { drawCode: () => codeFrom(drawPayload()), label: plan.pointLabel },
  );
}

async function findPlanned(database: Database, viewer: Viewer, load: Load, plan: SurveyPlan) {
  const surveys = await listSurveys(database, viewer, loadDay(load));
  return surveys.find((survey) => survey.simulated && survey.title === titleOf(load, plan));
}

async function latestVersion(database: Database, questionnaireCode: string): Promise<number> {
  const versions = await listVersions(database);
  const latest = versions.find((version) => version.code === questionnaireCode);
  if (!latest) throw new Error(`reference data have no questionnaire ${questionnaireCode}`);
  return latest.id;
}

async function samplePoints(database: Database, viewer: Viewer, load: Load): Promise<DemoLines["points"]> {
  const today = loadDay(load);
  const idOfKey = new Map((await readTree(database, today)).map((unit) => [unit.key, unit.id]));
  const lines: DemoLines["points"] = [];
  for (const plan of SURVEY_PLANS) {
    const survey = await findPlanned(database, viewer, load, plan);
    if (!survey) continue;
    const points = await listPointsOfSurvey(database, viewer, survey.id, today);
    for (const key of plan.samples) {
      const point = points.find((candidate) => candidate.unitId === idOfKey.get(key));
      if (point) lines.push({ label: `${point.unitName}: ${point.label}`, code: point.code });
    }
  }
  return lines;
}

function loadDay({ loadedAt, timeZone }: Load): string {
  return dayOf(new Date(loadedAt), timeZone);
}

function titleOf(load: Load, plan: SurveyPlan): string {
  return plan.title(loadDay(load).slice(0, 4));
}

/** By code unit, which no locale changes. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function inOrderOfKeys(tree: readonly UnitOnDay[]): UnitOnDay[] {
  return [...tree].sort((one, other) => compare(one.key, other.key));
}

function* inBatches<T>(entries: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const entry of entries) {
    batch.push(entry);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
