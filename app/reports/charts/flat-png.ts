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
  const repeats = repeatedRows(pixels, width, height);
  const places = placesOf(words, width, repeats);
  // Before each row stands the byte of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let row = 0; row < height; row++) {
    const start = (width + 1) * row;
    if (repeats[row] === 1) {
      rows.copyWithin(start, start - width - 1, start);
      continue;
    }
    for (let at = row * width, to = start + 1; to <= start + width; at++, to++) {
      const word = words[at] as number;
      if (word !== last) {
        last = word;
        place = places.get(word) ?? 0;
      }
      rows[to] = place;
    }
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

/** Marks the rows that are as the row above them: most of a chart is bars and paper, which need not be gone through again. */
function repeatedRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, width * height * 4);
  const marks = new Uint8Array(height);
  const length = width * 4;
  for (let row = 1; row < height; row++) {
    const start = row * length;
    if (bytes.compare(bytes, start - length, start, start, start + length) === 0) marks[row] = 1;
  }
  return marks;
}

/** Every colour's place in the palette, those that stand in it themselves first. */
function placesOf(words: Uint32Array, width: number, repeats: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < repeats.length; ) {
    let times = 1;
    while (repeats[row + times] === 1) times++;
    const end = (row + 1) * width;
    for (let at = row * width; at < end; ) {
      const [word, start] = [words[at] as number, at];
      while (at < end && words[at] === word) at++;
      counts.set(word, (counts.get(word) ?? 0) + (at - start) * times);
    }
    row += times;
  }
  const commonest = [...counts].sort(([one, many], [other, more]) => more - many || one - other).map(([word]) => word);
  const kept = commonest.slice(0, MOST_COLOURS);
  const places = new Map(kept.map((word, place) => [word, place]));
  for (const word of commonest.slice(MOST_COLOURS)) places.set(word, nearest(word, kept));
  return places;
}

/** The place of the colour that is the least away, the first of equals. */
function nearest(word: number, kept: readonly number[]): number {
  let [place, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < kept.length; at++) {
    const away = distance(word, kept[at] as number);
    if (away < least) [place, least] = [at, away];
  }
  return place;
}

function distance(one: number, other: number): number {
  const red = (one & 0xff) - (other & 0xff);
  const green = ((one >>> 8) & 0xff) - ((other >>> 8) & 0xff);
  const blue = ((one >>> 16) & 0xff) - ((other >>> 16) & 0xff);
  return red * red + green * green + blue * blue;
}

type Channels = readonly [red: number, green: number, blue: number];

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
