/** How a sample is drawn from a frame: each row alike, every k-th from a random start, or by size (PPS, systematic). */
export const DRAW_METHODS = ["simple-random", "systematic", "proportional-to-size"] as const;
export type DrawMethod = (typeof DRAW_METHODS)[number];

/** What the ways are called in minutes. */
export const METHOD_NAMES: Readonly<Record<DrawMethod, string>> = {
  "simple-random": "ngẫu nhiên đơn giản",
  systematic: "hệ thống (cách đều, điểm đầu ngẫu nhiên)",
  "proportional-to-size": "theo quy mô N (PPS hệ thống)",
};
