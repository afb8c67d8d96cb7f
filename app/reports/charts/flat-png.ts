import { crc32, deflateSync } from "node:zlib";

/** Colours of a palette: a pixel is one byte. */
const MOST_COLOURS = 256;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BY_PALETTE = 3;

/**
 * Opaque pixels (red, green, blue, alpha) as PNG with a palette of their commonest colours; what a chart has beyond them
 * stands at the edges of its letters, and takes the nearest (W3C, Portable Network Graphics, third edition). Without an
 * alpha channel a PDF takes the packed bytes as they are, where it would otherwise unpack, part and pack them once more.
 */
export function flatPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const places = placesOf(words);
  // Before each row stands the byte of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let at = 0, to = 0; at < words.length; at++) {
    if (at % width === 0) to++;
    const word = words[at] as number;
    if (word !== last) {
      last = word;
      place = places.get(word) ?? 0;
    }
    rows[to++] = place;
  }
  const colours = [...places.keys()].slice(0, MOST_COLOURS);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, BY_PALETTE], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(colours.flatMap(channels))),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Every colour's place in the palette, those that stand in it themselves first. */
function placesOf(words: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < words.length; ) {
    const [word, start] = [words[at] as number, at];
    while (words[at] === word) at++;
    counts.set(word, (counts.get(word) ?? 0) + at - start);
  }
  const commonest = [...counts].sort(([one, many], [other, more]) => more - many || one - other).map(([word]) => word);
  const kept = commonest.slice(0, MOST_COLOURS);
  const places = new Map(kept.map((word, place) => [word, place]));
  for (const word of commonest.slice(MOST_COLOURS)) places.set(word, nearest(word, kept));
  return places;
}

function nearest(word: number, kept: readonly number[]): number {
  const distances = kept.map((other) => distance(channels(word), channels(other)));
  return distances.indexOf(Math.min(...distances));
}

type Channels = readonly [red: number, green: number, blue: number];

function distance(one: Channels, other: Channels): number {
  return one.reduce<number>((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
}

/** Pixels lie in memory as bytes in the order red, green, blue, alpha: read as a word, the lowest byte is red. */
function channels(word: number): Channels {
  return [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
