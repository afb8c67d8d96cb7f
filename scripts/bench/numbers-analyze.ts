import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { importFile } from "./import-file";
import type { Row } from "./table";

const UNITS = 1000;
const DRAWN = 10_000;
const MOST_MB = 1024;

/** Has the child say on its way out how much memory it ever held. */
const PEAK = 'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';

/** Memory and seconds of `npm run analyze` on a file of so many responses. */
export async function benchAnalyze(root: string, folder: string, count: number): Promise<Row> {
  const questionnaire = join(root, "seeds", "questionnaires", "outpatient-qd56.json");
  const responses = join(folder, "million.csv");
  await writeResponses(responses, questionnaire, count);
  const call = ["--questionnaire", questionnaire, "--responses", responses, "--out", join(folder, "result.json")];
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", PEAK, "--import", "tsx", "scripts/analyze.ts", ...call], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the analysis failed: ${told}`);
  const peak = Math.max(...[...told.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes))) / 1024;
  return {
    what: `analyze a file of ${count} responses, peak memory`,
    figure: `${peak.toFixed(0)} MB`,
    target: { text: `< ${MOST_MB} MB`, met: peak < MOST_MB },
    note: `${((performance.now() - started) / 1000).toFixed(0)} s`,
  };
}

/** The same ten thousand lines again and again, under ids of their own. */
async function writeResponses(path: string, questionnaire: string, count: number): Promise<void> {
  const parsed = parseQuestionnaire(JSON.parse(readFileSync(questionnaire, "utf8")));
  if (!parsed.ok) throw new Error("the questionnaire does not hold");
  const codes = Array.from({ length: UNITS }, (_, unit) => `U${String(unit).padStart(4, "0")}`);
  const [header, ...lines] = importFile(parsed.questionnaire, codes, DRAWN).trimEnd().split("\n");
  const ends = lines.map((line) => line.slice(line.indexOf(",")));
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let from = 0; from < count; from += DRAWN) {
    const some = ends.slice(0, count - from).map((end, at) => `r${from + at}${end}`);
    if (!file.write(`${some.join("\n")}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}
