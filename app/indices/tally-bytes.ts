/** Of a number up to 2⁵³, seven bits to a byte. */
const MOST_BYTES = 8;

/**
 * The sums of a tally as bytes, seven bits to a byte and the last byte of a number below 128, since most are small: a
 * fifth of what doubles take. Sign last: 0, −1, 1, −2 … become 0, 1, 2, 3.
 */
export function bytesOfSums(sums: Float64Array): Uint8Array {
  const bytes = new Uint8Array(sums.length * MOST_BYTES);
  let at = 0;
  for (let element = 0; element < sums.length; element++) {
    const sum = sums[element] as number;
    let rest = sum < 0 ? -2 * sum - 1 : 2 * sum;
    if (!Number.isInteger(sum) || !Number.isSafeInteger(rest))
      throw new RangeError(`a tally holds whole numbers, not ${sum}`);
    while (rest >= 128) {
      bytes[at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
}

/** Whether the bytes hold as many sums as there are places: those of another layout hold more or fewer. */
export function holdsSums(bytes: Uint8Array, places: number): boolean {
  let ends = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) < 128) ends++;
  return ends === places && (bytes.length === 0 || (bytes[bytes.length - 1] as number) < 128);
}

/** Adds the sums that the bytes hold, of which there are as many (`holdsSums`), to a total as well where one is given. */
export function addSumsOfBytes(sums: Float64Array, bytes: Uint8Array, total: Float64Array | null = null): void {
  let at = 0;
  for (let element = 0; element < sums.length; element++) {
    let byte = bytes[at++] as number;
    let value = byte & 127;
    for (let scale = 128; byte >= 128; scale *= 128) {
      byte = bytes[at++] as number;
      value += (byte & 127) * scale;
    }
    if (value === 0) continue;
    const sum = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    sums[element] = (sums[element] as number) + sum;
    if (total) total[element] = (total[element] as number) + sum;
  }
}
