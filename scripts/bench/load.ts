import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Connections that send at the same time, and for how long. */
const CONNECTIONS = 20;
const WARM_SECONDS = 2;
const SECONDS = 8;

/** Starts a server in a process of its own and returns its address once it prints `ready`. */
export async function startServer(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready) resolve(ready);
    });
    child.once("close", () => reject(new Error(`server ended before it was ready: ${args.join(" ")}`)));
  });
  return { url, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "close");
}

export interface Load {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** A body for each request; without it none is sent. */
  makeBody?: () => string;
  /** The only status that counts. */
  status: number;
}

export interface Rate {
  perSecond: number;
  /** Milliseconds under which 99 of 100 answers came. */
  p99: number;
}

/** Answers per second under load, after a warm-up. Throws when any answer is not the one expected. */
export async function measureRate(load: Load): Promise<Rate> {
  await fire(load, WARM_SECONDS);
  const result = await fire(load, SECONDS);
  const given = Object.keys(result.statusCodeStats ?? {});
  if (result.errors > 0 || given.join() !== String(load.status)) {
    throw new Error(`${load.url} answered ${given.join(", ")} with ${result.errors} errors, not ${load.status} alone`);
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

function fire({ url, method = "GET", headers = {}, makeBody }: Load, duration: number): Promise<autocannon.Result> {
  const request: autocannon.Request = makeBody
    ? { setupRequest: (given: autocannon.Request) => ({ ...given, body: makeBody() }) }
    : {};
  return autocannon({ url, method, headers, connections: CONNECTIONS, duration, requests: [request] });
}
