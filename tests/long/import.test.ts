import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { hashPassword } from "~/access/password.server";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { type FormEnvelope, formFields } from "../../scripts/bench/form-fields";
import { importFile } from "../../scripts/bench/import-file";
import { type ServerProcess, startServer, temporaryFolder } from "../support/server-process";
import { addOpenSurvey, unitId } from "../support/surveys";

const ROWS = 100_000;
const PASSWORD = "mot-mat-khau-de-thu";

async function prepare() {
  const file = join(temporaryFolder(), "survey.db");
  copyFileSync(inject("referenceDatabase"), file);
  const database = openDatabase(`file:${file}`);
  const survey = await addOpenSurvey(database, { opensOn: "2026-01-01", closesOn: "2099-12-31" });
  await insertAccount(database, {
    ...{ username: "can-bo", displayName: "Cán bộ", passwordHash: await hashPassword(PASSWORD) },
    ...{ mustChangePassword: false, role: "administrator", sector: null, unitId: await unitId(database, "th") },
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  const questionnaire = await readVersion(database, survey.versionId);
  const checksum = (await findVersion(database, survey.versionId))?.checksum ?? "";
  const code = database.$client
    .prepare("select code from unit_versions where unit_id = ? order by valid_from desc")
    .pluck()
    .get(survey.points[0]?.unitId) as string;
  closeDatabase(database);
  const { surveyId } = survey;
  const makeForm = () => {
    const envelope: FormEnvelope = { responseId: randomUUID(), surveyId, checksum, startedAt: "" };
    return formFields(questionnaire, envelope, () => 0);
  };
  const content = importFile(questionnaire, [code], ROWS);
  return { file, path: `/surveys/${surveyId}/imports`, publicPath: `/k/${survey.points[0]?.code}`, content, makeForm };
}

/** An officer with a session on a server. */
async function officerOn(server: ServerProcess) {
  const entered = await fetch(`${server.url}/sign-in`, {
    ...{ method: "POST", redirect: "manual" },
    body: new URLSearchParams({ username: "can-bo", password: PASSWORD }),
  });
  expect(entered.status).toBe(302);
  const Cookie = entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
  const post = (path: string, body: FormData | URLSearchParams) =>
    fetch(server.url + path, { method: "POST", redirect: "manual", headers: { Cookie }, body });
  const decide = (page: string, change: string) => post(page, new URLSearchParams({ change }));
  const read = async (page: string) => {
    const html = await (await fetch(server.url + page, { headers: { Cookie } })).text();
    return html.replace(/<script[\s\S]*?<\/script>/g, "").replaceAll("<!-- -->", "");
  };
  const settled = async (page: string) => {
    for (;;) {
      const html = await read(page);
      if (!html.includes("<progress")) return html;
      await sleep(100);
    }
  };
  const send = async (path: string, content: string) => {
    const body = new FormData();
    body.set("provenance", "Nhập từ phiếu giấy để thử");
    body.set("file", new File([content], "phieu.csv", { type: "text/csv" }));
    const sent = await post(path, body);
    expect(sent.status).toBe(302);
    return sent.headers.get("Location") ?? "";
  };
  return { decide, read, settled, send };
}

function countImported(file: string): number {
  const database = openDatabase(`file:${file}`);
  const count = database.$client.prepare("select count(*) from responses where import_id is not null").pluck().get();
  closeDatabase(database);
  return count as number;
}

test("a server killed while it stores a file has stored all of it or nothing, and says which", async () => {
  const { file, path, content } = await prepare();
  let server = await startServer({ DATABASE_URL: `file:${file}` });
  let officer = await officerOn(server);
  const page = await officer.send(path, content);
  expect(await officer.settled(page)).toContain("Mọi dòng đều tốt: 100.000 phiếu mới");
  const outcomes: string[] = [];
  for (const delay of [20, 200, 400, 600, 900, 1300]) {
    expect((await officer.decide(page, "store")).status).toBe(302);
    await sleep(delay);
    await server.stop("SIGKILL");
    const stored = countImported(file);
    expect([0, ROWS]).toContain(stored);
    server = await startServer({ DATABASE_URL: `file:${file}` });
    officer = await officerOn(server);
    const told = await officer.read(page);
    outcomes.push(stored === 0 ? "nothing" : "all");
    if (stored === ROWS) {
      expect(told).toContain("Đã nhập 100.000 phiếu");
      break;
    }
    expect(told).toContain("Máy chủ dừng giữa chừng. Chưa phiếu nào của tệp được ghi; kiểm tra lại rồi nhập.");
    expect((await officer.decide(page, "recheck")).status).toBe(302);
    expect(await officer.settled(page)).toContain("Mọi dòng đều tốt: 100.000 phiếu mới");
  }
  expect(outcomes[0]).toBe("nothing");
  if (outcomes.at(-1) === "nothing") {
    expect((await officer.decide(page, "store")).status).toBe(302);
    expect(await officer.settled(page)).toContain("Đã nhập 100.000 phiếu");
  }
  expect(countImported(file)).toBe(ROWS);
});

test("citizens are answered while a file is checked and stored, and no form of theirs is lost", async () => {
  const { file, path, publicPath, content, makeForm } = await prepare();
  const server = await startServer({ DATABASE_URL: `file:${file}` });
  const officer = await officerOn(server);
  const page = await officer.send(path, content);
  let over = false;
  const work = (async () => {
    expect(await officer.settled(page)).toContain("100.000 phiếu mới");
    await officer.decide(page, "store");
    expect(await officer.settled(page)).toContain("Đã nhập 100.000 phiếu");
    over = true;
  })();
  let [thanked, longest] = [0, 0];
  while (!over) {
    const started = performance.now();
    const form = await fetch(server.url + publicPath);
    expect(form.status).toBe(200);
    await form.arrayBuffer();
    const sent = await fetch(server.url + publicPath, {
      ...{ method: "POST", redirect: "manual", body: new URLSearchParams(makeForm()) },
    });
    expect(sent.status).toBe(303);
    longest = Math.max(longest, performance.now() - started);
    thanked++;
    await Promise.race([work, sleep(20)]);
  }
  await work;
  const database = openDatabase(`file:${file}`);
  const own = database.$client.prepare("select count(*) from responses where import_id is null").pluck().get();
  closeDatabase(database);
  expect(own).toBe(thanked);
  expect(thanked).toBeGreaterThan(20);
  expect(longest).toBeLessThan(10_000);
});
