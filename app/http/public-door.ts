import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { contentCoding } from "./content-coding";
import type { SiteContext } from "./context";
import { formPages } from "./form-pages";
import { isHeld, publishedPages } from "./published-pages";
import { FORM_BYTES, isForm, parseForm } from "./read-form-body";
import { type FormAnswer, receiveForm } from "./receive-form.server";
import { citizenHeaders } from "./security-headers";
import { lengthOf } from "./spliced-page";
import { visitOf } from "./visit";
import type { WatchRequest } from "./watch-request";
import { isWellFormed } from "./well-formed";

/** The address of a collection point as a poster shows it; codes typed otherwise are read further in. */
const ADDRESS = /^(\/k\/([\w-]+))(?:\?|$)/;

/** The address of a public page of results. */
const RESULTS = /^(\/results(?:\/[^?]*)?)(?:\?|$)/;

/** Leaves a request to the site behind, with the outcome of its form where that was read. */
export type HandOn = (received?: Promise<FormAnswer>) => void;

export type PublicDoor = (request: IncomingMessage, response: ServerResponse, handOn: HandOn) => void;

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  address: string;
  path: string;
  code: string;
  /** When it came, by `performance.now()`. */
  started: number;
}

/**
 * Stands in front of the site and answers by itself what citizens ask for nearly always: the form of a collection
 * point, from memory, and a form that can be taken. It calls the same use cases as the routes; everything else, and
 * every page that says no, is left to them.
 */
export function publicDoor(
  build: ServerBuild,
  site: SiteContext,
  { secure, watch }: { secure: boolean; watch: WatchRequest },
): PublicDoor {
  const findPage = formPages(build, site);
  const findResults = publishedPages(build, site);
  const fixed = citizenHeaders({ secure }).flat();

  function answer(
    { request, response, path, started }: Call,
    status: number,
    headers: string[],
    /** Null: an answer that has none. */
    body: readonly Buffer[] | null,
  ): void {
    const requestId = randomUUID();
    watch(request, response, { requestId, path, started });
    const length = body ? ["Content-Length", String(lengthOf(body))] : [];
    response.writeHead(status, ["X-Request-Id", requestId, ...fixed, ...headers, ...length]);
    for (const chunk of body ?? []) response.write(chunk);
    response.end();
  }

  async function openForm(call: Call, handOn: HandOn): Promise<void> {
    const visit = visitOf(call.address, call.code, site);
    // Whatever fails here fails again further in, where there is a page for it and a line in the log.
    const found = await findPage(call.address, visit).catch(() => null);
    if (!found) return handOn();
    const wanted = call.request.method === "HEAD" ? null : contentCoding(call.request.headers["accept-encoding"]);
    const { chunks, coding } = await found.page.body(wanted, found.values);
    const headers = [...found.headers.flat(), "Vary", "Accept-Encoding"];
    answer(call, 200, coding ? [...headers, "Content-Encoding", coding] : headers, chunks);
  }

  async function openResults(call: Call, handOn: HandOn): Promise<void> {
    const { headers: asked } = call.request;
    const found = await findResults(call.address, contentCoding(asked["accept-encoding"])).catch(() => null);
    if (!found) return handOn();
    const { status, etag, body, coding } = found;
    const headers = [...found.headers.flat(), "ETag", etag, "Vary", "Accept-Encoding"];
    if (status === 200 && isHeld(asked["if-none-match"], etag)) return answer(call, 304, headers, null);
    answer(call, status, coding ? [...headers, "Content-Encoding", coding] : headers, [body]);
  }

  async function takeForm(call: Call, handOn: HandOn): Promise<void> {
    const bytes = await readAll(call.request);
    // A sender who left in the middle waits for nothing.
    if (!bytes) return;
    const visit = visitOf(call.address, call.code, site);
    const { cookie: cookies = null } = call.request.headers;
    const received = receiveForm({ body: parseForm(bytes), cookies, visit }, site);
    const outcome = await received.catch(() => null);
    if (!outcome?.taken) return handOn(received);
    answer(call, 303, Object.entries(outcome.headers).flat(), []);
  }

  return (request, response, handOn) => {
    const started = performance.now();
    const address = request.url ?? "";
    const [, results] = RESULTS.exec(address) ?? [];
    if (results !== undefined && isReading(request) && isWellFormed(request.headers.host, address)) {
      openResults({ request, response, address, path: results, code: "", started }, handOn);
      return;
    }
    const [, path, code] = ADDRESS.exec(address) ?? [];
    if (path === undefined || code === undefined || !isWellFormed(request.headers.host, "/")) return handOn();
    const call = { request, response, address, path, code, started };
    if (isReading(request)) openForm(call, handOn);
    else if (request.method === "POST" && isWholeForm(request)) takeForm(call, handOn);
    else handOn();
  };
}

function isReading({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

/** Whether a request says that it carries a form which may be read in one go. */
function isWholeForm({ headers }: IncomingMessage): boolean {
  const { "content-type": type = null, "content-length": length, "transfer-encoding": chunked } = headers;
  return isForm(type) && chunked === undefined && length !== undefined && Number(length) <= FORM_BYTES;
}

/** The bytes of a body; null when it broke off. */
function readAll(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("close", () => resolve(null));
  });
}
