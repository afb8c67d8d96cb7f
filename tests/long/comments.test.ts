import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, it } from "vitest";
import { loadReleasedComments } from "~/comments/load-released-comments.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { streamCommentsCsv, streamCommentsXlsx } from "~/reports/write-comments.server";
import { changeStatus, findSurvey } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const COMMENTS = 500_000;
/** What the process may hold more than before: the list of places, what is being packed, and the collector's leisure. */
const ROOM = 400 * 1024 * 1024;

it(
  "half a million comments leave as CSV and XLSX in bounded memory",
  async () => {
    const database = referenceDatabase();
    const { surveyId, versionId, points } = await addOpenSurvey(database, { questionnaire: "inpatient-qd56" });
    const packed = packAnswers(packedLayout(await readVersion(database, versionId)), { A1: 4 });
    const file = database.$client;
    const [point] = points;
    file
      .prepare(
        `insert into responses (response_id, survey_id, unit_id, point_id, channel, language, finished_at, packed, flags, counted)
         with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${COMMENTS})
         select 'r' || n, ?, ?, ?, 'qr', 'vi', '2026-06-01T02:00:00.000Z', ?, '', 1 from numbers`,
      )
      .run(surveyId, point?.unitId, point?.id, packed);
    file
      .prepare(
        `insert into response_texts (response_sequence, field, text)
         select id, 'H1', '=Ý kiến số ' || id || ' về thời gian chờ khám và thái độ phục vụ 😀' from responses`,
      )
      .run();
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, {
      surveyId,
      from: "open",
      to: "closed",
      at: new Date("2026-07-02T03:00:00Z"),
    });
    const survey = await findSurvey(database, viewer, surveyId, "2026-07-02");
    if (!survey) throw new Error("no survey");
    const asked = { survey, today: "2026-07-02", cellMinimum: 10 };
    const head = { day: "2026-07-02", author: "Sở Y tế", simulated: false };
    for (const write of [
      async () => streamCommentsCsv(await loadReleasedComments(database, viewer, asked), false),
      async () => streamCommentsXlsx(await loadReleasedComments(database, viewer, asked), head),
    ]) {
      const before = process.memoryUsage().rss;
      let [bytes, most] = [0, 0];
      const away = new Writable({
        write(piece: Buffer, _encoding, done) {
          bytes += piece.length;
          most = Math.max(most, process.memoryUsage().rss - before);
          done();
        },
      });
      await pipeline(await write(), away);
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(most).toBeLessThan(ROOM);
    }
  },
  10 * 60_000,
);
