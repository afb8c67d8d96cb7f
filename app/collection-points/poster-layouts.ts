/** Ways to put a point's poster on paper. */
export const POSTER_LAYOUTS = ["a4", "a5", "table-tent"] as const;
export type PosterLayout = (typeof POSTER_LAYOUTS)[number];

/** What an officer chooses by; a table tent is one A4 sheet for each point. */
export const LAYOUT_LABELS: Readonly<Record<PosterLayout, string>> = {
  a4: "A4, dán tường",
  a5: "A5, dán quầy",
  "table-tent": "Để bàn, A4 gập đôi",
};

/** The layout named in a form or an address; A4 where none or an unknown one is. */
export function layoutOf(name: unknown): PosterLayout {
  return POSTER_LAYOUTS.find((layout) => layout === name) ?? "a4";
}
