import { randomBytes, randomUUID } from "node:crypto";
import type { Viewer } from "~/access/viewer";
import { formatMoment } from "~/i18n/dates";
import { unpackAnswers } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import {
  findBatch,
  insertBatch,
  insertEntry,
  listEntries,
  type PaperBatch,
  type PaperEntry,
} from "~db/repositories/paper";
import type { NewResponse } from "~db/repositories/responses";
import { layoutOf, packed } from "./compare-keyings";
import { isCounted, writeFlags } from "./flags";
import { NOTICE_VERSION } from "./notice-version";
import { type BatchInput, type BatchProgress, batchProgress, drawnForms } from "./paper-batch";
import { paperTimes, whyNoPaper } from "./paper-standing";
import { type FormProblem, type KeyedAnswers, readPaperForm } from "./read-paper-form";

export interface Moment {
  now: Date;
  today: string;
  timeZone: string;
}

/** Adds a bundle of forms to a survey. Its seed, where none is given, is drawn here, before anybody has keyed a form. */
export async function createBatch(
  database: Database,
  viewer: Viewer,
  {
    surveyId,
    survey,
    input,
    seed = randomBytes(12).toString("hex"),
  }: { surveyId: number; survey: PaperBatch["survey"]; input: BatchInput; seed?: string },
  { now, timeZone }: Moment,
): Promise<{ ok: true; batchId: number } | { ok: false; problems: FormProblem[] }> {
  const reason = whyNoPaper(survey, input.fieldworkOn, now, timeZone);
  if (reason) return { ok: false, problems: [{ field: "fieldworkOn", message: reason }] };
  const { doublePercent, ...rest } = input;
  const batch = { ...rest, surveyId, doubleShare: doublePercent / 100, seed };
  const batchId = await insertBatch(database, viewer, batch, now);
  if (batchId !== null) return { ok: true, batchId };
  const message = "Điểm khảo sát không thuộc đợt này hoặc ngoài phạm vi của tài khoản";
  return { ok: false, problems: [{ field: "pointId", message }] };
}

/** A bundle with its questionnaire, what has been keyed and how far it has come. */
export interface OpenedBatch {
  batch: PaperBatch;
  questionnaire: Questionnaire;
  entries: PaperEntry[];
  progress: BatchProgress;
}

/** Null where the viewer sees no such bundle in the survey. */
export async function openBatch(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  today: string,
): Promise<OpenedBatch | null> {
  const batch = await findBatch(database, viewer, place, today);
  if (!batch) return null;
  const entries = await listEntries(database, viewer, batch.id);
  const questionnaire = await readVersion(database, batch.survey.versionId);
  return { batch, questionnaire, entries, progress: batchProgress(batch, entries) };
}

export interface KeyedForm {
  number: number;
  pass: 1 | 2;
  fields: readonly (readonly [string, string])[];
  /** Id of the response that it becomes; random where none is given. */
  responseId?: string;
}

export type Keyed =
  /** `next` is the form to key after it, null where this keying of the bundle is done. */
  { outcome: "stored" | "repeated"; next: number | null } | { outcome: "refused"; problems: FormProblem[] };

/**
 * Takes a keyed form into a bundle. The first keying becomes a response; sent again with the same answers it is the same
 * one, with others it is refused and told what is there. Null where the viewer sees no such bundle.
 */
export async function keyForm(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  form: KeyedForm,
  moment: Moment,
): Promise<Keyed | null> {
  const opened = await openBatch(database, viewer, place, moment.today);
  if (!opened) return null;
  const { batch, questionnaire } = opened;
  const barred = whyNotThisForm(opened, form, moment);
  if (barred) return refuse("paper.number", barred);
  const read = readPaperForm(questionnaire, form.fields);
  if (!read.ok) return { outcome: "refused", problems: read.problems };
  const { keyed } = read;
  const answers = keyed.valid ? packed(questionnaire, keyed.answers) : null;
  const entry = { ...place, number: form.number, pass: form.pass, packed: answers };
  const made = form.pass === 1 && keyed.valid ? responseOf(batch, questionnaire, keyed, moment) : null;
  const response = made && { ...made, responseId: form.responseId ?? made.responseId };
  const stored = await insertEntry(
    database,
    viewer,
    { ...entry, reason: keyed.valid ? null : keyed.reason },
    { response, at: moment.now },
  );
  if (stored.outcome === "absent")
    return refuse("paper.number", "Lô phiếu đã hoàn thành, hoặc phiếu này chưa được nhập lần một.");
  if (stored.outcome === "taken") {
    const same = stored.entry.packed === answers && stored.entry.enteredBy === (viewer.accountId || null);
    if (!same) return refuse("paper.number", whatIsThere(questionnaire, stored.entry, moment.timeZone));
  }
  const after = await openBatch(database, viewer, place, moment.today);
  const next = (form.pass === 1 ? after?.progress.next : after?.progress.nextTwice) ?? null;
  return { outcome: stored.outcome === "stored" ? "stored" : "repeated", next };
}

function whyNotThisForm({ batch }: OpenedBatch, { number, pass }: KeyedForm, { now, timeZone }: Moment): string | null {
  if (!Number.isInteger(number) || number < 1 || number > batch.returned) {
    return `Số phiếu phải từ 1 đến ${batch.returned}.`;
  }
  if (pass === 2 && !drawnForms(batch).has(number)) return `Phiếu số ${number} không thuộc mẫu nhập lần hai.`;
  return whyNoPaper(batch.survey, batch.fieldworkOn, now, timeZone);
}

/** The response that a form becomes. Its id is random: nothing leads from it back to the sheet but the bundle's own record. */
export function responseOf(
  batch: PaperBatch,
  questionnaire: Questionnaire,
  { answers, texts }: Omit<Extract<KeyedAnswers, { valid: true }>, "valid">,
  { now, timeZone }: Moment,
): NewResponse {
  const { finishedAt, late } = paperTimes(batch.survey, batch.fieldworkOn, now, timeZone);
  const flags = late ? (["late"] as const) : [];
  return {
    responseId: randomUUID(),
    surveyId: batch.surveyId,
    unitId: batch.unitId,
    pointId: batch.pointId,
    channel: "paper",
    language: "vi",
    finishedAt,
    receivedAt: now.toISOString(),
    noticeVersion: NOTICE_VERSION,
    packed: packed(questionnaire, answers),
    texts,
    flags: writeFlags(flags),
    counted: isCounted(flags),
  };
}

function refuse(field: string, message: string): Keyed {
  return { outcome: "refused", problems: [{ field, message }] };
}

/** What a number holds already: when and by whom it was keyed, and its answers in the order of the form. */
function whatIsThere(questionnaire: Questionnaire, entry: PaperEntry, timeZone: string): string {
  const who = entry.enteredByName ? ` bởi ${entry.enteredByName}` : "";
  const when = formatMoment(new Date(entry.enteredAt), timeZone);
  return `Phiếu số ${entry.number} đã nhập lúc ${when}${who}: ${answersInShort(questionnaire, entry)}.`;
}

function answersInShort(questionnaire: Questionnaire, { packed: stored, reason }: PaperEntry): string {
  if (stored === null) return reason ?? "phiếu không hợp lệ";
  const answers = unpackAnswers(layoutOf(questionnaire), stored);
  return Object.entries(answers)
    .map(([code, answer]) => `${code}=${String(answer)}`)
    .join(", ");
}
