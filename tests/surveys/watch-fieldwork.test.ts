import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { listAlerts } from "~db/repositories/alerts";
import { watchFieldwork } from "../../scripts/serve/watch-fieldwork";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

test("a thread beside the server tells a unit that no answer comes in, and says so in the log", async () => {
  const made = referenceDatabase();
  await addOpenSurvey(made, { units: ["bv-nhi"], opensOn: "2020-01-01", closesOn: "2099-12-31" });
  const folder = mkdtempSync(join(tmpdir(), "hailong-fieldwork-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "data.db");
  writeFileSync(path, made.$client.serialize());
  const database = openDatabase(`file:${path}`);
  onTestFinished(() => closeDatabase(database));
  const line = await new Promise<{ level: string; raised?: number }>((resolve) => {
    const log = pino({ base: null }, { write: (text: string) => resolve(JSON.parse(text)) });
    const settings = { root: process.cwd(), timeZone: "Asia/Ho_Chi_Minh", cellMinimum: 10, firstMs: 0 };
    onTestFinished(watchFieldwork(database, { ...settings, log }));
  });
  expect(line).toMatchObject({ raised: 1, msg: "alerts raised" });
  const today = new Date().toISOString().slice(0, 10);
  const alerts = await listAlerts(database, await provinceViewer(database), today);
  expect(alerts.map(({ kind, unitKey }) => [kind, unitKey])).toEqual([["silent", "bv-nhi"]]);
});
