import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import express, { type RequestHandler } from "express";
import { contentCoding } from "./content-coding";

/** What the build writes beside a file that is worth compressing. */
const SUFFIX = { br: ".br", gzip: ".gz" } as const;

/**
 * Serves what the build made, compressed once by it. Files with a hash in their name never change; what stands in
 * public/ may, at the next release.
 */
export function builtFiles(folder: string): RequestHandler[] {
  const files = express.static(folder, { maxAge: "1h", index: false, redirect: false });
  const assets = express.static(join(folder, "assets"), {
    immutable: true,
    maxAge: "1y",
    index: false,
    redirect: false,
    // The service worker lies among the built files and looks after the citizens' pages, at /k/ and at /i/.
    setHeaders(response, path) {
      if (basename(path).startsWith("service-worker-")) response.setHeader("Service-Worker-Allowed", "/");
    },
  });
  return [
    compressedFile(folder),
    (request, response, next) => {
      if (!request.url.startsWith("/assets/")) return files(request, response, next);
      request.url = request.url.slice("/assets".length);
      assets(request, response, () => response.status(404).type("text/plain").send("Not found\n"));
    },
  ];
}

/** Leads a request to the compressed file beside the one it asks for, where the browser takes such. */
function compressedFile(folder: string): RequestHandler {
  const present = new Set(
    existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).map((path) => `/${path}`) : [],
  );
  return (request, response, next) => {
    const { path } = request;
    if (!present.has(path + SUFFIX.br)) return next();
    response.vary("Accept-Encoding");
    const coding = contentCoding(request.headers["accept-encoding"]);
    if (coding) {
      response.type(extname(path));
      response.setHeader("Content-Encoding", coding);
      request.url = path + SUFFIX[coding];
    }
    next();
  };
}
