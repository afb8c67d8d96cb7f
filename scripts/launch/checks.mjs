import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { whileLocked } from "./lock.mjs";
import { LaunchError, progress, run } from "./run.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

/**
 * Installs what is missing, then runs every check: types, lint and tests; or with `long` the long tests alone.
 * @returns how many passed and failed. What cannot be prepared counts as one failed check.
 */
export async function runChecks(root, { long }) {
  const prepared = await countFailure(() =>
    whileLocked(root, async () => {
      await ensureInstalled(root);
      await ensureBuilt(root);
    }),
  );
  if (!existsSync(join(root, "node_modules", "vitest"))) return prepared;
  const outcomes = [prepared, await countFailure(ensureSystemPackages)];
  if (!long) {
    outcomes.push(await check(root, "kiểu dữ liệu (types)", ["node_modules/typescript/bin/tsc"]));
    outcomes.push(await check(root, "quy tắc viết mã (lint)", ["node_modules/@biomejs/biome/bin/biome", "check", "."]));
  }
  outcomes.push(await runTests(root, long ? ["--mode", "long"] : []));
  return sum(outcomes);
}

export function sum(outcomes) {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
  };
}

async function countFailure(prepare) {
  try {
    await prepare();
    return { passed: 0, failed: 0 };
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

async function check(root, name, args) {
  progress(name);
  const code = await run(process.execPath, args, { cwd: root });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(root, args) {
  progress("kiểm thử (tests)");
  const folder = mkdtempSync(join(tmpdir(), "hailong-tests-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const vitest = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args];
    const code = await run(process.execPath, vitest, { cwd: root });
    return countTests(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts a vitest report. A test that was skipped counts as failed, as does a file that did not load; a run that
 * crashed, ran nothing or ended badly for any other reason has at least one failure.
 */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  for (const file of unloaded) process.stderr.write(`không chạy được (failed outside its tests): ${file.name}\n`);
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  if (skipped > 0)
    process.stderr.write(`${skipped} phép thử bị bỏ qua, tính là không đạt (skipped, counted as failed)\n`);
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + skipped + unloaded.length;
  const endedBadly = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && endedBadly ? 1 : failed };
}
