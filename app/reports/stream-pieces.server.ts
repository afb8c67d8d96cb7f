import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** Pieces of a file as a stream of bytes, made as its reader takes them; between two of them the server answers others. */
export function streamPieces(pieces: Iterable<string | Buffer>): Readable {
  return Readable.from(bytesOf(pieces), { objectMode: false });
}

async function* bytesOf(pieces: Iterable<string | Buffer>): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    // An empty piece would end nothing, but a stream of bytes has no use for it.
    if (piece.length > 0) yield typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    await setImmediate();
  }
}
