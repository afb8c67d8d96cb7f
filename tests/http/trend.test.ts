import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

/** Two years at one hospital, 40 persons each; in the first a quarter is satisfied, in the second all are. */
async function years() {
  const database = referenceDatabase();
  const earlier = await addOpenSurvey(database, {
    title: "Đợt năm 2025",
    opensOn: "2025-03-01",
    closesOn: "2025-05-01",
  });
  const later = await addOpenSurvey(database, { title: "Đợt năm 2026", opensOn: "2026-03-01", closesOn: "2026-12-31" });
  const layout = packedLayout(await readVersion(database, later.versionId));
  for (const [survey, level] of [
    [earlier, (index: number) => (index % 4 === 0 ? 5 : 2)],
    [later, () => 4],
  ] as const)
    await insertResponses(
      database,
      Array.from({ length: 40 }, (_, index) => ({
        ...{ responseId: `${survey.surveyId}-${index}`, surveyId: survey.surveyId },
        ...{ unitId: survey.points[0]?.unitId ?? 0, pointId: survey.points[0]?.id ?? 0, channel: "qr" as const },
        ...{ language: "vi" as const, finishedAt: "2026-03-29T03:00:00.000Z", texts: {} },
        packed: packAnswers(layout, { A1: level(index) }),
      })),
    );
  return { database, earlier, later, path: `/surveys/${later.surveyId}/trend` };
}

it("the page sets two years side by side with their n, the difference and what it allows to say", async () => {
  const { database, path, earlier } = await years();
  const officer = await signedIn(database);
  const html = await (await officer.get(path)).text();
  for (const said of ["25,00%", "100,00%", "Đợt năm 2025", "Cao hơn", "+75,00 điểm phần trăm", "không phản ánh"])
    expect(html).toContain(said);
  const alone = await (await officer.get(`${path}?chosen=1`)).text();
  expect(alone).toContain("Chưa chọn đợt nào để so sánh");
  const chosen = await (await officer.get(`${path}?chosen=1&with=${earlier.surveyId}&unit=bv-dk-tinh`)).text();
  expect(chosen).toContain("Chỉ số chung của Bệnh viện");
});

it("the page of the first survey says that there is none before, and an unknown unit is not found", async () => {
  const { database, path, earlier } = await years();
  const officer = await signedIn(database);
  const first = await officer.get(`/surveys/${earlier.surveyId}/trend`);
  expect([first.status, await first.text()]).toEqual([200, expect.stringContaining("Chưa có đợt nào trước đợt này")]);
  expect((await officer.get(`${path}?unit=khong-co`)).status).toBe(404);
  // What is no number in the address is passed over.
  expect((await officer.get(`${path}?with=abc&chosen=1`)).status).toBe(200);
});
