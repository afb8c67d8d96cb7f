import { z } from "zod";
import { questionnaireSchema } from "~/questionnaires/questionnaire-schema";
import { findVersionOfCode, listVersions } from "~db/repositories/questionnaire-versions";
import { NONE, operation } from "./operation";
import { byKey, nextAddress, numberKey, pageOf, pageQuery, takePage } from "./paging";
import { ApiProblem } from "./problem";
import { versionSchema } from "./shapes";

const listVersionsOperation = operation({
  id: "listQuestionnaires",
  method: "GET",
  path: "/questionnaires",
  tag: "questionnaires",
  summary: "Mẫu phiếu và phiên bản",
  description:
    "Mọi phiên bản mẫu phiếu đã ban hành; câu chữ là công khai. Every published version, by code and number.",
  scope: "read",
  params: NONE,
  query: z.strictObject(pageQuery),
  answer: {
    schema: pageOf(versionSchema),
    description: "A page of versions",
    example: {
      items: [
        {
          ...{ code: "inpatient-qd56", version: 1, sector: "health", title: "Khảo sát người bệnh nội trú" },
          ...{ source: "QĐ 56/QĐ-BYT 08/01/2024, Mẫu số 1", questions: 31, official: true, verified: false },
          checksum: "9f2c4d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
          published_at: "2026-01-01T00:00:00.000Z",
        },
      ],
      next: null,
    },
  },
  async run({ query, context }) {
    const keyOf = ({ code, version }: { code: string; version: number }) => `${code}\n${numberKey(version)}`;
    const versions = (await listVersions(context.database)).sort(byKey(keyOf));
    const { items, cursor } = takePage(versions, query, keyOf);
    const place = { publicUrl: context.settings.publicUrl, path: "/questionnaires" };
    const next = nextAddress(place, { limit: query.limit }, cursor);
    const shaped = items.map(
      ({ code, version, sector, title, source, checksum, questions, official, verified, publishedAt }) => ({
        ...{ code, version, sector, title, source, checksum, questions, official, verified },
        published_at: publishedAt,
      }),
    );
    return { body: { items: shaped, next }, next };
  },
});

const readVersionOperation = operation({
  id: "readQuestionnaire",
  method: "GET",
  path: "/questionnaires/{code}/versions/{version}",
  tag: "questionnaires",
  summary: "Một phiên bản mẫu phiếu",
  description:
    "Tệp `hailong.questionnaire/1` đúng như đã ban hành. The document as its author wrote it: what may be left out is left out.",
  scope: "read",
  params: z.strictObject({
    code: z.string().max(200).meta({ description: "Code of a questionnaire", example: "inpatient-qd56" }),
    version: z.coerce.number().int().min(1).meta({ description: "Number of a version", example: 1 }),
  }),
  query: NONE,
  answer: {
    schema: questionnaireSchema,
    asRead: true,
    description: "The questionnaire",
    example: {
      ...{ format: "hailong.questionnaire/1", code: "vi-du", sector: "other", source: "Ví dụ" },
      title: { vi: "Phiếu ví dụ" },
      scales: [
        {
          code: "muc2",
          levels: [
            { value: 1, label: { vi: "Không hài lòng" } },
            { value: 2, label: { vi: "Hài lòng" }, satisfied: true },
          ],
        },
      ],
      factors: [{ code: "A" }],
      items: [{ code: "A1", type: "scale", scale: "muc2", factor: "A", text: { vi: "Mức hài lòng chung?" } }],
      index: { rule: "pooled" },
    },
  },
  async run({ params, context }) {
    const found = await findVersionOfCode(context.database, params);
    if (!found) throw new ApiProblem(404, "Không có phiên bản mẫu phiếu này.");
    return { body: JSON.parse(found.document) };
  },
});

export const QUESTIONNAIRE_OPERATIONS = [listVersionsOperation, readVersionOperation];
