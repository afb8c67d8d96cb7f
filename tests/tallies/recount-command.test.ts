import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { foldTallies } from "~/indices/fold-tallies.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "hailong-recount-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recount(file: string): Promise<{ code: number; told: string }> {
  const options = { cwd: root, env: { ...process.env, DATABASE_URL: `file:${file}`, LOG_LEVEL: "silent" } };
  const call = ["--import", "./scripts/serve/give-way.mjs", "--import", "tsx", "scripts/recount.ts"];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, call, options);
    return { code: 0, told: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, told: stdout + stderr };
  }
}

test("npm run recount tells whether tallies agree, puts them right, and says when there is no database", async () => {
  const file = join(folder, "hailong.db");
  expect(await recount(file)).toMatchObject({ code: 2, told: expect.stringContaining("no such database") });

  const made = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(made, {
    questionnaire: "one-stop-counter",
    units: ["bv-nhi"],
  });
  const [point] = points;
  const questionnaire = await readVersion(made, versionId);
  await insertResponses(
    made,
    Array.from({ length: 12 }, (_, number) => ({
      ...{ responseId: `recount-${number}`, surveyId, unitId: point?.unitId ?? 0, pointId: point?.id ?? null },
      ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T03:00:00.000Z" },
      ...{ packed: packAnswers(packedLayout(questionnaire), {}), flags: "", counted: true, texts: {} },
    })),
  );
  writeFileSync(file, made.$client.serialize());
  const database = openDatabase(`file:${file}`);
  await foldTallies(database, { timeZone: "Asia/Ho_Chi_Minh" });
  expect(await recount(file)).toMatchObject({ code: 0, told: expect.stringMatching(/12 phiếu.*khớp hoàn toàn/) });

  database.$client.exec("delete from tallies");
  const found = await recount(file);
  expect(found.code).toBe(1);
  expect(found.told).toMatch(/1 bảng đếm lệch, đã ghi lại theo phiếu gốc/);
  expect(found.told).toContain(`đợt ${surveyId}, đơn vị ${point?.unitId}`);
  expect(found.told).toContain("phiếu 0 → 12");
  expect(await recount(file)).toMatchObject({ code: 0 });
  closeDatabase(database);
}, 60_000);
