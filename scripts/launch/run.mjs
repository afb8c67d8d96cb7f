import { spawn } from "node:child_process";
import { constants } from "node:os";

/** A step of the launcher that did not work; the message is all that its reader needs. */
export class LaunchError extends Error {}

/** One progress line per step, on stderr: stdout belongs to what is launched. */
export function progress(line) {
  process.stderr.write(`• ${line}\n`);
}

/** Runs a program to its end with inherited output. Resolves to its exit code; a program that cannot start gives 127. */
export async function run(program, args, options) {
  const { code } = await ended(program, args, { ...options, stdio: "inherit" });
  return code;
}

/** Runs a program quietly to its end; resolves to its exit code and everything that it wrote. */
export function runQuietly(program, args, options) {
  return ended(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
}

/** Signals that stop the launcher are handed on to the program it runs, which stops in its own good order. */
const HANDED_ON = ["SIGTERM", "SIGINT", "SIGHUP"];

function ended(program, args, { cwd, env = {}, stdio }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    let stopped = null;
    const handOn = (signal) => {
      stopped = signal;
      child.kill(signal);
    };
    for (const signal of HANDED_ON) process.on(signal, handOn);
    const end = (code) => {
      for (const signal of HANDED_ON) process.off(signal, handOn);
      // A step that was stopped half-way: nothing after it may start.
      if (stopped && code !== 0) process.exit(code);
      resolve({ code, output: Buffer.concat(output).toString() });
    };
    child.on("error", (error) => {
      output.push(Buffer.from(`${program}: ${error.message}\n`));
      if (stdio === "inherit") process.stderr.write(`${program}: ${error.message}\n`);
      end(127);
    });
    child.on("close", (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
