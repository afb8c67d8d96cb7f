import { constants, crc32, deflateRawSync } from "node:zlib";
import type { ContentCoding } from "./content-coding";
import { type SplicedBrotli, spliceBrotli } from "./spliced-brotli";

/** A page that is the same for everybody but for a few short values. */
export interface SplicedPage {
  /**
   * The page with other values, as long as those it was made from, in the places of these; in the coding that is asked
   * for, or plain where it cannot be had. The long parts are compressed once, at first need; values go uncompressed.
   */
  body(coding: ContentCoding | null, values: readonly string[]): Promise<PageBody>;
}

export interface PageBody {
  /** Sent one after the other; the long last one is shared by all visits. */
  chunks: readonly Buffer[];
  coding: ContentCoding | null;
}

const NOTHING = Buffer.alloc(0);

/** RFC 1952: magic, deflate, no flags, no time, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Takes a page apart at the values it was made from. Null unless each stands in it exactly once, in that order. */
export function splitPage(html: string, values: readonly string[]): SplicedPage | null {
  const parts = cut(html, values)?.map((part) => Buffer.from(part));
  if (!parts) return null;
  const lengths = values.map((value) => Buffer.byteLength(value));
  let deflated: Buffer[] | undefined;
  let brotli: Promise<SplicedBrotli | null> | undefined;
  return {
    async body(coding, texts) {
      const given = texts.map((text) => Buffer.from(text));
      if (given.length !== lengths.length || given.some((value, index) => value.length !== lengths[index]))
        throw new RangeError("a page takes values as long as those it was made from");
      if (coding === "gzip") {
        deflated ??= parts.map(deflatedPart);
        return { chunks: [GZIP_HEADER, ...join(deflated, given.map(storedBlock)), gzipTrailer(parts, given)], coding };
      }
      if (coding === "br") {
        brotli ??= spliceBrotli(parts, lengths);
        const spliced = await brotli;
        if (spliced) return { chunks: [spliced.with(given)], coding };
      }
      return { chunks: join(parts, given), coding: null };
    },
  };
}

/** All parts but the last in one chunk, which are short on a form page, and the last as it is. */
function join(parts: readonly Buffer[], between: readonly Buffer[]): [first: Buffer, last: Buffer] {
  const first = parts.slice(0, -1).flatMap((part, index) => [part, between[index] ?? NOTHING]);
  return [Buffer.concat(first), parts.at(-1) ?? NOTHING];
}

function gzipTrailer(parts: readonly Buffer[], values: readonly Buffer[]): Buffer {
  const plain = join(parts, values);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(
    plain.reduce((sum, chunk) => crc32(chunk, sum), 0),
    0,
  );
  trailer.writeUInt32LE(lengthOf(plain), 4);
  return trailer;
}

/** Bytes of several chunks together. */
export function lengthOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

function cut(html: string, values: readonly string[]): string[] | null {
  const parts: string[] = [];
  let rest = html;
  for (const value of values) {
    const [before, after, ...more] = rest.split(value);
    if (before === undefined || after === undefined || more.length > 0 || parts.join("").includes(value)) return null;
    parts.push(before);
    rest = after;
  }
  return [...parts, rest];
}

/** Every part but the last ends on a whole byte without ending the stream, so that others can follow. */
function deflatedPart(part: Buffer, index: number, all: readonly Buffer[]): Buffer {
  const finishFlush = index === all.length - 1 ? constants.Z_FINISH : constants.Z_FULL_FLUSH;
  return deflateRawSync(part, { level: 9, finishFlush });
}

/** RFC 1951, section 3.2.4: a block of bytes as they are, not the last one. */
function storedBlock(bytes: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt16LE(bytes.length, 1);
  header.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([header, bytes]);
}
