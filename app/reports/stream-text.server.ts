import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** Pieces of a text as a stream of bytes, made as its reader takes them; between two of them the server answers others. */
export function streamText(pieces: Iterable<string>): Readable {
  return Readable.from(bytesOf(pieces), { objectMode: false });
}

async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    yield Buffer.from(piece, "utf8");
    await setImmediate();
  }
}
