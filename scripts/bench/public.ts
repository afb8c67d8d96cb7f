import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import SqliteFile from "better-sqlite3";
import { formFields } from "./form-fields";
import { lighthouseRows } from "./lighthouse";
import { type Compared, compareRates, type Load, sendSteadily, startServer } from "./load";
import type { BenchSurvey } from "./prepare";
import type { Row } from "./table";
import { transferRow } from "./transfer";

/** Forms that differ, sent round and round under ids of their own. */
const FORMS = 500;

/** Share of a bare server's rate that pages and submissions must reach. */
const LEAST_SHARE = 0.4;

const STEADY = { perSecond: 200, seconds: 60 };

/** Share of the wanted pace that counts as kept: the first and the last second are not whole. */
const PACE_KEPT = 0.97;

/** Time for answers that nobody waits for any more. */
const SETTLE_MS = 3000;

/** The citizens' pages: their size, their marks by Lighthouse, and their rates beside servers that do nothing else. */
export async function benchPublic(survey: BenchSurvey, folder: string): Promise<Row[]> {
  const ours = await startServer(["--import", "tsx", "scripts/serve.ts"], {
    DATABASE_URL: `file:${survey.file}`,
    SESSION_SECRET: "a secret for measuring, long enough",
  });
  try {
    const address = `${ours.url}/k/${survey.points[0]?.code}?survey=${survey.surveyId}`;
    return [
      await transferRow("outpatient form of 31 items", address, { kilobytes: 25, requests: 3 }),
      await transferRow("counter form", `${ours.url}/k/${survey.counterCode}`, { kilobytes: 18, requests: 3 }),
      ...(await lighthouseRows(address)),
      ...(await benchPage({ address, what: "page, GET /k/<code>" }, folder)),
      ...(await benchSubmission(ours.url, survey, folder)),
      await steadySubmission(ours.url, survey),
    ];
  } finally {
    await ours.stop();
  }
}

/** How often a second a page is sent in each coding, beside a server that knows nothing but its bytes. */
export async function benchPage({ address, what }: { address: string; what: string }, folder: string): Promise<Row[]> {
  const encoded = (coding: string): Load => ({ url: address, headers: { "Accept-Encoding": coding }, status: 200 });
  const page = Buffer.from(await (await fetch(address, encoded("identity"))).arrayBuffer());
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  const bare = await startServer(["scripts/bench/bare-page.mjs", file]);
  try {
    const codings = ["identity", "gzip", "br"];
    const rates = await compareRates([{ ...encoded("identity"), url: bare.url }, ...codings.map(encoded)]);
    const size = `${(page.length / 1024).toFixed(1)} KB`;
    return rates.map((rate, index) => {
      if (index === 0) return { what: `page of ${size}, bare node:http`, ...shown(rate) };
      const row = { what: `${what}, ${codings[index - 1]}`, ...besideFloor(rate) };
      return index === 1 ? { ...row, target: shareTarget(rate) } : row;
    });
  } finally {
    await bare.stop();
  }
}

async function benchSubmission(site: string, survey: BenchSurvey, folder: string): Promise<Row[]> {
  const { items } = survey.questionnaire;
  const codes = (text: boolean) => items.filter((item) => (item.type === "text") === text).map((item) => item.code);
  const bare = await startServer([
    "scripts/bench/bare-store.mjs",
    join(folder, "bare.db"),
    codes(false).join(","),
    codes(true).join(","),
  ]);
  const sent = submissions(site, survey);
  try {
    const [floor, ours] = await compareRates([{ ...sent, url: bare.url }, sent]);
    if (!floor || !ours) return [];
    return [
      { what: "form of 31 items, bare node:http and better-sqlite3", ...shown(floor) },
      { what: "form, POST /k/<code>", ...besideFloor(ours), target: shareTarget(ours) },
    ];
  } finally {
    await bare.stop();
  }
}

/** Submissions at an even pace; then the rows are counted: as many as were thanked for, each id once. */
async function steadySubmission(site: string, survey: BenchSurvey): Promise<Row> {
  // What the load before still had under way must not count here.
  await setTimeout(SETTLE_MS);
  const before = countRows(survey.file);
  const result = await sendSteadily(submissions(site, survey), STEADY);
  await setTimeout(SETTLE_MS);
  const after = countRows(survey.file);
  const stored = after.rows - before.rows;
  const lost = Math.max(0, result.requests.total - stored);
  const pace = result.requests.average;
  const doubled = after.rows - after.ids + Math.max(0, stored - result.requests.total);
  return {
    what: `${STEADY.perSecond} submissions a second for ${STEADY.seconds} s`,
    figure: `${Math.round(pace)} /s`,
    note: `${stored} stored, p99 ${result.latency.p99} ms, ${lost} lost, ${doubled} doubled`,
    target: {
      text: `${STEADY.perSecond} /s, ${STEADY.perSecond * STEADY.seconds} stored once each`,
      met:
        lost === 0 &&
        doubled === 0 &&
        stored >= STEADY.perSecond * STEADY.seconds &&
        pace >= PACE_KEPT * STEADY.perSecond,
    },
  };
}

function countRows(file: string): { rows: number; ids: number } {
  const database = new SqliteFile(file, { readonly: true });
  const counted = database.prepare("select count(*) as rows, count(distinct response_id) as ids from responses").get();
  database.close();
  return counted as { rows: number; ids: number };
}

/** Filled-in forms for all points in turn: so many at one point would be an attack. */
function submissions(site: string, survey: BenchSurvey): Load {
  let turn = 0;
  return {
    url: site,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    makeBody: bodies(survey),
    makePath: () => `/k/${survey.points[turn++ % survey.points.length]?.code}?send=1`,
    status: 303,
  };
}

/** Bodies that cost the load generator nearly nothing: filled in beforehand, only the id is new. */
function bodies(survey: BenchSurvey): () => string {
  const { questionnaire, surveyId, checksum } = survey;
  // Long enough ago for a person to have read it all.
  const startedAt = new Date(Date.now() - 5 * 60_000).toISOString();
  let turn = 0;
  const tails = Array.from({ length: FORMS }, () => {
    const envelope = { responseId: "", surveyId, checksum, startedAt };
    const fields = formFields(questionnaire, envelope, (choices) => (turn++ * 7) % choices);
    return new URLSearchParams(fields.slice(1)).toString();
  });
  let sent = 0;
  return () => `response_id=${randomUUID()}&${tails[sent++ % FORMS]}`;
}

function shown({ perSecond, p99 }: Compared): Pick<Row, "figure" | "note"> {
  return { figure: `${Math.round(perSecond)} /s`, note: `p99 ${p99} ms` };
}

function besideFloor(rate: Compared): Omit<Row, "what"> {
  const { median, least } = rate.share;
  const share = `${percent(median)} of the floor, least ${percent(least)}`;
  return { ...shown(rate), note: `${share}, p99 ${rate.p99} ms`, ratio: 1 / median };
}

function shareTarget({ share }: Compared): NonNullable<Row["target"]> {
  return { text: `≥ ${percent(LEAST_SHARE)}`, met: share.median >= LEAST_SHARE };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
