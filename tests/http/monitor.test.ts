import { expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { raiseAlert } from "~db/repositories/alerts";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice } from "../support/programs";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const SECRET = "bác sĩ tận tình hiếm thấy";

/** A survey at two hospitals: 3 answers at the first, 41 at the second, each with a comment. */
async function fieldwork() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { questionnaire: "inpatient-qd56", units: ["bv-dk-tinh", "bv-nhi"] });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  const packed = packAnswers(layout, { A1: 4 });
  const add = (at: number, many: number) =>
    insertResponses(
      database,
      Array.from({ length: many }, (_, number) => ({
        ...{ responseId: `${at}-${number}`, surveyId: survey.surveyId, unitId: survey.points[at]?.unitId ?? 0 },
        ...{ pointId: survey.points[at]?.id ?? 0, channel: "qr" as const, language: "vi" as const },
        ...{ finishedAt: "2026-05-29T03:00:00.000Z", packed, texts: { H1: SECRET } },
      })),
    );
  await add(0, 3);
  await add(1, 41);
  return { database, ...survey, path: `/surveys/${survey.surveyId}/monitor` };
}

/** Everything that a page sends, its data included. */
function plain(html: string): string {
  return html.replaceAll("<!-- -->", "");
}

it("the monitor shows counts to whoever runs the survey, and neither answers nor an index", async () => {
  const { database, path } = await fieldwork();
  const officer = await signedIn(database);
  const page = plain(await (await officer.get(path)).text());
  expect(page).toMatch(/Bệnh viện Nhi[\s\S]*?>41</);
  expect(page).toContain("không tính được với QR mở");
  expect(page).not.toContain(SECRET);
  expect(page).not.toMatch(/hài lòng chung|tỷ lệ hài lòng|điểm trung bình/i);
  const least = plain(await (await officer.get(`${path}?sort=-received`)).text());
  expect(least.indexOf('"row">Bệnh viện Nhi')).toBeLessThan(least.indexOf('"row">Bệnh viện Đa khoa tỉnh'));
  expect(least).toContain('aria-sort="descending"');
  expect(least).toMatch(/href="[^"]*monitor\?sort=received"/);
});

it("a unit's officer sees the unit alone, a small count of it not at all, also in the files", async () => {
  const { database, path } = await fieldwork();
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
  const page = plain(await (await officer.get(path)).text());
  expect(page).not.toContain("Bệnh viện Nhi");
  expect(page).toContain("không công bố");
  expect(page).toContain("số phiếu tức thời dành cho cơ quan thực hiện");
  expect(page).not.toMatch(/>3</);
  const csv = await (await officer.get(`${path}/units.csv`)).text();
  expect(csv).toContain("bv-dk-tinh");
  expect(csv).not.toContain("bv-nhi");
});

it("keeps whom to call and the forms counted, and answers a bad form with the field named and its values", async () => {
  const { database, path } = await fieldwork();
  const officer = await signedIn(database);
  const contact = { change: "contact", unit: "bv-nhi", name: "Chị Hoa", phone: "0237 3852 366" };
  expect((await officer.post(path, contact)).status).toBe(302);
  const forms = { change: "forms", unit: "bv-nhi", channel: "paper", issued: "80", returned: "60" };
  expect((await officer.post(path, forms)).status).toBe(302);
  const bad = await officer.post(path, { ...forms, issued: "tám mươi" });
  expect(bad.status).toBe(422);
  expect(plain(await bad.text())).toContain('value="tám mươi"');
  expect(plain(await (await officer.get(path)).text())).toContain("75,0%");
  expect((await officer.post(path, { ...contact, unit: "khong-co" })).status).toBe(404);
});

it("leads from whom to call to the form for their number, with the unit chosen, and names a blank field", async () => {
  const { database, path } = await fieldwork();
  // Opened long ago and no answers since last year: the first hospital is to be called.
  database.$client.exec(
    "update responses set finished_at = '2026-02-02T03:00:00.000Z' where unit_id in (select unit_id from survey_units)",
  );
  const officer = await signedIn(database);
  const link = /href="([^"]*contact=bv-nhi#contact-form)"/.exec(await (await officer.get(path)).text())?.[1] ?? "";
  expect(link).toBe(`${path}?contact=bv-nhi#contact-form`);
  const asked = plain(await (await officer.get(link.split("#")[0] ?? "")).text());
  expect(asked).toMatch(/<details[^>]*id="contact-form"[^>]*open=""/);
  expect(asked).toMatch(/<option value="bv-nhi" selected=""/);
  const half = await officer.post(path, { change: "contact", unit: "bv-nhi", name: "Chị Hoa", phone: "" });
  expect(half.status).toBe(422);
  const refused = plain(await half.text());
  expect(refused).toContain('href="#phone"');
  expect(refused).toContain('value="Chị Hoa"');
});

it("its files open in LibreOffice with the same figures", async () => {
  const { database, path } = await fieldwork();
  const officer = await signedIn(database);
  for (const [name, extension] of [
    ["units.csv", "csv"],
    ["fieldwork.xlsx", "xlsx"],
  ] as const) {
    const file = Buffer.from(await (await officer.get(`${path}/${name}`)).arrayBuffer());
    const [sheet] = [...(await convertWithOffice(file, extension, "html")).values()];
    const text = sheet?.toString("utf8") ?? "";
    expect(text).toMatch(/>41</);
    expect(text).toMatch(/bv-nhi/);
    expect(text).not.toContain(SECRET);
  }
});

it("a unit's officer sees and marks the alerts of the unit alone", async () => {
  const { database, surveyId, points } = await fieldwork();
  for (const { unitId } of points)
    await raiseAlert(database, { surveyId, unitId, kind: "silent", day: "2026-06-01", since: "2026-05-26" });
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
  const page = plain(await (await officer.get("/alerts")).text());
  expect(page).toContain("Bệnh viện Đa khoa tỉnh");
  expect(page).not.toContain("Bệnh viện Nhi");
  const other = database.$client.prepare("select id from alerts where unit_id = ?").pluck().get(points[1]?.unitId);
  expect((await officer.post("/alerts", { alert: String(other) })).status).toBe(404);
  expect((await officer.post("/alerts", { alert: "all" })).status).toBe(302);
  expect(database.$client.prepare("select count(*) from alerts where seen_at is null").pluck().get()).toBe(1);
});
