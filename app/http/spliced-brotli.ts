import { once } from "node:events";
import { type BrotliOptions, brotliDecompressSync, constants, createBrotliCompress } from "node:zlib";

/** Bytes that UTF-8 never has; what is made of them resembles nothing else on a page. */
const FOREIGN_BYTES = [0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff];

/** Letters of the page that go uncompressed with a value: the decoder reads the next ones by the two before them. */
const AFTER = 2;

const NOTHING = Buffer.alloc(0);

/** A page compressed by Brotli (RFC 7932) but for the places of its values. */
export interface SplicedBrotli {
  /** The page with values of the lengths it was made for. */
  with(values: readonly Buffer[]): Buffer;
}

/**
 * Compresses a page once with a gap for each value, to be filled with an uncompressed meta-block at each visit.
 * The whole is one stream, flushed on both sides of a gap, so the parts stand on whole bytes and know of each other.
 * @returns null where the gaps turn out not to be free, see {@link isFree}: the page cannot be spliced then.
 */
export async function spliceBrotli(
  parts: readonly Buffer[],
  lengths: readonly number[],
): Promise<SplicedBrotli | null> {
  const constant = parts.map((part, index) => (index === 0 ? part : part.subarray(AFTER)));
  const follows = parts.slice(1).map((part) => part.subarray(0, AFTER));
  if (follows.some(({ length }) => length < AFTER)) return null;
  const gaps = fillers(lengths);
  const pieces = await compressInPieces(
    constant.flatMap((part, index) => [part, ...inGap(gaps[index], follows[index])]),
  );
  const kept = pieces.filter((_, index) => index % 2 === 0);
  const page: SplicedBrotli = {
    with: (values) =>
      Buffer.concat(
        kept.flatMap((piece, index) => [piece, ...inGap(values[index], follows[index]).flatMap(uncompressedBlock)]),
      ),
  };
  return isFree(page, parts, lengths) ? page : null;
}

/**
 * Whether any values can stand in the gaps. The parts are read alike for all values unless one of them copies letters
 * from a gap; then it would come out otherwise for values that differ in every letter. So two such trials prove it.
 */
function isFree(page: SplicedBrotli, parts: readonly Buffer[], lengths: readonly number[]): boolean {
  return ["0", "1"].every((letter) => {
    const values = lengths.map((length) => Buffer.from(letter.repeat(length)));
    const expected = Buffer.concat(parts.flatMap((part, index) => [part, values[index] ?? NOTHING]));
    try {
      return brotliDecompressSync(page.with(values)).equals(expected);
    } catch {
      return false;
    }
  });
}

/** What stands in the gaps while compressing: bytes of which no two neighbours come twice, so nothing is a copy. */
function fillers(lengths: readonly number[]): Buffer[] {
  const count = FOREIGN_BYTES.length;
  let taken = 0;
  let at = 0;
  const next = () => {
    at = (at + 1 + Math.floor(taken++ / count)) % count;
    return FOREIGN_BYTES[at] ?? 0;
  };
  return lengths.map((length) => Buffer.from(Array.from({ length }, next)));
}

async function compressInPieces(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const stream = createBrotliCompress({
    // Room for all of it: the stream never waits for its reader.
    chunkSize: size + 1024,
    readableHighWaterMark: 2 * size + 2048,
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  } as BrotliOptions);
  const compressed: Buffer[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index === pieces.length - 1) {
      stream.end(piece);
      await once(stream, "readable");
    } else {
      stream.write(piece);
      await new Promise<void>((resolve) => stream.flush(constants.BROTLI_OPERATION_FLUSH, resolve));
    }
    compressed.push((stream.read() as Buffer | null) ?? NOTHING);
  }
  return compressed;
}

/** RFC 7932, section 9.2: not the last, four nibbles of length less one, uncompressed, then whole bytes. */
function uncompressedBlock(bytes: Buffer): Buffer[] {
  const header = Buffer.alloc(3);
  header.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3);
  return [header, bytes];
}

/** What goes into a gap: a value and the letters after it; nothing behind the last part. */
function inGap(value: Buffer | undefined, follow: Buffer | undefined): Buffer[] {
  return value && follow ? [Buffer.concat([value, follow])] : [];
}
