import { constants, crc32, deflateRawSync } from "node:zlib";

/** A page that is the same for everybody but for a few short values. */
export interface SplicedPage {
  /** The page with other values in the places of the ones it was made from. */
  plain(values: readonly string[]): Buffer;
  /** The same, compressed. The long parts were compressed once; the values go between them uncompressed. */
  gzip(values: readonly string[]): Buffer;
}

interface Part {
  bytes: Buffer;
  deflated: Buffer;
}

/** RFC 1952: magic, deflate, no flags, no time, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Takes a page apart at the values it was made from. Null unless each stands in it exactly once, in that order. */
export function splitPage(html: string, values: readonly string[]): SplicedPage | null {
  const parts = cut(html, values)?.map(deflatedPart);
  if (!parts) return null;
  const pieces = (given: readonly string[], part: (one: Part) => Buffer, value: (one: Buffer) => Buffer) =>
    parts.flatMap((one, index) => {
      const next = given[index];
      return index < values.length && next !== undefined ? [part(one), value(Buffer.from(next))] : [part(one)];
    });
  const plain = (given: readonly string[]) => Buffer.concat(pieces(given, bytesOf, itself));
  return {
    plain,
    gzip(given) {
      const body = plain(given);
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(crc32(body), 0);
      trailer.writeUInt32LE(body.length, 4);
      return Buffer.concat([GZIP_HEADER, ...pieces(given, deflatedOf, storedBlock), trailer]);
    },
  };
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
function deflatedPart(part: string, index: number, all: readonly string[]): Part {
  const bytes = Buffer.from(part);
  const finishFlush = index === all.length - 1 ? constants.Z_FINISH : constants.Z_FULL_FLUSH;
  return { bytes, deflated: deflateRawSync(bytes, { level: 9, finishFlush }) };
}

/** RFC 1951, section 3.2.4: a block of bytes as they are, not the last one. */
function storedBlock(bytes: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt16LE(bytes.length, 1);
  header.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([header, bytes]);
}

function bytesOf(part: Part): Buffer {
  return part.bytes;
}

function deflatedOf(part: Part): Buffer {
  return part.deflated;
}

function itself(bytes: Buffer): Buffer {
  return bytes;
}
