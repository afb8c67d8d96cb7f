import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from "express";
import type { Logger } from "pino";
import { createPosterJobs } from "~/collection-points/poster-jobs.server";
import { createCommentReader } from "~/comments/comment-reader.server";
import type { Settings } from "~/config.server";
import { createAnalysisRoom } from "~/indices/analysis-room.server";
import { createQualityReports } from "~/indices/quality-reports.server";
import { createUnitReportsJobs } from "~/reports/unit-report-jobs.server";
import { createArrivalWatch } from "~/responses/arrival-watch";
import { createImportJobs } from "~/responses/import-jobs.server";
import type { Database } from "~db/open-database.server";
import { builtFiles } from "./built-files";
import type { AppContext, SiteContext } from "./context";
import { refuseForeignOrigin } from "./foreign-origin";
import { refuseOversizedForm } from "./form-limit";
import { healthPage } from "./health";
import { createMetrics } from "./metrics";
import { publicDoor } from "./public-door";
import type { FormAnswer } from "./receive-form.server";
import { nonceOf, securityHeaders } from "./security-headers";
import { requestWatch } from "./watch-request";
import { forgetUntrustedForwarding, refuseMalformedAddress } from "./well-formed";

export interface AppOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the project: built files are found from here. */
  root: string;
  database: Database;
  settings: Settings & { SESSION_SECRET: string };
  /** Address that QR codes hold, without a slash at the end. */
  publicUrl: string;
  version: string;
  log: Logger;
  now?: () => Date;
  /** Without the door every request goes the long way; the answers are the same. */
  door?: boolean;
  /** Serves sources while developing, in place of the built files. */
  sources?: RequestHandler;
}

/** The whole site as one handler of a server: the public door, and behind it an Express application around Remix. */
export function createApp(options: AppOptions): RequestListener {
  const { root, database, publicUrl, version, log, build } = options;
  const secure = publicUrl.startsWith("https://");
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", false);
  // A reverse proxy stands on the same machine; nobody else may say where a request came from.
  app.set("trust proxy", "loopback");
  const metrics = createMetrics(database);
  const watch = requestWatch(log, metrics);
  app.use(nameRequest, (request, response, next) => {
    const { requestId } = response.locals;
    watch(request, response, { requestId, path: request.path, started: performance.now() });
    next();
  });
  app.use(refuseMalformedAddress, forgetUntrustedForwarding, securityHeaders({ secure }));
  app.get("/health", healthPage(database, { version, migrationsFolder: join(root, "db", "migrations") }));
  app.get("/metrics", metrics.page);
  app.use(compression());
  if (options.sources) app.use(options.sources);
  else app.use(builtFiles(join(root, "build", "client")));
  app.use(refuseForeignOrigin(publicUrl), refuseOversizedForm);
  const site = siteContext(options);
  const receivedAtDoor = new WeakMap<IncomingMessage, Promise<FormAnswer>>();
  app.use(
    createRequestHandler({
      build,
      getLoadContext: (request, response) => {
        const received = receivedAtDoor.get(request);
        return { ...site, ...factsOf(response as Response), ...(received && { received }) };
      },
    }),
  );
  app.use(unexpectedError(log));
  if (typeof build === "function" || options.door === false) return app;
  const door = publicDoor(build, site, { secure, watch });
  return (request, response) =>
    door(request, response, (received) => {
      if (received) receivedAtDoor.set(request, received);
      app(request, response);
    });
}

const nameRequest: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID();
  response.locals.nonce = randomBytes(16).toString("base64url");
  response.setHeader("X-Request-Id", response.locals.requestId);
  next();
};

function siteContext({
  root,
  database,
  settings,
  publicUrl,
  version,
  now = () => new Date(),
}: AppOptions): SiteContext {
  return {
    database,
    now,
    arrivals: createArrivalWatch(),
    posterJobs: createPosterJobs({
      folder: join(root, "data", "posters"),
      program: join(root, "scripts", "serve", "poster-worker.mjs"),
      now,
    }),
    unitReportsJobs: createUnitReportsJobs({
      folder: join(root, "data", "unit-reports"),
      program: join(root, "scripts", "serve", "unit-reports-worker.mjs"),
      now,
    }),
    imports: createImportJobs({
      database,
      program: join(root, "scripts", "serve", "import-worker.mjs"),
      timeZone: settings.TIME_ZONE,
      now,
    }),
    quality: createQualityReports({ database, program: join(root, "scripts", "serve", "quality-worker.mjs") }),
    analysis: createAnalysisRoom({ database, program: join(root, "scripts", "serve", "analysis-worker.mjs") }),
    comments: createCommentReader({ database, program: join(root, "scripts", "serve", "comments-worker.mjs") }),
    settings: {
      publicUrl,
      publicUrlMissing: settings.PUBLIC_URL === undefined,
      timeZone: settings.TIME_ZONE,
      version,
      province: settings.PROVINCE,
      contact: settings.CONTACT || null,
      resultsUrl: settings.RESULTS_URL ?? null,
      minimums: { cell: settings.CELL_MINIMUM, unit: settings.UNIT_MINIMUM },
      snapshotProgram: join(root, "scripts", "serve", "snapshot-worker.mjs"),
      secureCookies: publicUrl.startsWith("https://"),
      sessionSecret: settings.SESSION_SECRET,
    },
  };
}

function factsOf(response: Response): Omit<AppContext, keyof SiteContext | "received"> {
  return {
    nonce: nonceOf(response),
    requestId: response.locals.requestId as string,
    clientAddress: response.req.ip ?? "",
  };
}

/** What no page caught: logged once, answered without details. */
function unexpectedError(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const given = (error as { status?: unknown }).status;
    const status = typeof given === "number" && given >= 400 && given < 500 ? given : 500;
    const { requestId } = response.locals;
    if (status === 500) log.error({ requestId, err: error }, "unexpected error");
    if (response.headersSent) return next(error);
    const sentence = status === 500 ? "Hệ thống gặp lỗi. (Server error.)" : "Yêu cầu không hợp lệ. (Bad request.)";
    response.status(status).type("text/plain; charset=utf-8").send(`${sentence} ${requestId}\n`);
  };
}
