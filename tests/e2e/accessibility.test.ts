import type { Browser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { insertResponses } from "~db/repositories/responses";
import { defects } from "../support/axe";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, type OpenSurvey, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const browser = sharedBrowser();

async function eachScreen(open: Browser, addresses: string[], signIn: ((page: Page) => Promise<void>) | null) {
  const found: Record<string, string[]> = {};
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    const context = await open.newContext({ viewport });
    const page = await context.newPage();
    await signIn?.(page);
    for (const address of addresses) {
      await page.goto(address);
      const problems = await defects(page);
      if (problems.length > 0) found[`${address} at ${viewport.width}`] = problems;
    }
    await context.close();
  }
  return found;
}

/** Fifteen persons who answer everything and write, at one unit of a survey. */
async function addAnswers(database: Database, { surveyId, versionId, points }: OpenSurvey, unitKey: string) {
  const questionnaire = await readVersion(database, versionId);
  const point = points.find((one) => one.unitKey === unitKey);
  const text = questionnaire.items.find((item) => item.type === "text")?.code ?? "";
  const answers = Object.fromEntries(scoredItems(questionnaire).map(({ code }) => [code, 4]));
  await insertResponses(
    database,
    Array.from({ length: 15 }, (_, person) => ({
      responseId: `${surveyId}-${person}`,
      surveyId,
      ...{ unitId: point?.unitId ?? 0, pointId: point?.id ?? null, channel: "qr" as const, language: "vi" as const },
      finishedAt: "2026-03-04T02:00:00.000Z",
      packed: packAnswers(packedLayout(questionnaire), answers),
      texts: { [text]: `Cần thêm ghế ngồi, ${"rất ".repeat(person)}đông` },
    })),
  );
}

async function addAdministrator(database: Database): Promise<void> {
  await insertAccount(database, {
    username: "quantri",
    // As long as names of departments are, since the frame must hold them on a phone.
    displayName: "Cán bộ Sở Giáo dục và Đào tạo tỉnh Thanh Hóa (mẫu)",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role: "administrator",
    sector: null,
    unitId: await unitId(database, "th"),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
}

it("finds nothing on the citizens' pages, on a phone and on a desk", async () => {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database);
  const { url } = await serveSite(database);
  const point = `${url}/k/${points[0]?.code}`;
  const addresses = [`${url}/`, point, `${point}?lang=en`, `${point}/thanks`, `${url}/k/22222222`];
  expect(await eachScreen(browser.current(), addresses, null)).toEqual({});
});

// Every officers' screen at two sizes: longer than other tests may take on a busy machine.
it("finds nothing on the officers' pages, on a phone and on a desk", async () => {
  const database = referenceDatabase();
  const survey = { questionnaire: "one-stop-counter", units: ["th-ttpvhcc", "xa-14848"] };
  await addAnswers(database, await addOpenSurvey(database, survey), "th-ttpvhcc");
  await addOpenSurvey(database, survey);
  await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  database.$client.exec("update surveys set status = 'draft' where id = 3");
  await addAdministrator(database);
  const { url } = await serveSite(database, { environment: { UNIT_MINIMUM: "10" } });
  const paths = [
    "/surveys",
    "/surveys/new",
    "/surveys/new?version=1",
    "/surveys/1",
    "/surveys/1/points",
    "/surveys/1/results",
    "/surveys/3",
    "/surveys/3/edit",
    "/surveys/1/results/th-ttpvhcc",
    "/surveys/1/comments",
    "/surveys/2/results",
    "/surveys/2/comments",
    "/questionnaires",
    "/questionnaires/1",
    "/units",
    "/units?under=xa-2025-14797",
    "/tasks",
    "/accounts",
    "/account",
  ];
  const found = await eachScreen(
    browser.current(),
    paths.map((path) => url + path),
    async (page) => {
      await page.goto(`${url}/sign-in`);
      expect(await defects(page)).toEqual([]);
      await page.getByLabel("Tên đăng nhập").fill("quantri");
      await page.getByLabel("Mật khẩu").fill(PASSWORD);
      await page.getByRole("button", { name: "Đăng nhập" }).click();
      await page.getByRole("heading", { name: "Đợt khảo sát", exact: true }).waitFor();
    },
  );
  expect(found).toEqual({});
}, 300_000);
