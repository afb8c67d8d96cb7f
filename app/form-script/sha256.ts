/*
 * SHA-256 written out (FIPS 180-4), for messages of one block: the browser's own is asynchronous, which costs more than
 * the hash itself, and is missing on pages without HTTPS.
 */

const PRIMES: number[] = [];
for (let candidate = 2; PRIMES.length < 64; candidate++)
  if (PRIMES.every((prime) => candidate % prime !== 0)) PRIMES.push(candidate);
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

const words = new Int32Array(64);

/** The eight words of the digest of an ASCII message of at most 55 characters. */
export function sha256(message: string): number[] {
  words.fill(0, 0, 16);
  const put = (position: number, byte: number) => {
    words[position >> 2] = (words[position >> 2] ?? 0) | (byte << (24 - (position % 4) * 8));
  };
  for (let position = 0; position < message.length; position++) put(position, message.charCodeAt(position));
  put(message.length, 0x80);
  words[15] = message.length * 8;
  const word = (index: number) => words[index] ?? 0;
  const rotate = (value: number, by: number) => (value >>> by) | (value << (32 - by));
  for (let index = 16; index < 64; index++) {
    const a = word(index - 15);
    const b = word(index - 2);
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words[index] = word(index - 16) + low + word(index - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let index = 0; index < 64; index++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + high + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + word(index)) | 0;
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + (START[index] ?? 0)) >>> 0);
}
