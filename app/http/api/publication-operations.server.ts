import { z } from "zod";
import { formatDay } from "~/i18n/dates";
import { SECTORS } from "~/questionnaires/questionnaire";
import { loadPublished } from "~/snapshots/load-published.server";
import { listPublished } from "~db/repositories/publications";
import { NONE, operation } from "./operation";
import { byKey, nextAddress, numberKey, pageOf, pageQuery, takePage } from "./paging";
import { ApiProblem } from "./problem";
import { publishedMeasureSchema, resultPage, resultPageOf, rowsQuery } from "./result-rows";
import { day, instant, surveyId } from "./shapes";

const publicationSchema = z
  .object({
    survey_id: z.int(),
    title: z.string(),
    owner: z.string(),
    sector: z.enum(SECTORS),
    opens_on: day,
    closes_on: day,
    simulated: z.boolean(),
    published_at: instant,
    note: z.string().meta({ description: "Said to the public beside the figures" }),
    snapshot: z.int().meta({ description: "Number of the snapshot that stands published" }),
    sha256: z.string(),
    page: z.string().meta({ description: "Address of the public page, which leads to the open data" }),
  })
  .meta({ id: "Publication" });

const EXAMPLE: z.input<typeof publicationSchema> = {
  ...{ survey_id: 12, title: "Người bệnh nội trú 2026", owner: "Sở Y tế", sector: "health", simulated: false },
  ...{ opens_on: "2026-03-01", closes_on: "2026-05-31", published_at: "2026-06-10T02:00:00.000Z" },
  ...{ note: "Công bố theo kế hoạch năm 2026", snapshot: 1, page: "https://khao-sat.example.vn/results/12" },
  sha256: "9f2c4d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
};

type Standing = Awaited<ReturnType<typeof listPublished>>[number];

const listPublishedOperation = operation({
  id: "listPublished",
  method: "GET",
  path: "/published",
  tag: "results",
  summary: "Kết quả đang công bố",
  description:
    "Mọi kết quả đang công bố của tỉnh, kể cả ngoài phạm vi của khóa, vì ai cũng đọc được. What stands published, by survey; what was withdrawn is gone from here.",
  scope: "read",
  params: NONE,
  query: z.strictObject(pageQuery),
  answer: {
    schema: pageOf(publicationSchema),
    description: "A page of publications",
    example: {
      items: [EXAMPLE],
      next: null,
    },
  },
  async run({ query, context }) {
    const { publicUrl } = context.settings;
    const keyOf = ({ surveyId }: { surveyId: number }) => numberKey(surveyId);
    const published = (await listPublished(context.database)).sort(byKey(keyOf));
    const { items, cursor } = takePage(published, query, keyOf);
    const next = nextAddress({ publicUrl, path: "/published" }, { limit: query.limit }, cursor);
    return { body: { items: items.map((one) => publicationShape(one, publicUrl)), next }, next };
  },
});

/** With the publication that stands. */
const publishedPageSchema = resultPageOf(publishedMeasureSchema)
  .extend({ publication: publicationSchema })
  .meta({ id: "PublishedResultPage" });

const publishedMeasuresOperation = operation({
  id: "readPublishedMeasures",
  method: "GET",
  path: "/published/{survey_id}/measures",
  tag: "results",
  summary: "Số liệu đang công bố của một đợt",
  description:
    "Mọi dòng của kết quả đang công bố, của mọi đơn vị, kể cả ngoài phạm vi của khóa; cùng con số với trang công khai và dữ liệu mở. After a withdrawal 410; `next` is good while the same snapshot stands published.",
  scope: "read",
  params: z.strictObject({ survey_id: surveyId }),
  query: z.strictObject({ ...pageQuery, ...rowsQuery }),
  answer: {
    schema: publishedPageSchema,
    description: "A page of rows",
    example: {
      format: "hailong.result/1",
      questionnaire: { code: "inpatient-qd56", checksum: EXAMPLE.sha256 },
      ...{ responses: 263, warnings: [], publication: EXAMPLE, minimums: { cell: 10, unit: 30 } },
      measures: [
        {
          ...{ unit: "38001", unit_id: "bv-dk-tinh", unit_name: "Bệnh viện Đa khoa tỉnh Thanh Hóa" },
          ...{ level: "overall", code: "*", suppressed: null, n_asked: 263 },
          ...{ n_valid: 260, n_excluded: 2, n_missing: 1, n_persons: 260 },
          ...{ rate: 0.8, rate_se: 0.0248, rate_ci: [0.7472, 0.8441] },
          ...{ mean: 4.0346, mean_se: 0.0529, mean_ci: [3.9304, 4.1389] },
        },
      ],
      ...{ reliability: [], next: null },
    },
  },
  refusals: { "410": "The results were withdrawn; `detail` says when and why" },
  async run({ params, query, context }) {
    const { publicUrl, timeZone } = context.settings;
    const found = await loadPublished(context.database, params.survey_id, timeZone);
    if (!found) throw new ApiProblem(404, "Đợt này chưa công bố kết quả.");
    if (found.withdrawn) {
      const { withdrawnOn, note } = found.withdrawn;
      throw new ApiProblem(410, `Kết quả đã được thu hồi ngày ${formatDay(withdrawnOn)}. Lý do: ${note}`);
    }
    const { document, head } = found.published;
    const standing = (await listPublished(context.database)).find(({ surveyId }) => surveyId === head.surveyId);
    if (!standing) throw new ApiProblem(404, "Đợt này chưa công bố kết quả.");
    const snapshot = { number: head.number, kind: document.kind, hash: head.hash };
    const { page, items, cursor: after } = resultPage({ snapshot, document, unitKeys: null }, query);
    const { limit, unit, level } = query;
    const path = `/published/${head.surveyId}/measures`;
    const next = nextAddress({ publicUrl, path }, { limit, unit, level }, after);
    const names = new Map(document.results.units.map(({ key, name }) => [key, name]));
    return {
      body: {
        ...page,
        publication: publicationShape(standing, publicUrl),
        measures: items.map((row) => ({ ...row, unit_name: names.get(row.unit_id ?? "") ?? null })),
        next,
      },
      next,
    };
  },
});

function publicationShape(
  { surveyId, title, ownerName, sector, simulated, note, number, hash, ...days }: Standing,
  publicUrl: string,
): z.input<typeof publicationSchema> {
  return {
    ...{ survey_id: surveyId, title, owner: ownerName, sector, simulated, note, snapshot: number, sha256: hash },
    ...{ opens_on: days.opensOn, closes_on: days.closesOn, published_at: days.publishedAt },
    page: `${publicUrl}/results/${surveyId}`,
  };
}

export const PUBLICATION_OPERATIONS = [listPublishedOperation, publishedMeasuresOperation];
