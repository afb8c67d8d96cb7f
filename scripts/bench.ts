import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchNumbers } from "./bench/numbers";
import { prepareSurvey } from "./bench/prepare";
import { benchPublic } from "./bench/public";
import { formatTable } from "./bench/table";

/**
 * Measures the public pages and the numbers against floors of the same run: programs that do the least that could
 * possibly do. Ratios hold from machine to machine, figures do not.
 *
 *   npm run bench [public|numbers]
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [part] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "hailong-bench-"));
try {
  const survey = await prepareSurvey(root, folder);
  const rows = [
    ...(part === "numbers" ? [] : await benchPublic(survey, folder)),
    ...(part === "public" ? [] : await benchNumbers(survey)),
  ];
  console.log(formatTable(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
