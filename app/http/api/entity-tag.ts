import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Bodies shorter than this are sent as they are. */
const WORTH_COMPRESSING = 1024;

/**
 * An answer with a strong entity tag: another one for the compressed bytes, since a strong tag stands for the very bytes.
 * 304 without a body where the caller has it.
 */
export async function taggedAnswer(
  request: Request,
  text: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const plain = Buffer.from(text, "utf8");
  const hash = createHash("sha256").update(plain).digest("base64url").slice(0, 27);
  const zipped = plain.length >= WORTH_COMPRESSING && acceptsGzip(request.headers.get("Accept-Encoding"));
  const tag = zipped ? `"${hash}-gzip"` : `"${hash}"`;
  const shared = { ...headers, ETag: tag, Vary: "Authorization, Accept-Encoding" };
  if (matches(request.headers.get("If-None-Match"), [`"${hash}"`, `"${hash}-gzip"`])) {
    return new Response(null, { status: 304, headers: shared });
  }
  const bytes = zipped ? await compress(plain) : plain;
  const coding: Record<string, string> = zipped ? { "Content-Encoding": "gzip" } : {};
  return new Response(new Uint8Array(bytes), {
    headers: { ...shared, ...coding, "Content-Length": String(bytes.length) },
  });
}

function acceptsGzip(accepted: string | null): boolean {
  return (accepted ?? "")
    .split(",")
    .some((part) => /^\s*(gzip|\*)\s*(;\s*q=(1|0\.\d*[1-9]\d*)(\.0*)?\s*)?$/i.test(part));
}

/** Comparison of If-None-Match is weak (RFC 9110, 13.1.2). */
function matches(asked: string | null, tags: readonly string[]): boolean {
  if (asked === null) return false;
  return asked.split(",").some((part) => {
    const tag = part.trim().replace(/^W\//, "");
    return tag === "*" || tags.includes(tag);
  });
}
