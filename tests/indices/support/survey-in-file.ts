import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { foldTallies } from "~/indices/fold-tallies.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { addViewer } from "../../support/accounts";
import { qualitySurvey } from "./quality-survey";

const COPIED = "survey_id, unit_id, point_id, channel, language, received_at, packed, flags, counted";
const LATER = (column: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '+' || (n * 13) || ' minutes')`;

/** A database in a file, as a thread can open it, with so many forms and more at two hospitals, folded. */
export async function surveyInFile(forms: number) {
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
  return { database, folder, request: made.request, officer: { ...made.request, viewer: officer } };
}

/** What was made, and the longest that the event loop of this thread stood still meanwhile, in milliseconds. */
export async function whileWatched<Made>(make: () => Promise<Made>): Promise<{ made: Made; longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const made = await make();
  // A turn of its own, or what stood still last is not measured.
  await pause(20);
  delay.disable();
  return { made, longest: delay.max / 1e6 };
}
