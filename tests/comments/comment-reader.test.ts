import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, inject, it, onTestFinished } from "vitest";
import { createCommentReader } from "~/comments/comment-reader.server";
import { loadComments } from "~/comments/load-comments.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

/** A database in a file, as a thread can open it, with a survey of so many responses, each with a comment. */
async function commentedSurvey(count: number) {
  const made = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(made, { units: ["bv-dk-tinh", "bv-nhi"] });
  const questionnaire = await readVersion(made, versionId);
  const field = questionnaire.items.find(({ type }) => type === "text")?.code ?? "";
  const packed = packAnswers(packedLayout(questionnaire), { A1: 4 });
  const { $client } = made;
  const insert = $client.prepare(
    `insert into responses (response_id, survey_id, unit_id, channel, language, finished_at, received_at, packed, flags, counted)
     values (?, ?, ?, 'qr', 'vi', '2026-05-01T02:00:00.000Z', '2026-05-01T02:00:00.000Z', ?, '', 1)`,
  );
  const write = $client.prepare("insert into response_texts (response_sequence, field, text) values (?, ?, ?)");
  $client.transaction(() => {
    for (let at = 0; at < count; at++) {
      const { lastInsertRowid } = insert.run(`r-${at}`, surveyId, points[at % points.length]?.unitId, packed);
      write.run(lastInsertRowid, field, `Chờ lâu ở quầy ${at % 977}, gọi 0912345678`);
    }
  })();
  const folder = mkdtempSync(join(tmpdir(), "hailong-comments-"));
  const path = join(folder, "survey.db");
  writeFileSync(path, $client.serialize());
  const database = openDatabase(`file:${path}`);
  onTestFinished(() => {
    closeDatabase(database);
    rmSync(folder, { recursive: true });
  });
  const request = { unit: "", question: "", search: "quầy 12", page: 1, carried: [] };
  const asked = { viewer: await provinceViewer(made), surveyId, today: "2026-06-01", cellMinimum: 10, request };
  const program = join(inject("root"), "scripts", "serve", "comments-worker.mjs");
  return { database, asked, reader: createCommentReader({ database, program }) };
}

it("comments of a large survey are read in a thread, say how far they are, and are those that are read here", async () => {
  const { database, asked, reader } = await commentedSurvey(25_000);
  expect(await reader.look(asked, 1)).toEqual({ progress: { read: 0, total: 0 } });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const look = await reader.look(asked);
  delay.disable();
  const here = await loadComments(database, asked);
  expect(look).toEqual({ made: here });
  expect(here?.found.total).toBeGreaterThan(20);
  expect(JSON.stringify(here)).not.toContain("0912345678");
  expect(delay.percentile(99) / 1e6).toBeLessThan(200);
  // One comment more is another page, which is not kept yet.
  database.$client.exec("update responses set counted = 0 where response_id = 'r-12'");
  expect(await reader.look(asked, 1)).toHaveProperty("progress");
});

it("comments of a small survey need no thread, and whoever may see nothing of a survey gets nothing", async () => {
  const { asked, reader } = await commentedSurvey(40);
  expect(await reader.look(asked, 1)).toHaveProperty("made.state", "released");
  expect(await reader.look({ ...asked, surveyId: 999 })).toEqual({ made: null });
});
