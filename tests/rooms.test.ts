import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { readSourceFiles, type SourceFile } from "./support/source-files";

/** The rooms of app/, as the README draws them. */
const ROOMS = [
  "statistics",
  "questionnaires",
  "units",
  "surveys",
  "collection-points",
  "responses",
  "comments",
  "indices",
  "snapshots",
  "reports",
  "access",
  "i18n",
  "http",
  "components",
  "form-script",
  "routes",
  "styles",
];

/** Rooms of the field's own rules, where `x.ts` is pure and `x.server.ts` touches the database. */
const DOMAIN_ROOMS = ROOMS.slice(0, 10);

const LINES = 320;

const root = inject("root");
const files = readSourceFiles(root, ["app", "db", "scripts"]);
const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
const roomOf = (path: string) => /^app\/([\w-]+)\//.exec(path)?.[1] ?? null;

/** `file → target` of every import that breaks a rule. */
function breaches(some: SourceFile[], isForbidden: (target: string, typeOnly: boolean) => boolean): string[] {
  return some.flatMap((file) =>
    file.imports
      .filter(({ target, typeOnly }) => isForbidden(target, typeOnly))
      .map(({ target }) => `${file.path} → ${target}`),
  );
}

function paths(some: SourceFile[]): string[] {
  return some.map((file) => file.path);
}

describe("the reader of these rules", () => {
  test("sees the files and their imports", () => {
    expect(files.length).toBeGreaterThan(80);
    const repository = files.find((file) => file.path === "db/repositories/responses.ts");
    expect(repository?.imports).toContainEqual({ target: "drizzle-orm", typeOnly: false });
    expect(repository?.imports).toContainEqual({ target: "app/responses/channels", typeOnly: true });
    expect(files.find((file) => file.path === "app/config.server.ts")?.environment).toBe(1);
    expect(files.find((file) => file.path === "app/http/create-app.ts")?.clock).toBe(1);
  });
});

describe("rooms", () => {
  test("are the ones that the README draws", () => {
    const folders = readdirSync(join(root, "app"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => !ROOMS.includes(name))).toEqual([]);
  });

  test("statistics imports no other room and nothing that reads or writes", () => {
    expect(
      breaches(inFolder("app/statistics"), (target) => !target.startsWith("app/statistics/") && !isPackage(target)),
    ).toEqual([]);
    expect(breaches(inFolder("app/statistics"), (target) => target.startsWith("node:"))).toEqual([]);
  });

  test("nobody imports routes", () => {
    expect(breaches(files, (target) => target.startsWith("app/routes/"))).toEqual([]);
  });

  test("routes know neither the database engine nor its tables", () => {
    expect(breaches(inFolder("app/routes"), (target) => isEngine(target) || target.startsWith("db/schema"))).toEqual(
      [],
    );
  });

  test("only db/ and the benchmark import the database engine", () => {
    const others = files.filter(({ path }) => !path.startsWith("db/") && !path.startsWith("scripts/bench"));
    expect(breaches(others, isEngine)).toEqual([]);
  });

  test("components only present: no database, no HTTP, no routes, no use case", () => {
    expect(
      breaches(
        inFolder("app/components"),
        (target) => /^(db|app\/http|app\/routes)\//.test(target) || target.endsWith(".server"),
      ),
    ).toEqual([]);
  });

  test("the pure files of the domain rooms import no database, no use case, no file system and no other I/O", () => {
    const pure = files.filter(({ path }) => DOMAIN_ROOMS.includes(roomOf(path) ?? "") && !/\.server\.tsx?$/.test(path));
    expect(pure.length).toBeGreaterThan(30);
    expect(
      breaches(
        pure,
        (target, typeOnly) =>
          /^(db|app\/http|app\/routes|app\/components)\//.test(target) ||
          (target.endsWith(".server") && !typeOnly) ||
          /^node:(fs|http|https|net|child_process|worker_threads)\b/.test(target),
      ),
    ).toEqual([]);
  });

  test("domain rooms, use cases included, know nothing of pages, of HTTP and of Remix", () => {
    const domain = files.filter(({ path }) => DOMAIN_ROOMS.includes(roomOf(path) ?? ""));
    expect(
      breaches(domain, (target) => /^app\/(http|routes|components)\//.test(target) || target.startsWith("@remix-run/")),
    ).toEqual([]);
  });

  test("db/ knows the domain's types and nothing above it", () => {
    expect(
      breaches(inFolder("db"), (target) => /^app\/(http|routes|components|reports\/(?!reform-plan))/.test(target)),
    ).toEqual([]);
  });

  test("no file imports itself through others, types left aside", () => {
    expect(cycles(files)).toEqual([]);
  });
});

describe("what enters in one place only", () => {
  test("the environment is read by the settings; launcher and benchmark hand it on to what they start", () => {
    const allowed = /^(app\/config\.server\.ts|scripts\/launch(\.mjs|\/)|scripts\/bench\/load\.ts|scripts\/analyze)/;
    expect(paths(files.filter((file) => file.environment > 0 && !allowed.test(file.path)))).toEqual([]);
  });

  test("the clock is read by the server, by scripts and by the script of a page, and handed inward as `now`", () => {
    const allowed = /^(app\/http\/|app\/form-script\/|app\/entry\.|scripts\/)/;
    expect(paths(files.filter((file) => file.clock > 0 && !allowed.test(file.path)))).toEqual([]);
  });

  test("SQL stands in db/", () => {
    const outside = files.filter(({ path }) => !path.startsWith("db/") && !path.startsWith("scripts/bench"));
    expect(breaches(outside, (target) => target.startsWith("db/schema"))).toEqual([]);
  });
});

test(`no file is longer than ${LINES} lines`, () => {
  expect(files.filter((file) => file.lines > LINES).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
});

function isPackage(target: string): boolean {
  return !/^(app|db|scripts|tests)\//.test(target);
}

function isEngine(target: string): boolean {
  return /^(drizzle-orm|better-sqlite3)($|\/)/.test(target);
}

/** Circles of imports that load code, each told once from its first file by name. */
function cycles(some: SourceFile[]): string[] {
  const byPath = new Map(some.map((file) => [file.path.replace(/(\/index)?\.(tsx?|mjs)$/, ""), file]));
  const found = new Set<string>();
  const done = new Set<SourceFile>();
  const walk = (file: SourceFile, trail: SourceFile[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.add(fromFirst(paths(trail.slice(at))).join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const { target, typeOnly } of file.imports) {
      const next = typeOnly ? undefined : byPath.get(target.replace(/(\/index)?\.(tsx?|mjs)$/, ""));
      if (next) walk(next, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of some) walk(file, []);
  return [...found];
}

function fromFirst(circle: string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? "");
  return [...circle.slice(first), ...circle.slice(0, first)];
}
