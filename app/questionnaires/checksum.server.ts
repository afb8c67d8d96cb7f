import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Canonical JSON (RFC 8785) of a document, without `verified`, which is a record beside the version. */
export function canonicalJson(document: object): string {
  const { verified: _ignored, ...content } = document as Record<string, unknown>;
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError("document has no canonical JSON form");
  return canonical;
}

/** SHA-256 in hexadecimal over canonical JSON: the same questionnaire gives the same checksum however it is laid out. */
export function questionnaireChecksum(document: object): string {
  return createHash("sha256").update(canonicalJson(document), "utf8").digest("hex");
}
