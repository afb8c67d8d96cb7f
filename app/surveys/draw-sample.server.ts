import { createHash, randomBytes } from "node:crypto";
import { allocate, proportionalToSizeSample, simpleRandomSample, systematicSample } from "~/statistics/draw-sample";
import { type Random, sfc32 } from "~/statistics/sfc32";
import type { DrawMethod } from "./draw-methods";

/** An element of a frame: what identifies it, its stratum ("" where there are none), and its size for draws by size. */
export interface FrameElement {
  identity: string;
  stratum: string;
  size: number;
}

export type Drawing =
  | { ok: true /** Positions from 0, rising. */; drawn: number[]; certain: number }
  | { ok: false; reason: "too-many" | "too-few" | "no-size" };

/**
 * The generator that a seed starts: sfc32 whose state is the first twelve bytes of SHA-256 of "hailong-draw-1/" and the
 * seed in UTF-8, as three whole numbers, the lowest byte first. With docs/method.md anybody can repeat a draw.
 */
export function randomOfSeed(seed: string): Random {
  const start = createHash("sha256").update(`hailong-draw-1/${seed}`, "utf8").digest();
  return sfc32([start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8)]);
}

/** A seed that the machine makes up: eight letters and digits that are told apart when read aloud. */
export function newSeed(): string {
  return [...randomBytes(8)].map((byte) => "abcdefghjkmnpqrstuvwxyz23456789ab"[byte % 32]).join("");
}

/** SHA-256 of a frame in its order: strata and sizes count, since a draw depends on them. */
export function frameChecksum(frame: readonly FrameElement[]): string {
  const hash = createHash("sha256");
  for (const { identity, stratum, size } of frame)
    hash.update(`${JSON.stringify([identity, stratum, size])}\n`, "utf8");
  return hash.digest("hex");
}

/**
 * Draws `size` elements of a frame, in proportion to the strata where there are several. The frame comes in the order in
 * which it is numbered; the same seed gives the same elements.
 */
export function drawSample(
  frame: readonly FrameElement[],
  { method, seed, size }: { method: DrawMethod; seed: string; size: number },
): Drawing {
  if (size > frame.length) return { ok: false, reason: "too-many" };
  if (method === "proportional-to-size" && frame.some((element) => !(element.size > 0)))
    return { ok: false, reason: "no-size" };
  const random = randomOfSeed(seed);
  const strata = new Map<string, number[]>();
  for (const [position, { stratum }] of frame.entries()) {
    const part = strata.get(stratum);
    if (part) part.push(position);
    else strata.set(stratum, [position]);
  }
  const parts = [...strata.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, positions]) => positions);
  const counts =
    parts.length === 1
      ? [size]
      : allocate(
          parts.map((part) => part.length),
          size,
        );
  if (counts === null) return { ok: false, reason: "too-few" };
  let certain = 0;
  const drawn = parts.flatMap((part, index) => {
    const wanted = counts[index] ?? 0;
    const positions = (places: readonly number[]) => places.map((place) => part[place] as number);
    if (method === "simple-random") return positions(simpleRandomSample(part.length, wanted, random));
    if (method === "systematic") return positions(systematicSample(part.length, wanted, random));
    const sizes = part.map((position) => frame[position]?.size ?? 0);
    const sample = proportionalToSizeSample(sizes, wanted, random);
    certain += sample.certain.length;
    return positions(sample.drawn);
  });
  return { ok: true, drawn: drawn.sort((a, b) => a - b), certain };
}
