import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { inject } from "vitest";
import { createPosterJobs } from "~/collection-points/poster-jobs.server";
import { createCommentReader } from "~/comments/comment-reader.server";
import type { AppContext } from "~/http/context";
import { createAnalysisRoom } from "~/indices/analysis-room.server";
import { createQualityReports } from "~/indices/quality-reports.server";
import { createUnitReportsJobs } from "~/reports/unit-report-jobs.server";
import { createArrivalWatch } from "~/responses/arrival-watch";
import { createImportJobs } from "~/responses/import-jobs.server";
import type { Database } from "~db/open-database.server";

/** The instant at which tests happen unless they say another. */
export const NOW = new Date("2026-06-01T03:00:00Z");

let loaded: Promise<ServerBuild> | undefined;

/** The built site as a module. Fails when the build is older than the sources: then its answers would prove nothing. */
export function serverBuild(): Promise<ServerBuild> {
  if (!inject("buildIsCurrent")) throw new Error("the build is absent or older than the sources: npm run build");
  loaded ??= import(pathToFileURL(`${inject("root")}/build/server/index.js`).href);
  return loaded;
}

/** What a browser with a cookie jar and no script would do with the built site, without a port. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form; redirects are not followed. */
  post(path: string, fields: Record<string, string> | [string, string][]): Promise<Response>;
  /** Any other request. */
  send(path: string, init: RequestInit): Promise<Response>;
  /** A request of somebody else to the same site: without the visitor's cookies, and none are kept. */
  stranger(path: string, init: RequestInit): Promise<Response>;
}

/** The built site over a database. Redirects are returned as they are; cookies are kept from answer to answer. */
export async function visitSite(
  database: Database,
  { now = () => NOW, settings = {} }: { now?: () => Date; settings?: Partial<AppContext["settings"]> } = {},
): Promise<Visitor> {
  const handle = createRequestHandler(await serverBuild(), "production");
  const context: AppContext = {
    database,
    now,
    arrivals: createArrivalWatch(),
    posterJobs: createPosterJobs({
      folder: join(tmpdir(), "hailong-test-posters"),
      program: join(inject("root"), "scripts", "serve", "poster-worker.mjs"),
      now,
    }),
    unitReportsJobs: createUnitReportsJobs({
      folder: join(tmpdir(), "hailong-test-unit-reports"),
      program: join(inject("root"), "scripts", "serve", "unit-reports-worker.mjs"),
      now,
    }),
    imports: createImportJobs({
      database,
      program: join(inject("root"), "scripts", "serve", "import-worker.mjs"),
      timeZone: "Asia/Ho_Chi_Minh",
      now,
    }),
    quality: createQualityReports({
      database,
      program: join(inject("root"), "scripts", "serve", "quality-worker.mjs"),
    }),
    comments: createCommentReader({
      database,
      program: join(inject("root"), "scripts", "serve", "comments-worker.mjs"),
    }),
    analysis: createAnalysisRoom({
      database,
      program: join(inject("root"), "scripts", "serve", "analysis-worker.mjs"),
    }),
    nonce: "test-nonce",
    requestId: "test-request",
    clientAddress: "127.0.0.1",
    settings: {
      publicUrl: "http://localhost",
      publicUrlMissing: false,
      timeZone: "Asia/Ho_Chi_Minh",
      version: "0.1.0",
      province: "Tỉnh Thanh Hóa",
      contact: null,
      resultsUrl: null,
      minimums: { cell: 10, unit: 30 },
      secureCookies: false,
      sessionSecret: "a secret of the tests, long enough for it",
      ...settings,
    },
  };
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await handle(new Request(`http://localhost${path}`, { ...init, headers }), { ...context });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name === undefined || value === undefined) continue;
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    send,
    stranger: (path, init) => handle(new Request(`http://localhost${path}`, init), { ...context }),
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields) => send(path, { method: "POST", body: new URLSearchParams(fields) }),
  };
}
