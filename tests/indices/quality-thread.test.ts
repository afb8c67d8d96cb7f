import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { foldTallies } from "~/indices/fold-tallies.server";
import { loadQuality } from "~/indices/load-quality.server";
import { createQualityReports } from "~/indices/quality-reports.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { addViewer } from "../support/accounts";
import { qualitySurvey } from "./support/quality-survey";

const COPIED = "survey_id, unit_id, point_id, channel, language, received_at, packed, flags, counted";
const LATER = (column: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '+' || (n * 13) || ' minutes')`;

/** A database in a file, as a thread can open it, with so many forms and more at two hospitals, folded. */
async function surveyInFile(forms: number) {
  const made = await qualitySurvey();
  await made.addBad(12, 1);
  const { $client } = made.database;
  const few = $client.prepare("select count(*) from responses").pluck().get() as number;
  $client.exec(`
    insert into responses (response_id, started_at, finished_at, ${COPIED})
      with recursive copies(n) as (select 1 union all select n + 1 from copies where n < ${Math.ceil(forms / few)})
      select lower(hex(randomblob(16))), ${LATER("started_at")}, ${LATER("finished_at")}, ${COPIED}
      from copies, responses`);
  while ((await foldTallies(made.database, { timeZone: "Asia/Ho_Chi_Minh" })) > 0);
  const officer = await addViewer(made.database, "bv-nhi", { role: "designer" });
  const folder = mkdtempSync(join(tmpdir(), "hailong-quality-"));
  const path = join(folder, "survey.db");
  writeFileSync(path, $client.serialize());
  const database = openDatabase(`file:${path}`);
  onTestFinished(() => {
    closeDatabase(database);
    rmSync(folder, { recursive: true });
  });
  const program = join(inject("root"), "scripts", "serve", "quality-worker.mjs");
  const reportsOf = (by = program) => createQualityReports({ database, program: by });
  return { database, folder, reportsOf, request: made.request, officer: { ...made.request, viewer: officer } };
}

/** What was made, and the longest that the event loop of this thread stood still meanwhile, in milliseconds. */
async function whileWatched<Made>(make: () => Promise<Made>): Promise<{ made: Made; longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const made = await make();
  // A turn of its own, or what stood still last is not measured.
  await pause(20);
  delay.disable();
  return { made, longest: delay.max / 1e6 };
}

describe("a report on many forms", () => {
  it("is made in a thread while the server answers, and is the one that is made directly", async () => {
    const { database, request, reportsOf } = await surveyInFile(50_000);
    const reports = reportsOf();
    const { made: report, longest } = await whileWatched(() => reports.wait(request));
    const direct = await whileWatched(() => loadQuality(database, request));
    expect(report?.counts.forms).toBeGreaterThan(50_000);
    // Beside the same work made here, so that a busy machine slows both.
    expect(longest).toBeLessThan(direct.longest / 3);
    expect(report).toEqual(direct.made);
  }, 120_000);

  it("tells how far it is until it is there, and the second look is immediate", async () => {
    const { request, reportsOf } = await surveyInFile(2000);
    const reports = reportsOf();
    const first = await reports.look(request, 0);
    expect(first).toEqual({ progress: { read: expect.any(Number), total: expect.any(Number) } });
    const report = await reports.wait(request);
    expect(await reports.look(request, 0)).toEqual({ report });
    const second = await reports.look(request, 0);
    expect(second && "report" in second && second.report).toBe(report);
  }, 120_000);

  it("is made anew when a response changed, and is for whoever runs the survey alone", async () => {
    const { database, request, officer, reportsOf } = await surveyInFile(2000);
    const reports = reportsOf();
    await reports.wait(request);
    database.$client.exec("update responses set counted = 0, flags = 'trap' where id = 1");
    expect(await reports.look(request, 0)).toHaveProperty("progress");
    expect((await reports.wait(request))?.counts).toEqual((await loadQuality(database, request))?.counts);
    expect(await reports.look(officer, 0)).toBeNull();
    expect(await reports.wait(officer)).toBeNull();
  }, 120_000);

  it("fails for whoever waits for it, and begins again with the next look", async () => {
    const { folder, request, reportsOf } = await surveyInFile(2000);
    const program = join(folder, "broken.mjs");
    writeFileSync(program, 'throw new Error("this thread cannot begin")');
    const reports = reportsOf(program);
    await expect(reports.wait(request)).rejects.toThrow("this thread cannot begin");
    expect(await reports.look(request, 0)).toHaveProperty("progress");
    await expect(reports.wait(request)).rejects.toThrow("this thread cannot begin");
  });
});
