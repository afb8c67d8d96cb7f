import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Connections that send at the same time, and for how long. */
const CONNECTIONS = 20;
const WARM_SECONDS = 3;
const SECONDS = 2;

/** Rounds in which each load has its turn, so that whatever else the machine does falls on all of them alike. */
const ROUNDS = 5;

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

/** Runs a program to its end in a process of its own, unheard. @returns its exit code. */
export async function runProgram(args: string[], environment: Record<string, string>): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: "ignore" });
  const [code] = await once(child, "close");
  return code;
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
  /** A path for each request, in place of the address's own. */
  makePath?: () => string;
  /** The only status that counts. */
  status: number;
}

export interface Rate {
  perSecond: number;
  /** Milliseconds under which 99 of 100 answers came. */
  p99: number;
}

export interface Compared extends Rate {
  /** Share of the first load's rate, the median of the rounds and the least. */
  share: { median: number; least: number };
}

/** Measures loads in turn, after a warm-up, against the first of them. Throws when any answer is not the one expected. */
export async function compareRates(loads: readonly Load[]): Promise<Compared[]> {
  for (const load of loads) await measure(load, WARM_SECONDS);
  const rounds: Rate[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const rates: Rate[] = [];
    for (const load of loads) rates.push(await measure(load, SECONDS));
    rounds.push(rates);
  }
  return loads.map((_, index) => {
    const rates = rounds.flatMap((round) => round[index] ?? []);
    const shares = rounds.map((round) => (round[index]?.perSecond ?? 0) / (round[0]?.perSecond ?? 1));
    return {
      perSecond: median(rates.map(({ perSecond }) => perSecond)),
      p99: median(rates.map(({ p99 }) => p99)),
      share: { median: median(shares), least: Math.min(...shares) },
    };
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function measure(load: Load, seconds: number): Promise<Rate> {
  const result = await fire(load, { duration: seconds });
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** Sends so many requests a second for so long; the result counts every answer. */
export async function sendSteadily(load: Load, { perSecond, seconds }: { perSecond: number; seconds: number }) {
  return fire(load, { overallRate: perSecond, amount: perSecond * seconds });
}

async function fire(load: Load, how: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const { url, method = "GET", headers = {}, makeBody, makePath } = load;
  const request: autocannon.Request =
    makeBody || makePath
      ? {
          setupRequest: (given: autocannon.Request) => ({
            ...given,
            ...(makeBody && { body: makeBody() }),
            ...(makePath && { path: makePath() }),
          }),
        }
      : {};
  const result = await autocannon({ url, method, headers, connections: CONNECTIONS, requests: [request], ...how });
  const given = Object.keys(result.statusCodeStats ?? {});
  if (result.errors > 0 || given.join() !== String(load.status)) {
    throw new Error(`${url} answered ${given.join(", ")} with ${result.errors} errors, not ${load.status} alone`);
  }
  return result;
}
