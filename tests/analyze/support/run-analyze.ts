import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as an analyst does, from a folder that is not the project's. */
export function analyzeIn(folder: string, ...args: string[]): Promise<Outcome> {
  return run("npm", ["--prefix", PROJECT, "run", "--silent", "analyze", "--", ...args], folder);
}

export function run(command: string, args: string[], cwd: string): Promise<Outcome> {
  const { INIT_CWD: _outer, ...env } = process.env;
  const child = spawn(command, args, { cwd, env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
