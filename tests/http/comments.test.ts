import { describe, expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Role } from "~/access/roles";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { insertResponses } from "~db/repositories/responses";
import { type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, type OpenSurvey, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const passwordHash = hashPassword(PASSWORD);

async function signedIn(database: Database, unit: string, role: Role = "unit_officer"): Promise<Visitor> {
  const username = `${role}-${unit}`;
  await insertAccount(database, {
    ...{ username, displayName: username, passwordHash: await passwordHash, mustChangePassword: false },
    ...{ role, sector: null, unitId: await unitId(database, unit), createdAt: "2026-01-05T02:00:00.000Z" },
  });
  const site = await visitSite(database);
  expect((await site.post("/sign-in", { username, password: PASSWORD })).status).toBe(302);
  return site;
}

/** Written answers at a unit of a survey, one person each. */
async function write(database: Database, { surveyId, points }: OpenSurvey, unitKey: string, texts: string[]) {
  const point = points.find((one) => one.unitKey === unitKey);
  if (!point) throw new Error(`no point of ${unitKey}`);
  await insertResponses(
    database,
    texts.map((text, index) => ({
      responseId: `${unitKey}-${index}`,
      surveyId,
      ...{ unitId: point.unitId, pointId: point.id, channel: "qr" as const, language: "vi" as const },
      ...{ finishedAt: `2026-03-04T0${index % 10}:11:00.000Z`, packed: "", texts: { H1: text } },
    })),
  );
}

const several = (count: number, text: string) => Array.from({ length: count }, (_, index) => `${text} số ${index}`);

/** Two hospitals of a survey that the Department of Health runs: 12 comments at one, 4 at the other. */
async function hospitals() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, {
    ...{ owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"], questionnaire: "inpatient-qd56" },
  });
  const telling = ["Gọi lại 0912 345 678, hoa@example.vn", "<b>Chờ lâu</b>"];
  await write(database, survey, "bv-dk-tinh", [...telling, ...several(10, "Đa khoa")]);
  await write(database, survey, "bv-nhi", several(4, "Bệnh viện Nhi"));
  return database;
}

const page = async (site: Visitor, query = "") => (await site.get(`/surveys/1/comments${query}`)).text();

describe("comments", () => {
  it("are read by the officers of their own unit only", async () => {
    const database = await hospitals();
    const own = await page(await signedIn(database, "bv-dk-tinh"));
    expect(own).toContain("Đa khoa số 3");
    expect(own).not.toContain("Bệnh viện Nhi số");
    const other = await signedIn(database, "bv-nhi");
    for (const query of ["", "?q=khoa", "?question=H1"]) expect(await page(other, query)).not.toContain("Đa khoa số");
    const elsewhere = await other.get("/surveys/1/comments?unit=bv-dk-tinh");
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.text()).not.toContain("Đa khoa số");
    const stranger = await signedIn(database, "bv-mat");
    expect((await stranger.get("/surveys/1/comments")).status).toBe(404);
  });

  it("are not read by whoever may not see results", async () => {
    const database = await hospitals();
    const interviewer = await signedIn(database, "bv-dk-tinh", "interviewer");
    expect((await interviewer.get("/surveys/1/comments")).status).toBe(403);
  });

  it("of fewer than ten persons show at no unit, and count in the wider one", async () => {
    const database = await hospitals();
    const small = await page(await signedIn(database, "bv-nhi"));
    expect(small).toContain("Chưa đủ 10 người viết");
    expect(small).not.toContain("Nhi số 1");
    const department = await signedIn(database, "th-syt", "analyst");
    expect(await page(department, "?unit=bv-nhi")).not.toContain("Bệnh viện Nhi số");
    // 16 persons are one batch of ten while the survey runs, and all of them once it is closed.
    expect(await page(department)).not.toContain("Bệnh viện Nhi số");
    database.$client.exec("update surveys set status = 'closed'");
    expect(await page(department)).toContain("Bệnh viện Nhi số 1");
    expect(await page(department, "?q=nhi+so+1")).not.toContain("Đa khoa số");
    expect(await page(await signedIn(database, "bv-nhi", "viewer"))).not.toContain("Nhi số 1");
  });

  it("bear no number, no address, no time and no mark-up of their own", async () => {
    const database = await hospitals();
    database.$client.exec("update surveys set status = 'closed'");
    const html = await page(await signedIn(database, "bv-dk-tinh"));
    expect(html).toContain("Gọi lại [số điện thoại], [thư điện tử]");
    expect(html).toContain("&lt;b&gt;Chờ lâu");
    for (const secret of ["0912", "hoa@", "04/03/2026", "2026-03-04", "bv-dk-tinh-0"])
      expect(html).not.toContain(secret);
  });

  it("leave out what is not counted", async () => {
    const database = await hospitals();
    database.$client.exec(
      "update responses set counted = 0 where response_id in ('bv-dk-tinh-0', 'bv-dk-tinh-1', 'bv-dk-tinh-2')",
    );
    expect(await page(await signedIn(database, "bv-dk-tinh"))).toContain("Chưa đủ 10 người viết");
  });

  it("say so where nobody wrote", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { units: ["bv-nhi"] });
    expect(await page(await signedIn(database, "bv-nhi"))).toContain("Chưa có ai viết ý kiến");
  });
});
