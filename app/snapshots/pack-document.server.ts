import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import canonicalize from "canonicalize";
import type { SnapshotDocument } from "./snapshot";

/** A document as it is stored: canonical JSON (RFC 8785), gzip, and SHA-256 over the JSON. */
export async function packDocument(document: SnapshotDocument): Promise<{ hash: string; bytes: Buffer }> {
  const json = canonicalize(document);
  if (json === undefined) throw new TypeError("a snapshot without content");
  return { hash: hashOf(json), bytes: await promisify(gzip)(json) };
}

/** The document as it was packed. Throws where it does not have the hash that it was stored with. */
export function unpackDocument(bytes: Uint8Array, hash: string): SnapshotDocument {
  const json = gunzipSync(bytes).toString("utf8");
  if (hashOf(json) !== hash) throw new Error("a snapshot is not what it was when it was taken");
  return JSON.parse(json) as SnapshotDocument;
}

function hashOf(json: string): string {
  return createHash("sha256").update(json, "utf8").digest("hex");
}
