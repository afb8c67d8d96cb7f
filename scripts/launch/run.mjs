import { spawn } from "node:child_process";

/** A step of the launcher that did not work; the message is all that its reader needs. */
export class LaunchError extends Error {}

/** One progress line per step, on stderr: stdout belongs to what is launched. */
export function progress(line) {
  process.stderr.write(`• ${line}\n`);
}

/** Runs a program to its end with inherited output. Resolves to its exit code; a program that cannot start gives 127. */
export function run(program, args, { cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
    child.on("error", (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? signalCode(signal)));
  });
}

/** Runs a program quietly to its end; resolves to its exit code and everything that it wrote. */
export function runQuietly(program, args, { cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code, signal) =>
      resolve({ code: code ?? signalCode(signal), output: Buffer.concat(output).toString() }),
    );
  });
}

/**
 * Runs Node with inherited output until it ends, handing SIGTERM, SIGINT and SIGHUP on to it, so that whoever stops the
 * launcher stops the server in good order. Resolves to the exit code.
 */
export function runUntilStopped(args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
    const handOn = (signal) => child.kill(signal);
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, handOn);
    child.on("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? signalCode(signal)));
  });
}

function signalCode(signal) {
  return signal === "SIGINT" ? 130 : 143;
}
