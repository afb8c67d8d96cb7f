/**
 * Ascending whole numbers above 0 as bytes: the distances from one to the next, seven bits to a byte and the last byte of
 * a distance below 128. A million numbers that mostly follow one another take about a megabyte.
 * @throws RangeError where they do not ascend.
 */
export function bytesOfNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const number of numbers) {
    let rest = number - previous;
    if (!Number.isSafeInteger(number) || rest <= 0) throw new RangeError(`${number} does not come after ${previous}`);
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
    previous = number;
  }
  return Uint8Array.from(bytes);
}

/** The numbers that {@link bytesOfNumbers} wrote. */
export function* numbersOfBytes(bytes: Uint8Array): Generator<number> {
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    let scale = 1;
    for (let byte = 128; byte >= 128; scale *= 128) {
      byte = bytes[at++] ?? 0;
      number += (byte & 127) * scale;
    }
    yield number;
  }
}
