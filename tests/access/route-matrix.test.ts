import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { isAllowed, ROLES, type Role } from "~/access/roles";
import routes from "~/routes";
import { type Database, openDatabaseCopy } from "~db/open-database.server";
import { unzip } from "../reports/unzip";
import { visitSite } from "../support/built-site";
import { ROUTE_TABLE, type RouteLine } from "./route-table";
import { makeWorlds, type World, type Worlds } from "./route-world";

let template: Buffer;
let worlds: Worlds;
const opened: Database[] = [];

beforeAll(async () => {
  const database = openDatabaseCopy(readFileSync(inject("referenceDatabase")));
  worlds = await makeWorlds(database);
  template = database.$client.serialize();
  database.$client.close();
});

afterEach(() => {
  for (const database of opened.splice(0)) database.$client.close();
});

function freshDatabase(): Database {
  const database = openDatabaseCopy(template);
  opened.push(database);
  return database;
}

/** Addresses of app/routes.ts with the file behind each; pages that only say that there is none are left out. */
function addresses(entries: readonly RouteConfigEntry[], above = ""): { path: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above;
    if (entry.children) return addresses(entry.children, path);
    return path.endsWith("*") ? [] : [{ path: path || "/", file: entry.file }];
  });
}

const ADDRESSES = addresses(routes as RouteConfigEntry[]);

/** The address of app/routes.ts that a line of the table is about: the one with the most fixed parts that fits. */
function addressOf(line: RouteLine): string | undefined {
  const parts = (line.path.split("?")[0] ?? "").split("/");
  const fits = ADDRESSES.filter(({ path }) => {
    const own = path.split("/");
    return own.length === parts.length && own.every((part, at) => part.startsWith(":") || part === parts[at]);
  });
  const fixed = (path: string) => path.split("/").filter((part) => !part.startsWith(":")).length;
  return fits.sort((one, other) => fixed(other.path) - fixed(one.path))[0]?.path;
}

describe("the table of routes", () => {
  it.each(ADDRESSES)("has a line for what $path opens and for what is done there", ({ path, file }) => {
    const source = readFileSync(join(inject("root"), "app", file), "utf8");
    const exports = (name: string) => new RegExp(`export (async )?(function|const) ${name}\\b`).test(source);
    const methods = new Set(ROUTE_TABLE.filter((line) => addressOf(line) === path).map(({ method }) => method));
    expect([path, methods.has("GET"), methods.has("POST")]).toEqual([
      path,
      exports("loader") || exports("default"),
      exports("action"),
    ]);
  });

  it("has no line of a route that is not there", () => {
    expect(ROUTE_TABLE.filter((line) => addressOf(line) === undefined).map(({ path }) => path)).toEqual([]);
    for (const { file } of ADDRESSES) expect(existsSync(join(inject("root"), "app", file))).toBe(true);
  });
});

/** A line with the names of a world in their places. */
function inWorld(line: RouteLine, world: World) {
  const fill = (text: string) =>
    text.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = world[name];
      if (value === undefined) throw new Error(`the world has no “${name}”: add it to tests/access/route-world.ts`);
      return encodeURIComponent(value);
    });
  const fields = Object.entries(line.fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, decodeURIComponent(fill(value))]),
  );
  return { path: fill(line.path), fields };
}

/** What a page has told is written down with the telling, so that the next publication knows it: also on a page that says no. */
const TOLD: ReadonlySet<string> = new Set(["published_masks"]);

interface Trial {
  status: number;
  location: string | null;
  body: string;
  /** Tables whose rows are others than before, save what a page notes of its own figures. */
  changed: string[];
}

async function tryLine(line: RouteLine, world: World, role: Role | null): Promise<Trial> {
  const database = freshDatabase();
  const site = await visitSite(database);
  const { path, fields } = inWorld(line, world);
  const headers: Record<string, string> = role ? { Cookie: worlds.cookies.get(role) ?? "" } : {};
  const before = line.method === "POST" ? stateOf(database) : null;
  const init = line.method === "GET" ? {} : { method: "POST", body: new URLSearchParams(fields) };
  const response = await site.send(path, { ...init, headers });
  const body = await readBody(response);
  const after = before && stateOf(database);
  const changed =
    before && after ? Object.keys(after).filter((table) => after[table] !== before[table] && !TOLD.has(table)) : [];
  return { status: response.status, location: response.headers.get("Location"), body, changed };
}

/** All that a person could read in an answer, also inside the documents that are ZIP files. */
async function readBody(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  return [...unzip(bytes).values()].join("\n");
}

/** A checksum of the rows of each table. */
function stateOf(database: Database): Record<string, string> {
  const tables = database.$client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => {
      const rows = database.$client.prepare(`select * from "${table}"`).raw().all();
      return [table, createHash("sha1").update(JSON.stringify(rows)).digest("hex")];
    }),
  );
}

function mayDo(role: Role, line: RouteLine): boolean {
  return line.who === "public" || line.who === "signed in" || isAllowed(role, line.who);
}

/** What the worlds of others make of a line at all: it names something of theirs. */
function isAboutSomething(line: RouteLine): boolean {
  return !["public", "none", "shared"].includes(line.scope);
}

const told = (line: RouteLine) => `${line.method} ${line.path} ${Object.values(line.fields).flat().join(" ")}`.trim();
const LINES = ROUTE_TABLE.map((line) => ({ line, name: told(line) }));

function expectNoSecrets({ body }: Trial, { places = false }: RouteLine) {
  const secrets = worlds.secrets.filter((secret) => !places || secret !== worlds.other.unitName);
  for (const secret of secrets) expect(body.includes(secret), `the answer tells “${secret}”`).toBe(false);
}

function expectRefused(trial: Trial, line: RouteLine, outside: readonly number[]) {
  expect(mayBe(trial, outside), `${told(line)} answered ${trial.status} ${trial.location ?? ""}`).toBe(true);
  expect(trial.changed).toEqual([]);
  // A form that comes back shows what was typed into it; it was the sender who named it.
  if (trial.status !== 422) expectNoSecrets(trial, line);
}

const mayBe = ({ status }: Trial, statuses: readonly number[]) => statuses.includes(status);

describe.each(ROLES)("a %s", (role) => {
  it.each(LINES)("does with its own what the table says: $name", async ({ line }) => {
    const trial = await tryLine(line, worlds.own, role);
    if (!mayDo(role, line)) {
      expect(trial.status).toBe(403);
      expect(trial.changed).toEqual([]);
    } else if (line.answers !== undefined) {
      expect(trial.status).toBe(line.answers);
    } else {
      expect(trial.location ?? "").not.toContain("/sign-in?");
      expect([trial.status, trial.body.slice(0, trial.status < 400 ? 0 : 3000)]).toEqual([trial.status, ""]);
    }
    if (line.who !== "public") expectNoSecrets(trial, line);
  });

  it.each(LINES.filter(({ line }) => isAboutSomething(line)))(
    "is refused what is another's, and changes nothing: $name",
    async ({ line }) => {
      const refusals = [403, 404, ...(mayDo(role, line) && line.outside ? [line.outside] : [])];
      expectRefused(await tryLine(line, worlds.other, role), line, refusals);
      const seen = await tryLine(line, worlds.seen, role);
      if (line.scope !== "survey visible") expectRefused(seen, line, refusals);
      else if (!mayDo(role, line)) expect(seen.status).toBe(403);
      else {
        expect(seen.status).toBeLessThan(400);
        expectNoSecrets(seen, line);
      }
    },
  );
});

it.each(LINES.filter(({ line }) => line.who !== "public"))(
  "nobody gets to $name without signing in",
  async ({ line }) => {
    const trial = await tryLine(line, worlds.own, null);
    expect([trial.status, trial.location?.startsWith("/sign-in")]).toEqual([302, true]);
    expect(trial.changed).toEqual([]);
  },
);
