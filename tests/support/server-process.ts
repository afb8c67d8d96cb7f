import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hailong-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface ServerProcess {
  /** Address from the `ready` line. */
  url: string;
  child: ChildProcess;
  /** What it has written so far. */
  output: { out: string; err: string };
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs `scripts/serve.ts` as `npm start` does, without installing or building, until it ends by itself. */
export function spawnServer(environment: Record<string, string>, args: string[] = []) {
  if (!inject("buildIsCurrent")) throw new Error("the build is absent or older than the sources: npm run build");
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts", ...args], {
    cwd: inject("root"),
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: "0",
      LOG_LEVEL: "warn",
      SESSION_SECRET: "a secret of the tests, long enough for it",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, output, ended };
}

/** The same, once it is ready. Throws with what it wrote when it ends before that. */
export async function startServer(environment: Record<string, string>, args: string[] = []): Promise<ServerProcess> {
  const { child, output, ended } = spawnServer(environment, args);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const ready = /^ready (\S+)$/m.exec(output.out)?.[1];
      if (ready) resolve(ready);
    });
    ended.then(() => reject(new Error(`the server ended before it was ready: ${output.err}`)));
  });
  return {
    url,
    child,
    output,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
