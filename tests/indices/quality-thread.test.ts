import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { loadQuality } from "~/indices/load-quality.server";
import { createQualityReports } from "~/indices/quality-reports.server";
import { surveyInFile, whileWatched } from "./support/survey-in-file";

/** A survey in a file with reports made by a thread. */
async function reported(forms: number) {
  const survey = await surveyInFile(forms);
  const program = join(inject("root"), "scripts", "serve", "quality-worker.mjs");
  const reportsOf = (by = program) => createQualityReports({ database: survey.database, program: by });
  return { ...survey, reportsOf };
}

describe("a report on many forms", () => {
  it("is made in a thread while the server answers, and is the one that is made directly", async () => {
    const { database, request, reportsOf } = await reported(50_000);
    const reports = reportsOf();
    const { made: report, longest } = await whileWatched(() => reports.wait(request));
    const direct = await whileWatched(() => loadQuality(database, request));
    expect(report?.counts.forms).toBeGreaterThan(50_000);
    // Beside the same work made here, so that a busy machine slows both.
    expect(longest).toBeLessThan(direct.longest / 3);
    expect(report).toEqual(direct.made);
  }, 120_000);

  it("tells how far it is until it is there, and the second look is immediate", async () => {
    const { request, reportsOf } = await reported(2000);
    const reports = reportsOf();
    const first = await reports.look(request, 0);
    expect(first).toEqual({ progress: { read: expect.any(Number), total: expect.any(Number) } });
    const report = await reports.wait(request);
    expect(await reports.look(request, 0)).toEqual({ report });
    const second = await reports.look(request, 0);
    expect(second && "report" in second && second.report).toBe(report);
  }, 120_000);

  it("is made anew when a response changed, and is for whoever runs the survey alone", async () => {
    const { database, request, officer, reportsOf } = await reported(2000);
    const reports = reportsOf();
    await reports.wait(request);
    database.$client.exec("update responses set counted = 0, flags = 'trap' where id = 1");
    expect(await reports.look(request, 0)).toHaveProperty("progress");
    expect((await reports.wait(request))?.counts).toEqual((await loadQuality(database, request))?.counts);
    expect(await reports.look(officer, 0)).toBeNull();
    expect(await reports.wait(officer)).toBeNull();
  }, 120_000);

  it("fails for whoever waits for it, and begins again with the next look", async () => {
    const { folder, request, reportsOf } = await reported(2000);
    const program = join(folder, "broken.mjs");
    writeFileSync(program, 'throw new Error("this thread cannot begin")');
    const reports = reportsOf(program);
    await expect(reports.wait(request)).rejects.toThrow("this thread cannot begin");
    expect(await reports.look(request, 0)).toHaveProperty("progress");
    await expect(reports.wait(request)).rejects.toThrow("this thread cannot begin");
  });
});
