import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { changeMark } from "~db/repositories/database-state";
import { publishedMark } from "~db/repositories/publications";
import type { ContentCoding } from "./content-coding";
import type { SiteContext } from "./context";

const compressed: Readonly<Record<ContentCoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

/** Bytes of pages and files kept in memory, all codings together. */
const KEPT_BYTES = 64_000_000;

/** A page or file of published results as it is sent. */
export interface PublishedBody {
  status: number;
  headers: [name: string, value: string][];
  /** Strong: another one for other bytes, hence for each coding. */
  etag: string;
  body: Buffer;
  coding: ContentCoding | null;
}

interface KeptPage {
  status: number;
  headers: [name: string, value: string][];
  tag: string;
  plain: Buffer;
  coded: Map<ContentCoding, Promise<Buffer>>;
  bytes: number;
}

/** Finds what stands at an address, in a coding; null where its route has to answer. */
export type FindPublishedPage = (address: string, coding: ContentCoding | null) => Promise<PublishedBody | null>;

/**
 * Keeps the public pages of results in memory: each is rendered once per publication, and all are forgotten when something
 * is published, replaced or withdrawn. Searches are left to the route, since there is no end of them.
 */
export function publishedPages(build: ServerBuild, site: SiteContext): FindPublishedPage {
  const render = createRequestHandler(build, "production");
  const kept = new Map<string, Promise<KeptPage | null>>();
  const readMark = markReader(site);
  let madeUnder = "";
  let bytes = 0;
  return async (address, wanted) => {
    const name = nameOf(address);
    if (name === null) return null;
    const mark = readMark();
    if (mark !== madeUnder || bytes > KEPT_BYTES) {
      kept.clear();
      bytes = 0;
      madeUnder = mark;
    }
    const known = kept.get(name);
    const made = known ?? makePage(render, name, site);
    if (!known) kept.set(name, made);
    const page = await made.catch(() => null);
    if (!page) {
      // What is no page now may be one later, and addresses that are none are without number.
      kept.delete(name);
      return null;
    }
    if (!known) bytes += page.bytes;
    return inCoding(page, wanted);
  };
}

/** The state of all that is public, read again only after something was written. */
function markReader({ database }: SiteContext): () => string {
  let readUnder = "";
  let mark = "";
  return () => {
    const state = changeMark(database);
    if (state !== readUnder) {
      readUnder = state;
      mark = publishedMark(database);
    }
    return mark;
  };
}

/** An address with nothing in it but what chooses a page; null where it asks for more. */
function nameOf(address: string): string | null {
  const { pathname, searchParams } = new URL(address, "http://site.invalid");
  const asked = [...searchParams.keys()];
  if (new Set(asked).size < asked.length || asked.some((name) => !["lang", "page", "place"].includes(name)))
    return null;
  searchParams.sort();
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

async function makePage(
  render: ReturnType<typeof createRequestHandler>,
  name: string,
  site: SiteContext,
): Promise<KeptPage | null> {
  const nonce = randomUUID();
  const context = { ...site, nonce, requestId: randomUUID(), clientAddress: "" };
  const answer = await render(new Request(new URL(name, site.settings.publicUrl)), context);
  const plain = Buffer.from(await answer.arrayBuffer());
  const may = answer.status === 200 || answer.status === 410;
  if (!may || answer.headers.has("Set-Cookie") || plain.includes(nonce)) return null;
  const tag = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  // Room for the codings of it.
  const bytes = Math.ceil(plain.length * 1.4);
  return { status: answer.status, headers: [...answer.headers], tag, plain, coded: new Map(), bytes };
}

const PACKED = /^image\/|\.spreadsheetml\./;

async function inCoding(page: KeptPage, coding: ContentCoding | null): Promise<PublishedBody> {
  const { status, headers, tag, plain, coded } = page;
  // An image or a workbook is compressed already.
  const isPacked = headers.some(([name, value]) => name === "content-type" && PACKED.test(value));
  if (coding === null || isPacked) return { status, headers, etag: `"${tag}"`, body: plain, coding: null };
  const known = coded.get(coding) ?? compressed[coding](plain);
  coded.set(coding, known);
  return { status, headers, etag: `"${tag}-${coding}"`, body: await known, coding };
}

/** Whether a client holds these bytes already (RFC 9110, section 13.1.2). */
export function isHeld(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false;
  return condition.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
}
