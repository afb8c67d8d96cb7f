import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { isBuildCurrent } from "../../scripts/launch/build.mjs";
import { countTests } from "../../scripts/launch/checks.mjs";
import { whileLocked } from "../../scripts/launch/lock.mjs";
import { nodeVersionProblem } from "../../scripts/launch/node-version.mjs";

function folder() {
  const made = mkdtempSync(join(tmpdir(), "hailong-launch-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe("versions of Node", () => {
  test.each(["v20.19.0", "v20.20.2", "v22.0.0", "v24.99.1"])("%s will do", (version) => {
    expect(nodeVersionProblem(version)).toBeNull();
  });

  test.each(["v18.20.4", "v20.18.3", "v25.0.0"])("%s is told what is wanted, in both languages", (version) => {
    expect(nodeVersionProblem(version)).toMatch(/cần Node\.js 20\.19 – 24\.x[\s\S]+needs Node\.js 20\.19 – 24\.x/);
  });
});

describe("counting a test run", () => {
  const passing = { status: "passed", assertionResults: [{ status: "passed" }] };
  const report = { numTotalTests: 3, numPassedTests: 3, numFailedTests: 0, testResults: [passing] };

  test("all passed", () => {
    expect(countTests(report, 0)).toEqual({ passed: 3, failed: 0 });
  });

  test("a failed test counts once, though the run ends badly because of it", () => {
    const failing = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };
    const some = { ...report, numPassedTests: 2, numFailedTests: 1, testResults: [passing, failing] };
    expect(countTests(some, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test.each([
    ["crashed before it reported", null, 1],
    ["ended badly though all tests passed", report, 1],
    ["ran nothing", { numTotalTests: 0, numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0],
    ["skipped a test", { ...report, numTotalTests: 4 }, 0],
    ["has a file that did not load", { ...report, testResults: [{ status: "failed", assertionResults: [] }] }, 1],
  ])("a run that %s has a failure", (_, some, exitCode) => {
    expect(countTests(some, exitCode).failed).toBe(1);
  });
});

test("a build is current until a source changes, and only then not", () => {
  const root = folder();
  expect(isBuildCurrent(root)).toBe(false);
  mkdirSync(join(root, "build", "server"), { recursive: true });
  writeFileSync(join(root, "build", "server", "index.js"), "");
  expect(isBuildCurrent(root)).toBe(false);
});

describe("the lock around installing and building", () => {
  test("lets one in at a time", async () => {
    const root = folder();
    const order = [];
    const work = (name) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} out`);
    };
    await Promise.all([whileLocked(root, work("a")), whileLocked(root, work("b"))]);
    expect(order).toEqual(["a in", "a out", "b in", "b out"]);
  });

  test("is taken over from a launcher that died", async () => {
    const root = folder();
    mkdirSync(join(root, ".launch-lock"));
    writeFileSync(join(root, ".launch-lock", "pid"), "999999999");
    expect(await whileLocked(root, async () => "done")).toBe("done");
  });

  test("is given back when the work fails", async () => {
    const root = folder();
    await expect(whileLocked(root, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await whileLocked(root, async () => "done")).toBe("done");
  });
});
