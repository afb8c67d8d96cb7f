import type { Viewer } from "~/access/viewer";
import { CODE_ALPHABET } from "~/collection-points/code";
import { addDays } from "~/i18n/dates";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { answerField } from "~/responses/form-fields";
import { createBatch, keyForm, openBatch } from "~/responses/key-paper.server";
import { drawnForms } from "~/responses/paper-batch";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { assignInterviewer } from "~db/repositories/interviewers";
import { listBatches } from "~db/repositories/paper";
import type { SurveySummary } from "~db/repositories/surveys";
import { composeComment } from "./comments/compose-comment";
import { demoViewer } from "./demo-accounts";
import { outpatients } from "./outpatients";
import { pick, randomFor, seedOf } from "./random";
import { drawUnitQuality, responseModel, simulatePerson } from "./response-model";
import { uuidFor } from "./simulate-responses";

const HOSPITAL = "bv-dk-tinh";
const NAME = `${outpatients.questionnaireCode}/${HOSPITAL}/paper`;

/** The bundle as it stands: some forms are left to key, and of the two keyed twice one is left to compare with the paper. */
const FORMS = { label: "Khoa Khám bệnh", issued: 25, returned: 20, doublePercent: 30, keyed: 12, keyedTwice: 2 };

interface Fieldwork {
  survey: SurveySummary;
  /** Ids of units by key. */
  units: ReadonlyMap<string, number>;
  now: Date;
  today: string;
  timeZone: string;
}

/**
 * Half a bundle of paper forms of a hospital, and an interviewer at two points, in the survey of outpatients. Made by the
 * use cases of officers; whatever is there already stays as it is.
 */
export async function addPaperAndInterviewer(database: Database, fieldwork: Fieldwork): Promise<void> {
  const officer = await demoViewer(database, "benhvien");
  const designer = await demoViewer(database, outpatients.createdBy);
  await keyBundle(database, { officer, designer }, fieldwork);
  await assign(database, designer, fieldwork);
}

async function keyBundle(
  database: Database,
  { officer, designer }: { officer: Viewer; designer: Viewer },
  { survey, units, now, today, timeZone }: Fieldwork,
): Promise<void> {
  const unitId = units.get(HOSPITAL);
  const points = await listPointsOfSurvey(database, officer, survey.id, today);
  const point = points.find((candidate) => candidate.unitId === unitId);
  if (!point) throw new Error(`the survey of outpatients has no point at ${HOSPITAL}`);
  const random = randomFor(NAME);
  const seed = seedOf(`${NAME}/seed`).toString("hex").slice(0, 24);
  const moment = { now, today, timeZone };
  const { keyed, keyedTwice, ...counts } = FORMS;
  // Never the day itself, so that no form was filled in the future.
  const input = { ...counts, pointId: point.id, fieldworkOn: addDays(today, -3) };
  const [present] = await listBatches(database, officer, survey.id, today);
  const made = present
    ? { ok: true as const, batchId: present.id }
    : await createBatch(database, officer, { surveyId: survey.id, survey, input, seed }, moment);
  if (!made.ok) throw new Error(`the bundle of paper forms was refused: ${JSON.stringify(made.problems)}`);
  const place = { surveyId: survey.id, batchId: made.batchId };
  const questionnaire = await readVersion(database, survey.versionId);
  const forms = simulatedForms(questionnaire, keyed);
  const key = async (viewer: Viewer, number: number, pass: 1 | 2, fields: [string, string][]) => {
    const form = { number, pass, fields, responseId: uuidFor(`${NAME}/${number}`) };
    const done = await keyForm(database, viewer, place, form, moment);
    if (done?.outcome === "refused" || !done) throw new Error(`form ${number} was refused: ${JSON.stringify(done)}`);
  };
  for (const [index, fields] of forms.entries()) await key(officer, index + 1, 1, fields);
  const opened = await openBatch(database, officer, place, today);
  if (!opened) throw new Error("the bundle of paper forms is gone");
  const twice = [...drawnForms(opened.batch)].filter((number) => number <= keyed).sort((one, other) => one - other);
  for (const [index, number] of twice.slice(0, keyedTwice).entries()) {
    const fields = forms[number - 1] ?? [];
    await key(designer, number, 2, index === 0 ? fields : slipped(questionnaire, fields, random));
  }
}

/** The fields of forms as they are keyed, from people such as the rest of the survey is made of. */
function simulatedForms(questionnaire: Questionnaire, count: number): [string, string][][] {
  const model = responseModel(questionnaire, outpatients.behaviour);
  const quality = drawUnitQuality(model, randomFor(`${outpatients.questionnaireCode}/${HOSPITAL}`));
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(`${NAME}/${index + 1}`);
    const profile = outpatients.answerProfile(
      { key: HOSPITAL } as Parameters<typeof outpatients.answerProfile>[0],
      random,
    );
    const { answerClosing } = outpatients;
    const closing = answerClosing && { closing: (mood: number) => answerClosing(mood, random) };
    const person = simulatePerson(model, { quality, channelShift: 0, profile, ...closing }, random);
    const fields = Object.entries(person.answers).map(([code, answer]): [string, string] => [
      answerField(code),
      Array.isArray(answer) ? answer.join(" ") : String(answer),
    ]);
    const comment = composeComment(outpatients.comments, person.mood, random);
    return comment === null ? fields : [...fields, [answerField(outpatients.commentItem), comment]];
  });
}

/** The same form with one finger on the wrong key: a level of one question is its neighbour. */
function slipped(
  questionnaire: Questionnaire,
  fields: [string, string][],
  random: ReturnType<typeof randomFor>,
): [string, string][] {
  const scales = new Set(
    questionnaire.items.filter(({ type }) => type === "scale").map(({ code }) => answerField(code)),
  );
  const [wrong] = pick(
    random,
    fields.filter(([name, value]) => scales.has(name) && Number(value) >= 2 && Number(value) <= 5),
  );
  return fields.map(([name, value]) => [name, name === wrong ? String(Number(value) - 1) : value]);
}

async function assign(database: Database, designer: Viewer, { survey, units, now, today }: Fieldwork): Promise<void> {
  const interviewer = await demoViewer(database, "dieutravien");
  const wanted = outpatients.samples.map((key) => units.get(key));
  const points = await listPointsOfSurvey(database, designer, survey.id, today);
  const pointIds = points.filter(({ unitId }) => wanted.includes(unitId)).map(({ id }) => id);
  const random = randomFor(`${outpatients.questionnaireCode}/pseudonym`);
  const drawPseudonym = () => `ĐTV-${Array.from({ length: 4 }, () => pick(random, [...CODE_ALPHABET])).join("")}`;
  const assignment = { surveyId: survey.id, accountId: interviewer.accountId, pointIds };
  const done = await assignInterviewer(database, designer, assignment, { drawPseudonym, at: now });
  if (done === null) throw new Error("the interviewer was not assigned");
}
