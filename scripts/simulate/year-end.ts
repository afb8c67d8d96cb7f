import type { Viewer } from "~/access/viewer";
import { changePlan } from "~/reports/change-plan.server";
import { planForYear } from "~/reports/next-plan";
import { openSurveyReport } from "~/reports/open-report.server";
import { openTaskReport } from "~/reports/open-task-report.server";
import { productKind, type ReformPlan, type ReformTask } from "~/reports/reform-plan";
import type { RemarkPlace } from "~/reports/remark-places";
import { changeImprovement } from "~/snapshots/change-improvement.server";
import { movePublication, publicationState } from "~/snapshots/publish-snapshot.server";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { Database } from "~db/open-database.server";
import { saveReport } from "~db/repositories/change-reports";
import { listImprovements } from "~db/repositories/improvements";
import { findPlan } from "~db/repositories/reform-plans";
import { findReport, hasReport } from "~db/repositories/reports";
import { addTaskDocument, listTaskDocuments } from "~db/repositories/task-documents";
import { findUnitId } from "~db/repositories/units";
import { counters } from "./counters";
import { demoViewer } from "./demo-accounts";
import { outpatients } from "./outpatients";
import type { SurveyPlan } from "./survey-plan";
import { IMPROVEMENTS, SURVEY_REMARKS, TASK_REMARKS, type WrittenImprovement } from "./year-end-texts";

/**
 * What officers did with the surveys that are over, done by their own use cases with their own accounts, each act at its
 * simulated instant. Whatever is there already stays as it is.
 */

/** The year of which everything was done: results, improvements, reports and the documents of its plan. */
const YEAR = 2025;
const PLAN_MADE_AT = "2025-01-20T02:00:00Z";
const REPORTED_AT = "2025-12-15T02:00:00Z";

/** The last plan that was issued, from which the one of {@link YEAR} is carried over. */
const KNOWN_PLAN = 2023;

const PUBLICATION_NOTE = "Kết quả mô phỏng, công bố để trình bày cách dùng phần mềm.";
const SIMULATED_DOCUMENT = "Văn bản mô phỏng, không có thật.";

/** Task whose consolidated report is made, and who leads the tasks; the others are the province's. */
const REPORTED_TASK = 3;
const LEADS: Readonly<Record<number, { by: string; sign: string }>> = {
  3: { by: "ttpvhcc", sign: "TTPVHCC" },
  4: { by: "syt", sign: "SYT" },
  5: { by: "sgddt", sign: "SGDĐT" },
};
const PROVINCE = { by: "quantri", sign: "UBND" };

/** Fixes the results of a survey that is over and publishes them. False where its plan leaves that to others. */
export async function finishSurvey(
  database: Database,
  { createdBy, past }: SurveyPlan,
  { surveyId, settings }: { surveyId: number; settings: FigureSettings },
): Promise<boolean> {
  if (!past?.finalisedAt || !past.publishedAt) return false;
  const officer = await demoViewer(database, createdBy);
  await moveSurvey(database, officer, { surveyId, step: "finalise", now: new Date(past.finalisedAt), settings });
  const now = new Date(past.publishedAt);
  const { next } = await publicationState(database, officer, { surveyId, now, settings });
  if (!next) return true;
  const request = { step: "publish", id: next.id, note: PUBLICATION_NOTE } as const;
  const done = await movePublication(database, officer, { surveyId, request, now });
  if (done !== "done") throw new Error(`the results of survey ${surveyId} were not published: ${done}`);
  return true;
}

/**
 * What followed the published results of a year: the plan with its documents, a report on a survey and one on a task with
 * their authors' remarks, and what units answered.
 * @param year.surveys ids of the surveys of {@link YEAR} by the code of their questionnaire.
 */
export async function addYearEnd(
  database: Database,
  { settings, surveys }: { settings: FigureSettings; surveys: ReadonlyMap<string, number> },
): Promise<void> {
  const surveyOf = (questionnaireCode: string) => surveys.get(questionnaireCode) ?? 0;
  await addPlan(database);
  await addReports(database, { settings, surveyId: surveyOf(outpatients.questionnaireCode) });
  await addDocuments(database);
  for (const written of IMPROVEMENTS) await addImprovement(database, surveyOf(written.questionnaireCode), written);
}

/** What a unit answered, written and then published. */
async function addImprovement(database: Database, surveyId: number, written: WrittenImprovement): Promise<void> {
  const { unitKey, by, at, ...text } = written;
  const officer = await demoViewer(database, by);
  const unitId = await findUnitId(database, unitKey);
  const [now, today] = [new Date(at), at.slice(0, 10)];
  const find = async () =>
    (await listImprovements(database, officer, { surveyId, today })).find(
      (one) => one.unitId === unitId && one.said === text.said,
    );
  const act = async (step: "save" | "publish", id: number | null) => {
    const form = { step, id, unitId, text };
    if (!(await changeImprovement(database, officer, { surveyId, form, now })))
      throw new Error(`what ${unitKey} answered was refused`);
  };
  if (!(await find())) await act("save", null);
  const entry = await find();
  if (entry?.publishedAt === null) await act("publish", entry.id);
}

/** The plan of {@link YEAR}, carried over by the province's administrator from the one that the project has read. */
async function addPlan(database: Database): Promise<void> {
  if (await findPlan(database, YEAR)) return;
  const known = await findPlan(database, KNOWN_PLAN);
  if (!known) throw new Error(`reference data have no plan of ${KNOWN_PLAN}`);
  const plan: ReformPlan = {
    ...planForYear(known, YEAR),
    title: `${known.title} năm ${YEAR} (mô phỏng)`,
    note: `Kế hoạch mô phỏng để trình bày, chép từ kế hoạch năm ${KNOWN_PLAN}.`,
  };
  const form = new FormData();
  for (const [name, value] of Object.entries({
    change: "save",
    plan: JSON.stringify(plan),
    seen: "",
    confirmed: "yes",
  }))
    form.set(name, value);
  const administrator = await demoViewer(database, PROVINCE.by);
  const at = new Date(PLAN_MADE_AT);
  const done = await changePlan(database, administrator, { form, today: PLAN_MADE_AT.slice(0, 10), at });
  if (!("saved" in done)) throw new Error(`the plan of ${YEAR} was refused: ${JSON.stringify(done.answer)}`);
}

/** A document for each product of each task, entered by its lead. */
async function addDocuments(database: Database): Promise<void> {
  const plan = await findPlan(database, YEAR);
  const present = await listTaskDocuments(database, YEAR);
  const documents = (plan?.tasks ?? []).flatMap((task) => task.products.map((product) => ({ task, product })));
  for (const [index, { task, product }] of documents.entries()) {
    if (present.some((one) => one.taskNumber === task.number && one.product === product)) continue;
    const { by, sign } = LEADS[task.number] ?? PROVINCE;
    const kind = productKind(product);
    const issuedOn = kind === "plan" ? `${YEAR}-08-20` : `${YEAR}-12-${String(8 + task.number).padStart(2, "0")}`;
    const number = `MP-${String(index + 1).padStart(2, "0")}/${signOf(kind, product)}-${sign}`;
    const document = { product, number, issuedOn, note: SIMULATED_DOCUMENT };
    const key = { planYear: YEAR, taskNumber: task.number };
    const at = new Date(`${issuedOn}T08:00:00Z`);
    if (!(await addTaskDocument(database, await demoViewer(database, by), { task: key, document, at })))
      throw new Error(`document ${number} was refused`);
  }
}

function signOf(kind: ReturnType<typeof productKind>, product: ReformTask["products"][number]): string {
  if (kind === "other") return product.startsWith("Quyết định") ? "QĐ" : "TB";
  return kind === "plan" ? "KH" : "BC";
}

async function addReports(
  database: Database,
  { settings, surveyId }: { settings: FigureSettings; surveyId: number },
): Promise<void> {
  const now = new Date(REPORTED_AT);
  if (!(await hasReport(database, `survey/${surveyId}`))) {
    const officer = await demoViewer(database, outpatients.createdBy);
    const id = await openSurveyReport(database, officer, { surveyId, now, settings });
    await writeRemarks(database, officer, { id, remarks: SURVEY_REMARKS, now });
  }
  if (!(await hasReport(database, `task/${YEAR}/${REPORTED_TASK}`))) {
    const lead = await demoViewer(database, counters.createdBy);
    const asked = { year: YEAR, number: REPORTED_TASK, provisional: false, now, settings };
    const id = await openTaskReport(database, lead, asked);
    await writeRemarks(database, lead, { id, remarks: TASK_REMARKS, now });
  }
}

async function writeRemarks(
  database: Database,
  author: Viewer,
  { id, remarks, now }: { id: unknown; remarks: Partial<Record<RemarkPlace, string>>; now: Date },
): Promise<void> {
  const found = typeof id === "number" ? await findReport(database, author, id) : null;
  if (!found) throw new Error(`a report was not made: ${JSON.stringify(id)}`);
  const { id: reportId, changedAt: seen } = found.report;
  const head = {
    number: "",
    place: "",
    day: REPORTED_AT.slice(0, 10),
    signer: { title: "", name: "" },
    recipients: [],
  };
  const revision = { reportId, remarks: new Map(Object.entries(remarks)), head, seen, at: now };
  if ((await saveReport(database, author, revision)) !== "done") throw new Error(`report ${id} was not saved`);
}
