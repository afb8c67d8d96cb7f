import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchImport } from "./bench/imports";
import { benchNumbers, prepareNumbers } from "./bench/numbers";
import { numbersFrom } from "./bench/numbers-from";
import { benchPosters } from "./bench/posters";
import { prepareSurvey } from "./bench/prepare";
import { benchPublic } from "./bench/public";
import { benchQuality } from "./bench/quality";
import { benchReports } from "./bench/reports";
import { benchResults } from "./bench/results";
import { formatTable } from "./bench/table";

/**
 * Measures the public pages and the numbers against floors of the same run: programs that do the least that could
 * possibly do. Ratios hold from machine to machine, figures do not.
 *
 *   npm run bench [public|results|numbers [--quick]|reports [--quick|--from=<bench.db>]|posters|import|quality]
 *
 * `--from`: reports on the largest survey of a copy of a database that a bench filled before.
 *
 * The part `quality` measures no time but what the quality rules find among simulated forms.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [part, ...flags] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "hailong-bench-"));
try {
  const wanted = (name: string) => part === undefined || part === name;
  const alone = ["posters", "quality", "results"];
  const from = flags.find((flag) => flag.startsWith("--from="))?.slice("--from=".length);
  const survey = alone.includes(part ?? "") || from ? null : await prepareSurvey(root, folder);
  const quick = flags.includes("--quick");
  const filled = from === undefined ? null : await numbersFrom(root, folder, from);
  const made = survey && (wanted("numbers") || wanted("reports")) ? await prepareNumbers(survey) : null;
  const numbers = filled ?? made;
  const rows = [
    ...(survey && wanted("public") ? await benchPublic(survey, folder) : []),
    ...(wanted("results") ? await benchResults(folder) : []),
    ...(survey && numbers && wanted("numbers") ? await benchNumbers(root, folder, survey, numbers, quick) : []),
    ...(numbers && wanted("reports") ? await benchReports(root, folder, numbers, quick) : []),
    ...(survey && wanted("import") ? await benchImport(root, folder, survey) : []),
    ...(wanted("quality") ? benchQuality() : []),
    ...(wanted("posters") ? await benchPosters(root, folder) : []),
  ];
  console.log(formatTable(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
