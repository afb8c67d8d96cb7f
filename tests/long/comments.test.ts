import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
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
/** Both files, on a quiet machine. They grow with the comments: the tenth part takes the tenth of it. */
const LONGEST = 3 * 60_000;

it(
  "half a million comments leave as CSV and XLSX in bounded memory, each once, none a formula",
  async () => {
    const { database, viewer, survey } = await commentedSurvey();
    const asked = { survey, today: "2026-07-02", cellMinimum: 10 };
    const head = { day: "2026-07-02", author: "Sở Y tế", simulated: false };
    const folder = await mkdtemp(join(tmpdir(), "hailong-comments-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const load = () => loadReleasedComments(database, viewer, asked);
    const [csv, xlsx] = [join(folder, "comments.csv"), join(folder, "comments.xlsx")];
    await written(csv, async () => streamCommentsCsv(await load(), false));
    await written(xlsx, async () => streamCommentsXlsx(await load(), head));
    const inCsv = await readPieces(createReadStream(csv), "\r\n");
    expect(inCsv).toEqual({ ...ALL, pieces: COMMENTS + 1, disarmed: COMMENTS, formulas: 0 });
    const inXlsx = await readPieces(entry(xlsx, "xl/worksheets/sheet1.xml"), "</row>");
    expect(inXlsx).toEqual({ ...ALL, pieces: COMMENTS + 1, disarmed: 0, formulas: 0 });
  },
  LONGEST,
);

/** Every comment once, with its picture character. */
const ALL = { comments: COMMENTS, numbers: COMMENTS, emoji: COMMENTS };

/** A closed survey at one hospital; every comment begins like a formula, bears its number and ends in an emoji. */
async function commentedSurvey() {
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
       select id, 'H1', '=cmd|Ý kiến số ' || id || ' về thời gian chờ khám và thái độ phục vụ 😀' from responses`,
    )
    .run();
  const viewer = await provinceViewer(database);
  const at = new Date("2026-07-02T03:00:00Z");
  await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
  const survey = await findSurvey(database, viewer, surveyId, "2026-07-02");
  if (!survey) throw new Error("no survey");
  return { database, viewer, survey };
}

/** Writes a file and holds its making to the room it may take. */
async function written(path: string, make: () => Promise<Readable>): Promise<void> {
  const before = process.memoryUsage().rss;
  let most = 0;
  const measured = new Transform({
    transform(piece: Buffer, _encoding, done) {
      most = Math.max(most, process.memoryUsage().rss - before);
      done(null, piece);
    },
  });
  await pipeline(await make(), measured, createWriteStream(path));
  expect(most).toBeLessThan(ROOM);
}

/** What stands in the pieces of a text that end in some word: rows of a table. */
async function readPieces(text: Readable, end: string) {
  const found = { pieces: 0, comments: 0, numbers: 0, emoji: 0, disarmed: 0, formulas: 0 };
  const seen = new Set<string>();
  let rest = "";
  text.setEncoding("utf8");
  for await (const part of text) {
    const pieces = (rest + part).split(end);
    rest = pieces.pop() ?? "";
    for (const piece of pieces) {
      found.pieces += 1;
      const number = /(['>,]?)=cmd\|Ý kiến số (\d+) về/u.exec(piece);
      if (!number?.[2]) continue;
      found.comments += 1;
      seen.add(number[2]);
      if (piece.includes("😀")) found.emoji += 1;
      if (number[1] === "'") found.disarmed += 1;
      if (number[1] === "," || number[1] === "" || piece.includes("<f>")) found.formulas += 1;
    }
  }
  return { ...found, numbers: seen.size };
}

/** One part of a ZIP file, unpacked as it is read. */
function entry(path: string, name: string): Readable {
  const zip = readFileSync(path);
  const at = zip.indexOf(name) - 30;
  expect(zip.readUInt32LE(at)).toBe(0x04034b50);
  const data = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return createReadStream(path, { start: data }).pipe(createInflateRaw());
}
