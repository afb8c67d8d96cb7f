import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formFields } from "./form-fields";
import { measureRate, type Rate, startServer } from "./load";
import type { BenchSurvey } from "./prepare";
import type { Row } from "./table";

/** Forms that differ, sent round and round under ids of their own. */
const FORMS = 500;

/** Pages and submissions per second of a collection point, beside servers that do nothing else. */
export async function benchPublic(survey: BenchSurvey, folder: string): Promise<Row[]> {
  const ours = await startServer(["--import", "tsx", "scripts/serve.ts"], {
    DATABASE_URL: `file:${survey.file}`,
    SESSION_SECRET: "a secret for measuring, long enough",
  });
  try {
    const address = `${ours.url}/k/${survey.points[0]?.code}`;
    return [...(await benchPage(address, folder)), ...(await benchSubmission(address, survey, folder))];
  } finally {
    await ours.stop();
  }
}

async function benchPage(address: string, folder: string): Promise<Row[]> {
  const identity = { "Accept-Encoding": "identity" };
  const page = Buffer.from(await (await fetch(address, { headers: identity })).arrayBuffer());
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  const bare = await startServer(["scripts/bench/bare-page.mjs", file]);
  try {
    const floor = await measureRate({ url: bare.url, headers: identity, status: 200 });
    const plain = await measureRate({ url: address, headers: identity, status: 200 });
    const gzip = await measureRate({ url: address, headers: { "Accept-Encoding": "gzip" }, status: 200 });
    const size = `${(page.length / 1024).toFixed(1)} KB`;
    return [
      { what: `page of ${size}, bare node:http`, ...shown(floor) },
      { what: "page, GET /k/<code>", ...shown(plain), ratio: floor.perSecond / plain.perSecond },
      { what: "page, GET /k/<code>, gzip", ...shown(gzip), ratio: floor.perSecond / gzip.perSecond },
    ];
  } finally {
    await bare.stop();
  }
}

async function benchSubmission(address: string, survey: BenchSurvey, folder: string): Promise<Row[]> {
  const { items } = survey.questionnaire;
  const codes = (text: boolean) => items.filter((item) => (item.type === "text") === text).map((item) => item.code);
  const bare = await startServer([
    "scripts/bench/bare-store.mjs",
    join(folder, "bare.db"),
    codes(false).join(","),
    codes(true).join(","),
  ]);
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const sent = { method: "POST" as const, headers, makeBody: bodies(survey), status: 303 };
  try {
    const floor = await measureRate({ ...sent, url: bare.url });
    const stored = await measureRate({ ...sent, url: address });
    return [
      { what: `form of ${items.length} items, bare node:http and better-sqlite3`, ...shown(floor) },
      { what: "form, POST /k/<code>", ...shown(stored), ratio: floor.perSecond / stored.perSecond },
    ];
  } finally {
    await bare.stop();
  }
}

/** Bodies that cost the load generator nearly nothing: filled in beforehand, only the id is new. */
function bodies(survey: BenchSurvey): () => string {
  const { questionnaire, surveyId, checksum } = survey;
  const startedAt = new Date().toISOString();
  let turn = 0;
  const tails = Array.from({ length: FORMS }, () => {
    const envelope = { responseId: "", surveyId, checksum, startedAt };
    const fields = formFields(questionnaire, envelope, (choices) => (turn++ * 7) % choices);
    return new URLSearchParams(fields.slice(1)).toString();
  });
  let sent = 0;
  return () => `response_id=${randomUUID()}&${tails[sent++ % FORMS]}`;
}

function shown({ perSecond, p99 }: Rate): Pick<Row, "figure" | "note"> {
  return { figure: `${Math.round(perSecond)} /s`, note: `p99 ${p99} ms` };
}
