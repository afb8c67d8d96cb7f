import type { Viewer } from "~/access/viewer";
import { normalizeCode } from "~/collection-points/code";
import { dayOf } from "~/i18n/dates";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { collectionState } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { readSubmissionTarget, type SubmittedRow, storeSubmitted } from "~db/repositories/submitted-responses";
import { standingAfterClose } from "./filling-times";
import { isCounted, type ResponseFlag, writeFlags } from "./flags";
import { judgeArrival } from "./judge-arrival";
import { textsOf, unfitNumbers } from "./pack-record";
import { rowPlacer } from "./place-imported-row";
import { pathOf, submissionReader } from "./read-submission";
import type { Submission, SubmissionFault } from "./submission";

/** A submission as it came, or what is wrong with its form. */
export type GivenSubmission = { submission: Submission } | { responseId: string | null; faults: SubmissionFault[] };

/** What became of one submission of a batch. */
export type SubmissionResult = { responseId: string | null } & (
  | { status: "stored"; counted: boolean; flags: readonly ResponseFlag[] }
  | { status: "known" }
  | { status: "conflict" }
  | { status: "refused"; faults: readonly SubmissionFault[] }
);

export type BatchAnswer =
  /** The survey is outside the scope, or a draft. */
  | { kind: "absent" }
  | { kind: "draft" }
  /** `taken` false: some could not be taken, so nothing was stored. */
  | { kind: "read"; taken: boolean; results: SubmissionResult[] };

type Target = NonNullable<Awaited<ReturnType<typeof readSubmissionTarget>>>;

interface ReadRow {
  row: SubmittedRow;
  flags: ResponseFlag[];
}

/**
 * Takes a batch of responses into a survey for another system: whole or not at all unless bad ones are skipped, each id
 * once. They are read as a responses file is, and marked as late by the rule of the public form.
 */
export async function submitBatch(
  database: Database,
  viewer: Viewer,
  batch: readonly GivenSubmission[],
  options: { surveyId: number; skipBad: boolean; now: Date; timeZone: string },
): Promise<BatchAnswer> {
  const { surveyId, skipBad, now, timeZone } = options;
  const target = await readSubmissionTarget(database, viewer, surveyId);
  if (!target) return { kind: "absent" };
  if (target.status === "draft") return { kind: "draft" };
  const read = await batchReader(database, target, { now, timeZone });
  const seen = new Set<string>();
  const rows = batch.map((given, line) => read(given, line, seen));
  const good = rows.flatMap((one) => ("row" in one ? [one.row] : []));
  const bad = good.length < rows.length && !skipBad;
  const outcome = bad
    ? { known: [], conflicts: [], stored: false }
    : await storeSubmitted(database, good, { surveyId, skipConflicts: skipBad, receivedAt: now, timeZone });
  const [known, conflicts] = [new Set(outcome.known), new Set(outcome.conflicts)];
  const results = rows.map((one, line): SubmissionResult => {
    if (!("row" in one)) return { status: "refused", ...one };
    const { responseId, counted } = one.row;
    if (conflicts.has(line)) return { responseId, status: "conflict" };
    return known.has(line)
      ? { responseId, status: "known" }
      : { responseId, status: "stored", counted, flags: one.flags };
  });
  return { kind: "read", taken: outcome.stored, results };
}

async function batchReader(database: Database, target: Target, moment: { now: Date; timeZone: string }) {
  const questionnaire = await readVersion(database, target.versionId);
  const layout = packedLayout(questionnaire);
  const read = submissionReader(questionnaire);
  const place = rowPlacer({ ...target, ...moment });
  const points = new Map(target.points.map((point) => [point.code, point]));

  return (
    given: GivenSubmission,
    line: number,
    seen: Set<string>,
  ): ReadRow | { responseId: string | null; faults: readonly SubmissionFault[] } => {
    if (!("submission" in given)) return given;
    const { submission } = given;
    const responseId = submission.response_id.trim();
    const refuse = (...faults: SubmissionFault[]) => ({ responseId, faults });
    if (seen.has(responseId)) return refuse({ path: ["response_id"], reason: "mã phiếu bị lặp lại trong lô" });
    seen.add(responseId);
    const { point_code: code, unit_id: unitId, unit_code: unitCode } = submission;
    const point = code === undefined ? null : points.get(normalizeCode(code));
    if (point === undefined) return refuse({ path: ["point_code"], reason: "không phải điểm khảo sát của đợt" });
    const key = unitId ?? (unitCode === undefined ? point?.unitKey : "");
    if (key === undefined) return refuse({ path: ["unit_id"], reason: "cần unit_id, unit_code hoặc point_code" });
    const reading = read(submission, { unitId: key, unitCode: unitCode ?? "-" }, line);
    if (!reading.ok) return refuse(...reading.faults);
    const { record } = reading;
    const placing = place(record);
    const unfit = placing.ok ? unfitNumbers(layout, record) : placing.problems;
    if (!placing.ok || unfit.length > 0)
      return refuse(...unfit.map(({ column, reason }) => ({ path: pathOf(column), reason })));
    const { unitName: _name, ...placed } = placing.placed;
    if (point && !target.units.some((unit) => unit.unitId === placed.unitId && unit.key === point.unitKey))
      return refuse({ path: ["point_code"], reason: "điểm khảo sát thuộc đơn vị khác" });
    const answered = Object.keys(record.answers).length;
    if (answered === 0) return refuse({ path: ["answers"], reason: "phiếu không có câu trả lời nào" });
    const standing = standingOf(target, placed.finishedAt, moment);
    if ("reason" in standing) return refuse({ path: ["submitted_at"], reason: standing.reason });
    if (standing.late && !point)
      return refuse({ path: ["point_code"], reason: "phiếu đến muộn cần mã điểm khảo sát để cán bộ xem xét" });
    const { startedAt, finishedAt } = placed;
    const times = { startedAt, finishedAt, finishTold: true };
    const flags = judgeArrival({ times, answered, honeypot: "", proven: true, pressure: null, late: standing.late });
    const row: SubmittedRow = {
      ...{ line, responseId: record.responseId, channel: record.channel, ...placed },
      ...{ pointId: point?.id ?? null, language: submission.language },
      ...{ packed: packAnswers(layout, record.answers), texts: textsOf(questionnaire, record.answers) },
      ...{ flags: writeFlags(flags), counted: isCounted(flags) },
    };
    return { row, flags };
  };
}

/** Whether a response finished at an instant still comes into its survey, as for the public form. */
function standingOf(
  target: Target,
  finishedAt: string,
  { now, timeZone }: { now: Date; timeZone: string },
): { late: boolean } | { reason: string } {
  const state = collectionState(target, dayOf(now, timeZone));
  if (state === "paused" && (target.closedAt === null || finishedAt >= target.closedAt))
    return { reason: "đợt đang tạm dừng: giữ phiếu lại, gửi sau khi đợt thu trở lại" };
  if (state !== "closed") return { late: false };
  const standing = standingAfterClose(target, { finishedAt }, now, timeZone);
  return standing === "after-close" ? { reason: "nộp sau khi đợt đã đóng" } : { late: standing === "late" };
}
