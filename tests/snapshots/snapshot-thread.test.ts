import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, inject, it, onTestFinished } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { loadSnapshot } from "~/snapshots/load-snapshot.server";
import { takeSnapshot } from "~/snapshots/take-snapshot.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const NOW = new Date("2026-07-02T03:00:00Z");
const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};

/** A database in a file, as a thread can open it, with a survey of so many responses at two hospitals. */
async function surveyInFile(count: number) {
  const made = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(made, { units: ["bv-dk-tinh", "bv-nhi"] });
  const layout = packedLayout(await readVersion(made, versionId));
  const packed = [1, 2, 3, 4, 5].map((level) => packAnswers(layout, { A1: level, A2: 6 - level, B1: 4 }));
  const insert = made.$client.prepare(
    `insert into responses (response_id, survey_id, unit_id, channel, language, finished_at, received_at, packed, flags, counted)
     values (?, ?, ?, 'qr', 'vi', '2026-06-01T02:00:00.000Z', '2026-06-01T02:00:00.000Z', ?, '', 1)`,
  );
  made.$client.transaction(() => {
    for (let at = 0; at < count; at++)
      insert.run(`r-${at}`, surveyId, points[at % points.length]?.unitId, packed[at % packed.length]);
  })();
  const folder = mkdtempSync(join(tmpdir(), "hailong-snapshot-"));
  const path = join(folder, "survey.db");
  writeFileSync(path, made.$client.serialize());
  const database = openDatabase(`file:${path}`);
  onTestFinished(() => {
    closeDatabase(database);
    rmSync(folder, { recursive: true });
  });
  return { database, viewer: await provinceViewer(made), surveyId };
}

const programOf = (name: string) => join(inject("root"), "scripts", "serve", name);

it("of many responses is taken in a thread while the server answers, and is the one that is taken here", async () => {
  const { database, viewer, surveyId } = await surveyInFile(30_000);
  const asked = { surveyId, kind: "provisional" as const, now: NOW };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const inThread = { ...settings, snapshotProgram: programOf("snapshot-worker.mjs") };
  // Two at once take their turn, each with a number of its own.
  const taken = await Promise.all([1, 2].map(() => takeSnapshot(database, viewer, { ...asked, settings: inThread })));
  delay.disable();
  const here = await takeSnapshot(database, viewer, { ...asked, settings });
  const documents = [];
  for (const id of [...taken, here]) documents.push((await loadSnapshot(database, viewer, id ?? 0))?.document);
  const [first, second, third] = documents;
  expect([first?.number, second?.number, third?.number]).toEqual([1, 2, 3]);
  expect(first?.included.responses).toBe(30_000);
  expect(first).toEqual({ ...third, number: 1 });
  expect(delay.percentile(99) / 1e6).toBeLessThan(200);
});

it("of few responses needs no thread, and a thread that fails is told", async () => {
  const few = await surveyInFile(100);
  const broken = { ...settings, snapshotProgram: programOf("no-such-program.mjs") };
  const asked = { kind: "provisional" as const, now: NOW, settings: broken };
  expect(await takeSnapshot(few.database, few.viewer, { ...asked, surveyId: few.surveyId })).not.toBeNull();
  const many = await surveyInFile(20_000);
  await expect(takeSnapshot(many.database, many.viewer, { ...asked, surveyId: many.surveyId })).rejects.toThrow();
});
