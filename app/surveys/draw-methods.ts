/** How a sample is drawn from a frame: each row alike, every k-th from a random start, or by size (PPS, systematic). */
export const DRAW_METHODS = ["simple-random", "systematic", "proportional-to-size"] as const;
export type DrawMethod = (typeof DRAW_METHODS)[number];
