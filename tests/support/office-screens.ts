import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import routes from "~/routes";
import { CHANGE_FORMS } from "~/units/read-change-form";
import type { Database } from "~db/open-database.server";
import { makeWorlds, PASSWORD } from "../access/route-world";
import { fileDatabase } from "../imports/import-files";
import { defects } from "./axe";
import { serveSite } from "./served-site";
import { addOpenSurvey } from "./surveys";

/** A screen of the officers' side: the route of app/routes.ts that it shows, and one address of it. */
export interface OfficeScreen {
  route: string;
  address: string;
}

export interface OfficeScreens {
  url: string;
  /** What an administrator of the province may open. */
  screens: OfficeScreen[];
  /** What only an interviewer may open. */
  interviewer: OfficeScreen[];
  /** Cookie headers of both. */
  cookies: { administrator: string; interviewer: string };
}

/** Whoever opens these has no account; tests/long/public-accessibility.test.ts looks at them. */
const CITIZENS = /^\/($|k\/|i\/|kiosk$|results($|\/))/;

/**
 * Routes of app/routes.ts that show a page to an officer: those whose file has a component. Files, downloads, and what
 * only takes forms have none.
 */
export function officePages(): string[] {
  const pages = (entries: readonly RouteConfigEntry[]): string[] =>
    entries.flatMap((entry) => {
      if (entry.children) return pages(entry.children);
      const source = readFileSync(join(inject("root"), "app", entry.file), "utf8");
      return /export default /.test(source) ? [`/${entry.path ?? ""}`] : [];
    });
  return pages(routes as RouteConfigEntry[]).filter((path) => !CITIZENS.test(path));
}

/** A served site where every officers' page has something to show, to accounts of a language. */
export async function serveOfficeScreens({ language = "vi" }: { language?: "vi" | "en" } = {}): Promise<OfficeScreens> {
  const { database } = fileDatabase();
  const { seen: world } = await makeWorlds(database);
  const many = database.$client
    .prepare("select key from units where key like 'xa-%' limit 205")
    .pluck()
    .all() as string[];
  const wide = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: many, title: "Đợt rộng" });
  // As long as names of departments are, since the frame must hold them on a phone.
  rename(database, "vai.administrator", "Cán bộ Sở Giáo dục và Đào tạo tỉnh Thanh Hóa (mẫu)");
  database.$client.exec("update accounts set unit_id = (select id from units where key = 'th')");
  database.$client.prepare("update accounts set language = ?").run(language);
  const { url } = await serveSite(database, { environment: { UNIT_MINIMUM: "10" } });
  const administrator = await signIn(url, "vai.administrator");
  const interviewer = await signIn(url, "vai.interviewer");
  const send = sender(url, administrator);
  const survey = `/surveys/${world.surveyId}`;

  const welcome = await linkFor(send);
  await send("/keys", {
    ...{ change: "create", name: "Cổng dữ liệu của tỉnh", unit: "Tỉnh Thanh Hóa", scopes: "read" },
    ...{ surveyId: "", expiresOn: "2027-06-01" },
  });
  const batch = await fillBatch(send, survey, world.pointId ?? "");
  await send(`${survey}/invitations`, { change: "make", point: world.pointId, label: "Giấy mời tháng 6", size: "20" });
  const interviewerId = idOf(database, "select id from accounts where username = 'vai.interviewer'");
  await send(`${survey}/interviewers`, { accountId: interviewerId, pointId: world.pointId });
  const draw = await send(`${survey}/draws`, { frame: "all", method: "simple-random", size: "20", seed: "2026" });
  const importPath = await sendBadFile(url, administrator, database, survey);
  const job = await send(`/surveys/${wide.surveyId}/posters`, { which: "all", layout: "a4" });
  await send(`/units/change?form=rename&unit=${world.unitKey}`, {
    ...{ name: "Xã Tên Mới", code: "MOI1", effectiveOn: "2027-01-01", intent: "record" },
  });
  const report = `/reports/${world.reportId}`;
  await send(`${survey}/snapshots`, {});
  await send("/tasks/2026/4", { product: "Kế hoạch thực hiện", number: "1/KH-SYT", issuedOn: "2026-02-02", note: "" });
  const snapshotId = idOf(database, "select max(id) from snapshots");
  const archive = await send(`${survey}/unit-reports`, { snapshotId, format: "docx" });
  const draft = `/questionnaires/drafts/${world.formDraftId}`;
  const second = idOf(database, "select min(id) from questionnaire_drafts");
  const version = await send(`/questionnaires/drafts/${second}/publish`, {
    revision: "1",
    variantName: "Biến thể thử",
  });

  const administratorScreens: [route: string, ...addresses: string[]][] = [
    ["/sign-in", "/sign-in"],
    ["/welcome/:token", welcome, "/welcome/khong-co-lien-ket-nay"],
    ["/account", "/account"],
    ["/accounts", "/accounts", "/accounts?q=khong-co-ai"],
    ["/accounts/new", "/accounts/new"],
    [
      "/accounts/:accountId",
      ...["accountId", "lockedAccountId", "invitedAccountId"].map((n) => `/accounts/${world[n]}`),
    ],
    ["/activities", "/activities"],
    ["/keys", "/keys"],
    ["/alerts", "/alerts"],
    ["/surveys", "/surveys"],
    ["/surveys/new", "/surveys/new", `/surveys/new?version=${world.versionId}`],
    ["/surveys/:surveyId", survey, `/surveys/${world.draftId}`, `/surveys/${world.closedId}`],
    ["/surveys/:surveyId/copy", `${survey}/copy`],
    ["/surveys/:surveyId/edit", `/surveys/${world.draftId}/edit`, `${survey}/edit`],
    ["/surveys/:surveyId/results", `${survey}/results`, `/surveys/${world.closedId}/results`],
    ["/surveys/:surveyId/results/:unitKey", `${survey}/results/${world.unitKey}`],
    ...[
      "units",
      "plan",
      "held",
      "quality",
      "invitations",
      "points/new",
      "points/import",
      "monitor",
      "comments",
      "snapshots",
      "files",
      "files/records",
      "unit-reports",
      "trend",
      "interviewers",
    ].map((page): [string, string] => [`/surveys/:surveyId/${page}`, `${survey}/${page}`]),
    [
      "/surveys/:surveyId/publication",
      `/surveys/${world.finalisedId}/publication`,
      `/surveys/${world.publishedId}/publication`,
    ],
    [
      "/surveys/:surveyId/improvements",
      `${survey}/improvements`,
      `${survey}/improvements?edit=new`,
      `${survey}/improvements?edit=${world.improvementId}`,
    ],
    ["/surveys/:surveyId/analysis", `${survey}/analysis`, `${survey}/analysis?of=mean&channel=qr`],
    ["/surveys/:surveyId/analysis/items", `${survey}/analysis/items`],
    [
      "/surveys/:surveyId/analysis/compare",
      `${survey}/analysis/compare`,
      `${survey}/analysis/compare?a=${world.unitKey}&b=rest`,
    ],
    ["/surveys/:surveyId/analysis/sides", `${survey}/analysis/sides`],
    ["/surveys/:surveyId/analysis/ranking", `${survey}/analysis/ranking`],
    ["/surveys/:surveyId/analysis/drivers", `${survey}/analysis/drivers`],
    ["/surveys/:surveyId/analysis/profile", `${survey}/analysis/profile`],
    ["/surveys/:surveyId/points", `${survey}/points`],
    ["/surveys/:surveyId/points/:pointId", `${survey}/points/${world.pointId}`],
    ["/surveys/:surveyId/posters/:jobId", job],
    ["/surveys/:surveyId/unit-reports/:jobId", archive],
    ["/surveys/:surveyId/draws", `${survey}/draws`],
    ["/surveys/:surveyId/draws/:drawId", draw],
    ["/surveys/:surveyId/imports", `${survey}/imports`],
    ["/surveys/:surveyId/imports/:importId", importPath],
    ["/surveys/:surveyId/paper", `${survey}/paper`],
    ["/surveys/:surveyId/paper/:batchId", batch, `${batch}?pass=1`],
    ["/questionnaires", "/questionnaires"],
    ["/questionnaires/new", "/questionnaires/new", `/questionnaires/new?version=${world.versionId}`],
    ["/questionnaires/drafts/:draftId", draft],
    ["/questionnaires/drafts/:draftId/publish", `${draft}/publish`],
    ["/questionnaires/drafts/:draftId/preview", `${draft}/preview`],
    ["/questionnaires/:versionId", `/questionnaires/${world.versionId}`, version],
    ["/questionnaires/:versionId/preview", `/questionnaires/${world.versionId}/preview`],
    ["/units", "/units", `/units?under=${world.unitKey}`],
    ["/units/change", ...CHANGE_FORMS.map((form) => `/units/change?form=${form}&unit=${many[1]}`)],
    ["/units/changes", "/units/changes"],
    ["/units/import", "/units/import"],
    ["/tasks", "/tasks", "/tasks?year=2023"],
    ["/tasks/plans/:year", "/tasks/plans/2026", "/tasks/plans/2027"],
    ["/tasks/:year/:number", "/tasks/2026/4", "/tasks/2026/4?edit=1"],
    ["/reports", "/reports"],
    ["/reports/:reportId", report],
    ["/kiosks", "/kiosks"],
    ["/kiosks/new", "/kiosks/new"],
    ["/kiosks/guide", "/kiosks/guide"],
    ...["accounts", "surveys", "questionnaires", "units", "tasks", "reports", "kiosks"].map(
      (page): [string, string] => [`/${page}/*`, `/${page}/khong/co/trang/nay`],
    ),
  ];
  return {
    url,
    screens: administratorScreens.flatMap(([route, ...all]) => all.map((address) => ({ route, address }))),
    interviewer: [{ route: "/interview", address: "/interview" }],
    cookies: { administrator, interviewer },
  };
}

/** What axe finds on each screen, as the officer that may open it. One page after the other in one window. */
export async function officeDefects(
  browser: Browser,
  { url, screens, interviewer, cookies }: OfficeScreens,
  options: BrowserContextOptions,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [cookie, pages] of [
    [cookies.administrator, screens],
    [cookies.interviewer, interviewer],
  ] as const) {
    const context = await browser.newContext(options);
    const [name = "", value = ""] = cookie.split(/=(.*)/);
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    for (const { address } of pages) {
      await openFinished(page, url + address);
      const problems = await defects(page);
      if (problems.length > 0) found[`${address} at ${options.viewport?.width}`] = problems;
    }
    await context.close();
  }
  return found;
}

/** Opens a page, also one that tells how far its figures are first: that one leaves by itself, under whoever looks at it. */
async function openFinished(page: Page, address: string): Promise<void> {
  while ((await page.goto(address))?.status() === 202) {
    await page.goto("about:blank");
    await page.waitForTimeout(300);
  }
}

type Send = (path: string, fields: Record<string, string | number | undefined>) => Promise<string>;

/** Sends forms and returns where each led to; one that is not taken fails the test. */
function sender(url: string, cookie: string): Send {
  return async (path, fields) => {
    const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const answer = await fetch(url + path, { method: "POST", body, headers: { cookie }, redirect: "manual" });
    const location = answer.headers.get("location");
    if (location === null && answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return location ?? (await answer.text());
  };
}

async function signIn(url: string, username: string): Promise<string> {
  const body = new URLSearchParams({ username, password: PASSWORD });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" });
  const [cookie = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";");
  if (cookie === "") throw new Error(`${username} is not signed in: ${answer.status}`);
  return cookie;
}

/** The address of a link by which somebody new chooses a password, from the page that hands it out. */
async function linkFor(send: Send): Promise<string> {
  const page = await send("/accounts/new", {
    ...{ username: "nguoi.moi", displayName: "Người mới", role: "viewer", sector: "", unit: "Tỉnh Thanh Hóa" },
  });
  const link = /\/welcome\/[\w-]+/.exec(page)?.[0];
  if (!link) throw new Error("no link was handed out");
  return link;
}

/** A bundle of which one form is keyed twice, with two answers that differ. */
async function fillBatch(send: Send, survey: string, pointId: string): Promise<string> {
  await send(`${survey}/paper`, {
    ...{ pointId, label: "Khoa Khám bệnh, sáng thứ hai", fieldworkOn: "2026-05-25" },
    ...{ issued: 6, returned: 4, doublePercent: 100 },
  });
  const batch = `${survey}/paper/4`;
  await send(batch, { "paper.number": 1, "paper.pass": 1, A1: 4, A2: 3, A3: 5 });
  await send(batch, { "paper.number": 1, "paper.pass": 2, A1: 2, A2: 3, A3: 1 });
  return batch;
}

/** A file whose rows cannot be taken, read to its end. */
async function sendBadFile(url: string, cookie: string, database: Database, survey: string): Promise<string> {
  const template = await (await fetch(`${url}${survey}/imports/template.csv`, { headers: { cookie } })).text();
  const [header = ""] = template.split(/\r?\n/);
  const rows = Array.from({ length: 12 }, (_, row) => header.replace(/[^,]+/g, `sai ${row}`));
  const form = new FormData();
  form.set("provenance", "Phòng khám A nhập, tháng 5/2026");
  form.set("file", new File([`${header}\n${rows.join("\n")}\n`], "phiếu trả lời.csv", { type: "text/csv" }));
  const options = { method: "POST", body: form, headers: { cookie }, redirect: "manual" as const };
  const location = (await fetch(`${url}${survey}/imports`, options)).headers.get("location") ?? "";
  const state = database.$client.prepare("select state from response_imports where id = ?").pluck();
  const started = performance.now();
  while (state.get(location.split("/").at(-1)) === "checking") {
    if (performance.now() - started > 60_000) throw new Error("the file is not read");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return location;
}

function rename(database: Database, username: string, name: string): void {
  database.$client.prepare("update accounts set display_name = ? where username = ?").run(name, username);
}

function idOf(database: Database, query: string): number {
  return database.$client.prepare(query).pluck().get() as number;
}
