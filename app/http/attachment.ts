import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A response that a browser saves as a file (or shows, when `inline`), under a name that may hold Vietnamese letters. */
export function attachment(
  body: string | Uint8Array | ReadableStream | Readable,
  { name, type, inline = false }: { name: string; type: string; inline?: boolean },
): Response {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\w.-]+/g, "-");
  const disposition = `${inline ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  const sent = body instanceof Readable ? createReadableStreamFromReadable(body) : body;
  return new Response(sent as BodyInit, {
    headers: { "Content-Type": type, "Content-Disposition": disposition, "Cache-Control": "private, no-store" },
  });
}
