/** Numbers in [0, 1), the same ones for the same state. */
export type Random = () => number;

/**
 * sfc32 by Chris Doty-Humphrey (PractRand 0.93, public domain): 128 bits of state, period of at least 2^32, passes
 * PractRand and BigCrush. The state starts from three whole numbers of 32 bits and the counter 1; the first twelve numbers
 * are thrown away as its author does.
 */
export function sfc32(start: readonly [number, number, number]): Random {
  let [a, b, c] = [start[0] | 0, start[1] | 0, start[2] | 0];
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
