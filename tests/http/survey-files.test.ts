import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { SURVEY_FILES } from "~/reports/survey-files";
import { moveSurvey } from "~/surveys/move-survey.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};

async function finalised() {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, { questionnaire: "inpatient-qd56" });
  const layout = packedLayout(await readVersion(database, versionId));
  await insertResponses(
    database,
    Array.from({ length: 60 }, (_, number) => ({
      ...{ responseId: `r-${number}`, surveyId, unitId: points[0]?.unitId ?? 0, pointId: points[0]?.id ?? 0 },
      ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z" },
      ...{
        packed: packAnswers(layout, { A1: (number % 5) + 1, P1: (number % 2) + 1 }),
        texts: { H1: `Góp ý số ${number}` },
      },
    })),
  );
  const viewer = await provinceViewer(database);
  for (const step of ["close", "finalise"] as const) {
    const now = new Date("2026-07-02T03:00:00Z");
    await moveSurvey(database, viewer, { surveyId, step, reason: null, now, settings });
  }
  return { database, path: `/surveys/${surveyId}/files` };
}

const FORM = { file: "records.csv", purpose: "Luận văn thạc sĩ về y tế", agreed: "yes" };

it("the page lists every file, and each address gives one", async () => {
  const { database, path } = await finalised();
  const officer = await signedIn(database);
  const page = await (await officer.get(path)).text();
  expect(page).toContain("bản chốt số liệu số 1");
  const links = [...page.matchAll(/href="(\/surveys\/\d+\/files\/[^"]+)"/g)].map(([, link]) => link ?? "");
  const extra = ["comments.csv", "comments.xlsx", "records"];
  expect(links.map((link) => link.split("/").at(-1)).sort()).toEqual(
    [...SURVEY_FILES.map(({ file }) => file), ...extra].sort(),
  );
  for (const link of links) expect([link, (await officer.get(link)).status]).toEqual([link, 200]);
});

it("the screen says the figures of the files", async () => {
  const { database, path } = await finalised();
  const officer = await signedIn(database);
  const json = (await (await officer.get(`${path}/results.json`)).json()) as {
    measures: { unit: string; level: string; rate: number; mean: number; n_persons: number }[];
  };
  const total = json.measures.find(({ unit, level }) => unit === "*" && level === "overall");
  const screen = (await (await officer.get(path.replace("/files", "/results"))).text()).replaceAll("<!-- -->", "");
  expect(screen).toContain(`${(100 * (total?.rate ?? 0)).toFixed(2).replace(".", ",")}%`);
  expect(screen).toContain((total?.mean ?? 0).toFixed(2).replace(".", ","));
});

/** Whether an element has each of some attributes, in any order. */
function holds(element: string, attributes: string): boolean {
  return attributes.split(" ").every((attribute) => element.includes(attribute));
}

it("single records leave only with a purpose and the officer's word, and the page first says what the check found", async () => {
  const { database, path } = await finalised();
  const officer = await signedIn(database);
  const page = (await (await officer.get(`${path}/records`)).text()).replaceAll("<!-- -->", "");
  expect(page).toContain("Kết quả kiểm tra lộ danh tính");
  expect(page).toContain("30 phiếu giống nhau");
  const refused = await officer.post(`${path}/records/take`, { file: "nothing", purpose: "ngắn" });
  expect(refused.status).toBe(422);
  const told = await refused.text();
  for (const field of ["Tệp:", "Mục đích:", "Cam kết:"]) expect(told).toContain(field);
  const asked = { file: "records.sav", purpose: "ngắn", time: "yes", agreed: "yes" };
  const again = await officer.post(`${path}/records`, asked);
  expect(again.status).toBe(422);
  const form = await again.text();
  expect(form).toContain('href="#purpose"');
  expect(form).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>ngắn<\/textarea>/);
  for (const input of ['value="records.sav"', 'name="time" value="yes"', 'name="agreed" required="" value="yes"'])
    expect(form.match(/<input[^>]*>/g)?.find((one) => one.includes('checked=""') && holds(one, input))).toBeDefined();
  const sent = await officer.post(`${path}/records`, FORM);
  expect([sent.status, sent.headers.get("Location")]).toEqual([307, `${path}/records/take`]);
  const taken = await officer.post(`${path}/records/take`, FORM);
  expect(taken.status).toBe(200);
  expect(taken.headers.get("Content-Disposition")).toContain("phieu-an-danh-dot-");
  expect(parse(await taken.text(), { bom: true, columns: true })).toHaveLength(60);
  expect(await (await officer.get("/activities")).text()).toContain("Luận văn thạc sĩ về y tế");
});

it("an analyst has the aggregates and neither records nor comments", async () => {
  const { database, path } = await finalised();
  const analyst = await signedIn(database, { role: "analyst" });
  const page = await (await analyst.get(path)).text();
  expect(page).toContain("results.json");
  expect(page).not.toContain(`${path}/records"`);
  expect((await analyst.get(`${path}/records`)).status).toBe(403);
  expect((await analyst.post(`${path}/records/take`, FORM)).status).toBe(403);
  expect((await analyst.get(`${path}/comments/comments.csv`)).status).toBe(403);
});
