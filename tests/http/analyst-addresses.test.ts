import fc from "fast-check";
import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

/** Every analysts' page with the fields that it reads from its address. */
const FILTER = ["unit", "kind", "from", "to", "channel", "profile", "quality"];
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  results: ["q", "sort", "page"],
  "results/bv-dk-tinh": [],
  analysis: [...FILTER, "of", "sort"],
  "analysis/items": FILTER,
  "analysis/compare": [...FILTER, "a", "b", "month", "other", "of"],
  "analysis/ranking": [...FILTER, "by"],
  "analysis/drivers": FILTER,
  "analysis/profile": [...FILTER, "by", "item"],
  "analysis/sides": FILTER,
  trend: ["with", "unit", "chosen"],
  comments: ["unit", "question", "q", "page"],
  quality: ["by", "q"],
};

const odd = fc.oneof(
  fc.constantFrom(
    ...["", "\u0000", "😀", "'", '"><script>', "../..", "-1", "0", "99999999999999999999", "1e9", "NaN", "null"],
    ...["rest", "*", "bv-dk-tinh", "th", "2026-13", "2026-02-30", "9999-99", "P1.", "P1.99", "i.", "f.zz", "i.A1"],
    ...["mean", "-", "-overall", "flagged", "%", "__proto__", "constructor", "qr", "hospital"],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constant("a".repeat(3000)),
);

async function hospital() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { opensOn: "2026-03-01", closesOn: "2026-12-31" });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  await insertResponses(
    database,
    Array.from({ length: 40 }, (_, index) => ({
      ...{ responseId: `a-${index}`, surveyId: survey.surveyId, unitId: survey.points[0]?.unitId ?? 0 },
      ...{ pointId: survey.points[0]?.id ?? 0, channel: "qr" as const, language: "vi" as const, texts: {} },
      ...{ finishedAt: "2026-03-29T03:00:00.000Z", packed: packAnswers(layout, { A1: 1 + (index % 5) }) },
    })),
  );
  return { database, surveyId: survey.surveyId };
}

it("no address of an analysts' page is an error of the server: it opens, or says in Vietnamese what is not there", async () => {
  const { database, surveyId } = await hospital();
  const officer = await signedIn(database);
  const asked = fc.constantFrom(...Object.keys(ROOMS)).chain((room) =>
    fc.record({
      room: fc.constant(room),
      fields: fc.array(fc.tuple(fc.constantFrom(...(ROOMS[room] ?? []), "unknown"), odd), { maxLength: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(asked, async ({ room, fields }) => {
      const answer = await officer.get(`/surveys/${surveyId}/${room}?${new URLSearchParams(fields)}`);
      const html = await answer.text();
      expect([200, 404, 422]).toContain(answer.status);
      if (answer.status !== 200) expect(html).toMatch(/Không có (đơn vị|đợt khảo sát)/);
    }),
    { numRuns: 80 },
  );
}, 240_000);

it("what stands for the survey or the unit is found or said not to be there", async () => {
  const { database, surveyId } = await hospital();
  const officer = await signedIn(database);
  for (const room of Object.keys(ROOMS)) {
    for (const wrong of ["0", "-1", "abc", "99999", "1.5"]) {
      const answer = await officer.get(`/surveys/${wrong}/${room}`);
      expect([wrong, room, answer.status]).toEqual([wrong, room, 404]);
    }
  }
  for (const key of ["*", "khong-co", "a%2Fb", "%00", encodeURIComponent("😀")]) {
    const answer = await officer.get(`/surveys/${surveyId}/results/${key}`);
    expect([key, answer.status]).toEqual([key, 404]);
    expect(await answer.text()).toContain("Không có đơn vị này");
  }
}, 120_000);
