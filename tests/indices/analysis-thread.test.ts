import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import type { AnalysisQuestion } from "~/indices/analysis-questions";
import { createAnalysisRoom } from "~/indices/analysis-room.server";
import { loadAnalysis } from "~/indices/load-analysis.server";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { addViewer } from "../support/accounts";
import { surveyInFile, whileWatched } from "./support/survey-in-file";

const PROGRAM = join(inject("root"), "scripts", "serve", "analysis-worker.mjs");
const BY_CHANNEL = { ask: "units", filter: { ...NO_FILTER, channel: "qr" } } as const;
const QUESTIONS: readonly AnalysisQuestion[] = [
  BY_CHANNEL,
  { ask: "ranking", filter: BY_CHANNEL.filter, by: { level: "factor", code: "A" } },
  { ask: "group", filter: { ...NO_FILTER, profile: { item: "P2", option: 1 } } },
  { ask: "profile", filter: NO_FILTER, choice: { by: "P2", item: "*" } },
  { ask: "drivers", filter: NO_FILTER, outcome: "G1" },
];

async function asked(forms: number) {
  const survey = await surveyInFile(forms);
  const { database, request } = survey;
  const shown = await loadSurveyResults(database, request);
  if (!shown) throw new Error("there are no results");
  const roomOf = (program = PROGRAM) => createAnalysisRoom({ database, program });
  const shownNow = async () => (await loadSurveyResults(database, request)) ?? shown;
  const of = <Question extends AnalysisQuestion>(question: Question) =>
    ({ results: request, shown, question, flagged: null }) as const;
  return { ...survey, shownNow, roomOf, of };
}

/** Asks until it is there, as a page does. */
async function answer(room: ReturnType<typeof createAnalysisRoom>, of: Parameters<typeof room.look>[0]) {
  for (;;) {
    const look = await room.look(of, 200);
    if ("made" in look) return look.made;
  }
}

describe("questions to the records of many forms", () => {
  it("are answered in a thread while the server answers, and as they are answered directly", async () => {
    const { database, request, roomOf, of } = await asked(50_000);
    const room = roomOf();
    const { made: answers, longest } = await whileWatched(async () => {
      const found = [];
      for (const question of QUESTIONS) found.push(await answer(room, of(question)));
      return found;
    });
    const direct = await whileWatched(async () => {
      const found = [];
      for (const question of QUESTIONS)
        found.push(await loadAnalysis(database, { results: request, question, flagged: null }));
      return found;
    });
    expect(answers).toEqual(direct.made);
    expect(answers[0]).not.toEqual([]);
    // Beside the same work done here, so that a busy machine slows both.
    expect(longest).toBeLessThan(direct.longest / 2);
  }, 120_000);

  it("tell how far they are, and what was begun for a page is given to it though a response has come since", async () => {
    const { database, shownNow, roomOf, of } = await asked(5000);
    const room = roomOf();
    expect(await room.look(of(BY_CHANNEL), 0)).toEqual({
      progress: { read: expect.any(Number), total: expect.any(Number) },
    });
    const exclude = (id: number) =>
      database.$client.exec(`update responses set counted = 0, flags = 'trap' where id = ${id}`);
    exclude(1);
    const later = { ...of(BY_CHANNEL), shown: await shownNow() };
    while ("progress" in (await room.look(later, 0))) await pause(100);
    // Whoever asks next is told what holds now.
    expect(await room.look(later, 0)).toHaveProperty("progress");
    expect(await answer(room, later)).toEqual(await answer(roomOf(), later));
  }, 120_000);

  it("are refused where the survey is out of scope, and a thread that cannot begin fails for whoever waits", async () => {
    const { database, folder, roomOf, of } = await asked(500);
    const stranger = await addViewer(database, "bv-mat", { role: "analyst" });
    const asking = of(BY_CHANNEL);
    const outside = { ...asking, results: { ...asking.results, viewer: stranger } };
    await expect(answer(roomOf(), outside)).rejects.toThrow("out of scope");
    const program = join(folder, "broken.mjs");
    writeFileSync(program, 'throw new Error("this thread cannot begin")');
    const broken = roomOf(program);
    await expect(answer(broken, asking)).rejects.toThrow("this thread cannot begin");
    expect(await broken.look(asking, 0)).toHaveProperty("progress");
  }, 120_000);
});
