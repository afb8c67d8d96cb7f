import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import type { AnalysisQuestion } from "~/indices/analysis-questions";
import type { HeatRow } from "~/indices/heat-table";
import { rememberingSplits } from "~/indices/kept-splits.server";
import { loadAnalysis } from "~/indices/load-analysis.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const UNITS = ["bv-nhi", "bv-phu-san"];

async function setUp() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { units: UNITS });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  let stored = 0;
  const answer = (at: number, channel: Channel, many: number) =>
    insertResponses(
      database,
      Array.from({ length: many }, () => ({
        ...{ responseId: `r${stored++}`, surveyId: survey.surveyId, unitId: survey.points[at]?.unitId ?? 0 },
        ...{ pointId: survey.points[at]?.id ?? null, channel, language: "vi" as const, texts: {} },
        ...{ finishedAt: "2026-05-29T03:00:00.000Z", packed: packAnswers(layout, { A1: 1 + (stored % 5), B1: 4 }) },
      })),
    );
  const results = {
    ...{ viewer: await provinceViewer(database), surveyId: survey.surveyId, today: "2026-06-10" },
    ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh", minimums: { cell: 10, unit: 30 } },
  };
  const ask = (question: AnalysisQuestion) => loadAnalysis(database, { results, question, flagged: null });
  /** Persons of each unit who came by a channel; null: withheld. */
  const byChannel = async (channel: Channel) => {
    const rows = (await ask({ ask: "units", filter: { ...NO_FILTER, channel } })) as HeatRow[];
    return UNITS.map((key) => rows.find(({ unit }) => unit.key === key)?.persons);
  };
  const kept = () =>
    database.$client.prepare("select part, batch from published_masks where part like '%|%' order by part").raw().all();
  return { database, ...survey, answer, ask, byChannel, kept };
}

test("a split that withheld a channel to protect a small one withholds it again, and the one that was told stays told", async () => {
  const { answer, byChannel, kept } = await setUp();
  await answer(0, "qr", 41);
  await answer(0, "kiosk", 40);
  await answer(0, "paper", 3);
  for (const channel of ["qr", "kiosk", "paper"] as const) await answer(1, channel, 90);
  const first = [await byChannel("qr"), await byChannel("kiosk"), await byChannel("paper")];
  expect(first.map(([unit]) => unit)).toEqual([41, null, null]);
  await answer(0, "kiosk", 10);
  // Alone, the 41 would now be the cheapest to withhold with the 3: 94 − 41 − 50 = 3 would follow.
  const second = [await byChannel("qr"), await byChannel("kiosk"), await byChannel("paper")];
  expect(second.map(([unit]) => unit)).toEqual([41, null, null]);
  expect(kept()).toEqual([["whole|channel", 2]]);
});

test("the same numbers are told the same, whichever view asks, and kept once", async () => {
  const { answer, ask, byChannel, kept } = await setUp();
  for (const at of [0, 1]) for (const channel of ["qr", "kiosk", "paper"] as const) await answer(at, channel, 60);
  expect(await byChannel("qr")).toEqual(await byChannel("qr"));
  await ask({ ask: "group", filter: { ...NO_FILTER, channel: "qr" } });
  await ask({ ask: "profile", filter: { ...NO_FILTER, channel: "qr" }, choice: { by: "P1", item: "*" } });
  expect(kept()).toEqual([
    ["whole|P1", 1],
    ["whole|channel", 1],
    ["whole|channel+P1/*", 1],
  ]);
});

test("of two who tell a table at once the later is answered again, with what the first told", async () => {
  const { database, surveyId } = await setUp();
  const of = { surveyId, part: "whole" };
  const table = { units: ["*"], cells: ["qr"], told: [{ isHidden: true, least: 7 }] };
  const seen: unknown[] = [];
  await rememberingSplits(database, of, ["channel"], async (memory) => {
    const found = memory.recall("channel", [1]);
    seen.push("last" in found && found.last?.("*", "qr"));
    if (seen.length === 1)
      await rememberingSplits(database, of, ["channel"], async (other) => other.keep("channel", [0], table));
    memory.keep("channel", [1], { ...table, told: [{ isHidden: false, least: 12 }] });
  });
  expect(seen).toEqual([undefined, { isHidden: true, least: 7 }]);
  await rememberingSplits(database, of, ["channel"], async (memory) => {
    const found = memory.recall("channel", [1]);
    expect("same" in found && found.same("*", "qr")).toEqual({ isHidden: false, least: 12 });
  });
});
