import { z } from "zod";
import { recordLineSchema } from "~/reports/records/record-lines";
import { streamRecords } from "~/reports/records/take-records.server";
import { surveyInScope } from "./find-in-scope.server";
import { NONE, operation } from "./operation";
import { ApiProblem } from "./problem";
import { surveyId } from "./shapes";

const streamOperation = operation({
  id: "streamResponses",
  method: "GET",
  path: "/surveys/{survey_id}/responses",
  tag: "responses",
  summary: "Phiếu ẩn danh của một đợt đã chốt",
  description: [
    "Mỗi dòng một phiếu (NDJSON), thứ tự và mã phiếu rút lại mỗi lần, không có giờ và lời viết. Chỉ của đợt đã chốt do cơ quan trong phạm vi của khóa thực hiện, sau cùng phép kiểm tra lộ danh tính như tệp phiếu ẩn danh; mỗi lần lấy được ghi vào lịch sử của đợt.",
    "The same disclosure check as the files of records: small units stand under the one above, what would single a person out is left out.",
  ].join("\n\n"),
  scope: "responses",
  params: z.strictObject({ survey_id: surveyId }),
  query: NONE,
  answer: {
    schema: recordLineSchema,
    type: "application/x-ndjson",
    description: "Lines of JSON; the schema is that of one line",
    example: {
      ...{ response_id: "9f2c4d1e8a7b6c5d", unit_id: "bv-dk-tinh", unit_code: "BVDKT", channel: "qr", weight: null },
      ...{ simulated: false, answers: { A1: 5, A2: 4, C2: [1, 3] } },
    },
  },
  refusals: {
    "403": "The key is not allowed this, or others run the survey",
    "409": "The results are not fixed yet, or there are too few responses for any to leave",
  },
  async run(call) {
    const { caller, context } = call;
    const survey = await surveyInScope(call);
    if (!survey.owned) throw new ApiProblem(403, "Đợt này do cơ quan ngoài phạm vi của khóa thực hiện.");
    const asked = { survey, now: context.now(), settings: context.settings, purpose: caller.name };
    const records = await streamRecords(context.database, caller.viewer, asked);
    if (records === "not-final") throw new ApiProblem(409, "Chỉ lấy được phiếu của đợt đã chốt kết quả.");
    if (records === "few") throw new ApiProblem(409, "Đợt có quá ít phiếu để lấy từng phiếu mà không lộ danh tính.");
    return { lines: records };
  },
});

export const RECORD_OPERATIONS = [streamOperation];
