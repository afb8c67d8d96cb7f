import { z } from "zod";
import { SECTORS } from "~/questionnaires/questionnaire";
import { listPublished } from "~db/repositories/publications";
import { NONE, operation } from "./operation";
import { byKey, nextAddress, numberKey, pageOf, pageQuery, takePage } from "./paging";
import { day, instant } from "./shapes";

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
      items: [
        {
          ...{ survey_id: 12, title: "Người bệnh nội trú 2026", owner: "Sở Y tế", sector: "health", simulated: false },
          ...{ opens_on: "2026-03-01", closes_on: "2026-05-31", published_at: "2026-06-10T02:00:00.000Z" },
          ...{ note: "Công bố theo kế hoạch năm 2026", snapshot: 1, page: "https://khao-sat.example.vn/results/12" },
          sha256: "9f2c4d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
        },
      ],
      next: null,
    },
  },
  async run({ query, context }) {
    const { publicUrl } = context.settings;
    const keyOf = ({ surveyId }: { surveyId: number }) => numberKey(surveyId);
    const published = (await listPublished(context.database)).sort(byKey(keyOf));
    const { items, cursor } = takePage(published, query, keyOf);
    const next = nextAddress({ publicUrl, path: "/published" }, { limit: query.limit }, cursor);
    const shaped = items.map(({ surveyId, title, ownerName, sector, simulated, note, number, hash, ...days }) => ({
      ...{ survey_id: surveyId, title, owner: ownerName, sector, simulated, note, snapshot: number, sha256: hash },
      ...{ opens_on: days.opensOn, closes_on: days.closesOn, published_at: days.publishedAt },
      page: `${publicUrl}/results/${surveyId}`,
    }));
    return { body: { items: shaped, next }, next };
  },
});

export const PUBLICATION_OPERATIONS = [listPublishedOperation];
