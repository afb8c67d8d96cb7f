import type { Box } from "./box";
import { type PlacedBox, paginate } from "./paginate";

/** More headings than ever stand at the end of a page. */
const MOST = 40;

/**
 * Pages on which every listed heading stands wherever the document is opened. Word processors differ in whether the space
 * beneath a last line has to stand on its page: where a heading's page hangs on that, it begins a page of its own. So does one
 * that goes with its text to the page after the table of contents, since LibreOffice does not keep headings there.
 * @returns the lines of the table of contents whose headings were made to begin a page.
 */
export function withSureHeadings(
  boxes: readonly Box[],
  height: number,
): { pages: PlacedBox[][]; opened: ReadonlySet<number> } {
  const opened = new Set<number>();
  for (let step = 0; step < MOST; step++) {
    const made = boxes.map((box) => (box.entry !== undefined && opened.has(box.entry) ? { ...box, opens: true } : box));
    const pages = paginate(made, height);
    const unsure = opened.size < MOST - 1 ? unsureEntry(pages, paginate(made, height, true), opened) : null;
    if (unsure === null) return { pages, opened };
    opened.add(unsure);
  }
  return { pages: paginate(boxes, height), opened: new Set() };
}

/** The first listed heading whose page is not sure. */
function unsureEntry(
  strict: readonly PlacedBox[][],
  loose: readonly PlacedBox[][],
  opened: ReadonlySet<number>,
): number | null {
  const others = headingPages(loose);
  for (const [entry, page] of headingPages(strict)) {
    if (opened.has(entry)) continue;
    const first = page === 2 && strict[1]?.[0]?.box.entry === entry;
    if (first || others.get(entry) !== page) return entry;
  }
  return null;
}

/** The page of each listed heading. */
export function headingPages(pages: readonly PlacedBox[][]): Map<number, number> {
  return new Map(
    pages.flatMap((placed, page) =>
      placed.flatMap(({ box, again }): [number, number][] =>
        box.entry === undefined || again ? [] : [[box.entry, page + 1]],
      ),
    ),
  );
}
