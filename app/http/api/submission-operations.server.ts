import { z } from "zod";
import { RESPONSE_FLAGS } from "~/responses/flags";
import { BATCH_MOST, type SubmissionFault, submissionSchema } from "~/responses/submission";
import { type GivenSubmission, type SubmissionResult, submitBatch } from "~/responses/submit-batch.server";
import { operation } from "./operation";
import { ApiProblem, type Fault, faultsOf, pointerOf } from "./problem";
import { surveyId } from "./shapes";

const resultSchema = z
  .object({
    response_id: z.string().nullable(),
    status: z
      .enum(["stored", "known", "conflict", "refused"])
      .meta({ description: "known: there already with the same content; conflict: the id is another content's" }),
    counted: z.boolean().optional().meta({ description: "Enters results as it is; else it waits to be reviewed" }),
    flags: z.array(z.enum(RESPONSE_FLAGS)).optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "SubmissionResult" });

const count = z.int().min(0);
const batchResultSchema = z
  .object({
    stored: count,
    known: count,
    skipped: count.meta({ description: "With skip-bad: conflicts and what could not be taken" }),
    results: z.array(resultSchema).meta({ description: "In the order of the batch" }),
  })
  .meta({ id: "BatchResult" });

const batchSchema = z
  .strictObject({ responses: z.array(submissionSchema).min(1).max(BATCH_MOST) })
  .meta({ id: "Batch" });

const submitOperation = operation({
  id: "submitResponses",
  method: "POST",
  path: "/surveys/{survey_id}/responses",
  tag: "responses",
  summary: "Gửi một lô phiếu trả lời",
  description: [
    `Nhiều nhất ${BATCH_MOST} phiếu một lô, nhận cả lô hoặc không phiếu nào; \`skip-bad=1\` bỏ qua phiếu không nhận được. Gửi lại cùng một lô không thêm gì.`,
    "Phiếu được đọc như tệp phiếu nhập (contracts, section 2) và đánh dấu đến muộn như phiếu công khai. Không gửi địa chỉ mạng, tên hay điện thoại của ai.",
    "A key submits to the one survey that it was made for, at units in its scope.",
  ].join("\n\n"),
  scope: "submit",
  params: z.strictObject({ survey_id: surveyId }),
  query: z.strictObject({
    "skip-bad": z.enum(["0", "1"]).default("0").meta({ description: "1: store the good ones and tell the others" }),
  }),
  body: {
    schema: batchSchema,
    outline: z.strictObject({ responses: z.array(z.unknown()).min(1).max(BATCH_MOST) }),
    example: {
      responses: [
        {
          ...{ response_id: "5b0c9f6e-2f0b-4f6e-9a54-1f0f3f6f8f11", unit_id: "bv-dk-tinh", channel: "kiosk" },
          ...{ started_at: "2026-05-20T08:29:10+07:00", submitted_at: "2026-05-20T08:31:00+07:00", language: "vi" },
          answers: { A1: 5, A2: 4, C2: [1, 3], "C2.other": "Ghế chờ" },
        },
      ],
    },
  },
  answer: {
    schema: batchResultSchema,
    description: "Nothing was new: everything was known already, or was skipped",
    created: "At least one response was stored",
    example: {
      ...{ stored: 1, known: 0, skipped: 0 },
      results: [{ response_id: "5b0c9f6e-2f0b-4f6e-9a54-1f0f3f6f8f11", status: "stored", counted: true, flags: [] }],
    },
  },
  refusals: {
    "409": "An id is another content's, or the survey is a draft; nothing was stored",
    "422": "Some responses cannot be taken; nothing was stored, and `errors` points at each fault",
  },
  async run({ params, query, body, caller, context }) {
    if (caller.surveyId !== params.survey_id) {
      throw new ApiProblem(403, "Khóa này chỉ gửi phiếu vào đợt khảo sát đã chọn khi tạo khóa.");
    }
    const given = (body.responses as unknown[]).map(readForm);
    const skipBad = query["skip-bad"] === "1";
    const { timeZone } = context.settings;
    const options = { surveyId: params.survey_id, skipBad, now: context.now(), timeZone };
    const answer = await submitBatch(context.database, caller.viewer, given, options);
    if (answer.kind === "absent") throw new ApiProblem(404, "Không có đợt khảo sát này trong phạm vi của khóa.");
    if (answer.kind === "draft") throw new ApiProblem(409, "Đợt khảo sát còn là bản nháp nên chưa nhận phiếu.");
    const { taken, results } = answer;
    if (!taken) throw refusalOf(results);
    const ofStatus = (...statuses: SubmissionResult["status"][]) =>
      results.filter(({ status }) => statuses.includes(status)).length;
    const stored = ofStatus("stored");
    return {
      status: stored > 0 ? 201 : 200,
      body: {
        stored,
        known: ofStatus("known"),
        skipped: ofStatus("conflict", "refused"),
        results: results.map(shapeOf),
      },
    };
  },
});

/** One of the batch, checked by itself, so that one of another form can be skipped as well. */
function readForm(given: unknown): GivenSubmission {
  const parsed = submissionSchema.safeParse(given, { error: z.locales.vi().localeError });
  if (parsed.success) return { submission: parsed.data };
  const id = given !== null && typeof given === "object" && "response_id" in given ? given.response_id : null;
  const faults = faultsOf(parsed.error, (path) => ({ pointer: pointerOf(path) }));
  return {
    responseId: typeof id === "string" ? id.slice(0, 100) : null,
    faults: faults.map(({ pointer = "", detail }) => ({ path: pointer.split("/").slice(1), reason: detail })),
  };
}

function shapeOf(result: SubmissionResult, place: number): z.input<typeof resultSchema> {
  const { responseId: response_id, status } = result;
  if (result.status === "refused") return { response_id, status, errors: result.faults.map(toldAt(place)) };
  return result.status === "stored"
    ? { response_id, status, counted: result.counted, flags: [...result.flags] }
    : { response_id, status };
}

function toldAt(place: number) {
  return ({ path, reason }: SubmissionFault) => ({
    pointer: pointerOf(["responses", place, ...path]),
    detail: reason,
  });
}

function refusalOf(results: readonly SubmissionResult[]): ApiProblem {
  const errors = results.flatMap((result, place): Fault[] => {
    const about = result.responseId === null ? {} : { response_id: result.responseId };
    if (result.status === "refused") return result.faults.map((fault) => ({ ...about, ...toldAt(place)(fault) }));
    if (result.status !== "conflict") return [];
    return [{ ...about, pointer: `/responses/${place}/response_id`, detail: "mã phiếu này đã có với nội dung khác" }];
  });
  return results.some(({ status }) => status === "refused")
    ? new ApiProblem(422, "Có phiếu không nhận được nên chưa ghi phiếu nào.", { errors })
    : new ApiProblem(409, "Có mã phiếu đã dùng cho nội dung khác nên chưa ghi phiếu nào.", { errors });
}

export const SUBMISSION_OPERATIONS = [submitOperation];
