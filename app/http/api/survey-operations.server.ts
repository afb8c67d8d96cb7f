import { z } from "zod";
import { SNAPSHOT_KINDS } from "~/snapshots/snapshot-kinds";
import { readSnapshotRows } from "~/snapshots/snapshot-rows.server";
import { SURVEY_STATUSES } from "~/surveys/survey";
import { listVersionNames } from "~db/repositories/questionnaire-versions";
import { listSurveys, type SurveySummary } from "~db/repositories/surveys";
import { listVisibleSnapshots } from "~db/repositories/visible-snapshots";
import { surveyInScope } from "./find-in-scope.server";
import { NONE, operation } from "./operation";
import { byKey, nextAddress, numberKey, pageOf, pageQuery, takePage } from "./paging";
import { ApiProblem } from "./problem";
import { apiMeasureSchema, resultPage, resultPageOf, rowsQuery } from "./result-rows";
import { snapshotSchema, surveyId, surveySchema } from "./shapes";

const SURVEY_EXAMPLE: z.input<typeof surveySchema> = {
  ...{ id: 12, title: "Người bệnh nội trú 2026", status: "finalised", opens_on: "2026-03-01", closes_on: "2026-05-31" },
  ...{ finalised_at: "2026-06-08T02:00:00.000Z", basis: "voluntary", sector: "health", owner: "Sở Y tế" },
  ...{ questionnaire: { code: "inpatient-qd56", version: 1 }, units: 34, whole: true },
  ...{ target_rate: 0.9, simulated: false },
};

const SNAPSHOT_EXAMPLE: z.input<typeof snapshotSchema> = {
  ...{ number: 1, kind: "final", taken_at: "2026-06-08T02:00:00.000Z", reason: null, software: "0.1.0" },
  sha256: "9f2c4d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
};

const ONE_SURVEY = z.strictObject({ survey_id: surveyId });

const listSurveysOperation = operation({
  id: "listSurveys",
  method: "GET",
  path: "/surveys",
  tag: "surveys",
  summary: "Đợt khảo sát",
  description: "Các đợt mà khóa thấy được toàn bộ hoặc một phần, theo số thứ tự. Surveys by number, the oldest first.",
  scope: "read",
  params: NONE,
  query: z.strictObject({ ...pageQuery, status: z.enum(SURVEY_STATUSES).optional() }),
  answer: {
    schema: pageOf(surveySchema),
    description: "A page of surveys",
    example: { items: [SURVEY_EXAMPLE], next: null },
  },
  async run({ query, caller, context, today }) {
    const { status, ...page } = query;
    const codes = await codesOfVersions(context.database);
    const surveys = (await listSurveys(context.database, caller.viewer, today))
      .filter((survey) => status === undefined || survey.status === status)
      .sort(byKey(({ id }) => numberKey(id)));
    const { items, cursor } = takePage(surveys, page, ({ id }) => numberKey(id));
    const place = { publicUrl: context.settings.publicUrl, path: "/surveys" };
    const next = nextAddress(place, { limit: page.limit, status }, cursor);
    return { body: { items: items.map((survey) => surveyShape(survey, codes)), next }, next };
  },
});

const readSurveyOperation = operation({
  id: "readSurvey",
  method: "GET",
  path: "/surveys/{survey_id}",
  tag: "surveys",
  summary: "Một đợt khảo sát",
  description: "Thông tin của một đợt. One survey.",
  scope: "read",
  params: ONE_SURVEY,
  query: NONE,
  answer: { schema: surveySchema, description: "The survey", example: SURVEY_EXAMPLE },
  async run(call) {
    const survey = await surveyInScope(call);
    return { body: surveyShape(survey, await codesOfVersions(call.context.database)) };
  },
});

const listSnapshotsOperation = operation({
  id: "listSnapshots",
  method: "GET",
  path: "/surveys/{survey_id}/snapshots",
  tag: "results",
  summary: "Bản chốt số liệu của một đợt",
  description:
    "Bản chốt (final) và bản tạm tính (provisional) đã lưu, theo số thứ tự. Snapshots never change: a correction is another one.",
  scope: "read",
  params: ONE_SURVEY,
  query: z.strictObject(pageQuery),
  answer: {
    schema: pageOf(snapshotSchema),
    description: "A page of snapshots",
    example: { items: [SNAPSHOT_EXAMPLE], next: null },
  },
  async run(call) {
    const { query, caller, context } = call;
    const { id } = await surveyInScope(call);
    const listed = await listVisibleSnapshots(context.database, caller.viewer, id);
    const { items, cursor } = takePage(listed, query, ({ number }) => numberKey(number));
    const place = { publicUrl: context.settings.publicUrl, path: `/surveys/${id}/snapshots` };
    const next = nextAddress(place, { limit: query.limit }, cursor);
    return { body: { items: items.map(snapshotShape), next }, next };
  },
});

/** With the snapshot that it is from. */
const resultPageSchema = resultPageOf(apiMeasureSchema)
  .extend({ snapshot: snapshotSchema, simulated: z.boolean() })
  .meta({ id: "ResultPage" });

const measuresOperation = operation({
  id: "readMeasures",
  method: "GET",
  path: "/surveys/{survey_id}/measures",
  tag: "results",
  summary: "Số liệu của bản chốt",
  description: [
    "Các dòng `hailong.result/1` của bản chốt mới nhất, hoặc của bản nêu ở `snapshot`; bản tạm tính chỉ khi hỏi đích danh (`kind=provisional` hoặc số của nó).",
    'Dòng bị che có `suppressed: "masked"`. Of a survey that others run only the rows of units in the scope of the key.',
    "`next` stays with the same snapshot.",
  ].join("\n\n"),
  scope: "read",
  params: ONE_SURVEY,
  query: z.strictObject({
    ...pageQuery,
    snapshot: z.coerce.number().int().min(1).optional().meta({ description: "Number of a snapshot" }),
    kind: z
      .enum(SNAPSHOT_KINDS)
      .optional()
      .meta({ description: "Of which kind the latest is read: `final` unless told" }),
    ...rowsQuery,
  }),
  answer: {
    schema: resultPageSchema,
    description: "A page of rows",
    example: {
      format: "hailong.result/1",
      questionnaire: { code: "inpatient-qd56", checksum: SNAPSHOT_EXAMPLE.sha256 },
      ...{ responses: 263, warnings: [], snapshot: SNAPSHOT_EXAMPLE, simulated: false },
      minimums: { cell: 10, unit: 30 },
      measures: [
        {
          ...{ unit: "*", unit_id: null, level: "item", code: "A1", suppressed: null },
          ...{ n_asked: 263, n_valid: 260, n_excluded: 2, n_missing: 1, n_persons: 260 },
          levels: { "0": 2, "1": 4, "2": 9, "3": 39, "4": 130, "5": 78 },
          ...{ rate: 0.8, rate_se: 0.0248, rate_ci: [0.7472, 0.8441] },
          ...{ mean: 4.0346, mean_se: 0.0529, mean_ci: [3.9304, 4.1389] },
        },
      ],
      reliability: [{ unit: "*", factor: "A", k: 5, n: 251, alpha: 0.81 }],
      next: null,
    },
  },
  async run(call) {
    const { query, caller, context, today } = call;
    const { limit, cursor, snapshot: number, kind = "final", unit, level } = query;
    const { id, simulated } = await surveyInScope(call);
    const asked = { surveyId: id, kind, number, now: context.now(), today, settings: context.settings };
    const rows = await readSnapshotRows(context.database, caller.viewer, asked);
    if (!rows) throw new ApiProblem(404, absence(number, kind));
    const { page, items, cursor: after } = resultPage(rows, { unit, level, limit, cursor });
    const place = { publicUrl: context.settings.publicUrl, path: `/surveys/${id}/measures` };
    const next = nextAddress(place, { limit, snapshot: rows.snapshot.number, unit, level }, after);
    return {
      body: {
        ...page,
        responses: rows.unitKeys === null ? page.responses : null,
        snapshot: snapshotShape(rows.snapshot),
        simulated,
        measures: items,
        next,
      },
      next,
    };
  },
});

function absence(number: number | undefined, kind: "final" | "provisional"): string {
  if (number !== undefined) return `Đợt này không có bản số ${number}.`;
  return kind === "final"
    ? "Đợt này chưa chốt nên chưa có bản chốt. Bản tạm tính, nếu có, đọc với kind=provisional."
    : "Đợt này chưa có bản tạm tính nào.";
}

function snapshotShape({
  number,
  kind,
  takenAt,
  reason,
  software,
  hash,
}: Awaited<ReturnType<typeof listVisibleSnapshots>>[number]): z.input<typeof snapshotSchema> {
  return { number, kind, taken_at: takenAt, reason, software, sha256: hash };
}

function surveyShape(survey: SurveySummary, codes: ReadonlyMap<number, string>): z.input<typeof surveySchema> {
  const { id, title, status, basis, sector, simulated } = survey;
  return {
    ...{ id, title, status, basis, sector, simulated },
    ...{ opens_on: survey.opensOn, closes_on: survey.closesOn, finalised_at: survey.finalisedAt },
    owner: survey.ownerName,
    questionnaire: { code: codes.get(survey.versionId) ?? "", version: survey.questionnaireVersion },
    ...{ units: survey.unitsInScope, whole: survey.owned, target_rate: survey.targetRate },
  };
}

async function codesOfVersions(database: Parameters<typeof listVersionNames>[0]): Promise<ReadonlyMap<number, string>> {
  return new Map((await listVersionNames(database)).map(({ id, code }) => [id, code]));
}

export const SURVEY_OPERATIONS = [listSurveysOperation, readSurveyOperation, listSnapshotsOperation, measuresOperation];
