import type { Box } from "./box";
import { type PlacedBox, paginate } from "./paginate";

/** More blocks than ever have to begin a page. */
const MOST = 40;

/**
 * Pages on which every listed heading stands wherever the document is opened. Word processors differ in whether the space
 * beneath a last line has to stand on its page: where a heading's page hangs on that, the block from which on pages differ
 * begins a page, with the headings that go with it. So does a heading that goes with its text to the page after the table of
 * contents, since LibreOffice does not keep headings there.
 * @returns the blocks of the report that were made to begin a page.
 */
export function withSureHeadings(
  boxes: readonly Box[],
  height: number,
): { pages: PlacedBox[][]; opened: ReadonlySet<number> } {
  const opened = new Set<number>();
  for (let step = 0; step < MOST; step++) {
    const made = boxes.map((box) => (box.block !== undefined && opened.has(box.block) ? { ...box, opens: true } : box));
    const pages = paginate(made, height);
    const unsure = unsureBlock(boxes, pages, paginate(made, height, true), opened);
    if (unsure === null) return { pages, opened };
    if (unsure === "none") break;
    opened.add(unsure);
  }
  return { pages: paginate(boxes, height), opened: new Set() };
}

/** The block to begin a page next; null: every heading is sure; `none`: no block makes the next one so. */
function unsureBlock(
  boxes: readonly Box[],
  strict: readonly PlacedBox[][],
  loose: readonly PlacedBox[][],
  opened: ReadonlySet<number>,
): number | "none" | null {
  const [pages, others] = [blockPages(strict), blockPages(loose)];
  for (const { block, entry } of boxes) {
    if (block === undefined || entry === undefined) continue;
    const first = pages.get(block) === 2 && strict[1]?.[0]?.box.block === block;
    if (first && !opened.has(block)) return block;
    if (pages.get(block) === others.get(block)) continue;
    return firstApart(boxes, [pages, others], opened) ?? "none";
  }
  return null;
}

/**
 * The first block whose page is not the same in both, or the one before it where that begins a page already: then what
 * differs is within it.
 */
function firstApart(
  boxes: readonly Box[],
  [pages, others]: readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>],
  opened: ReadonlySet<number>,
): number | null {
  const starts = boxes.flatMap(({ block }, at) => (block === undefined ? [] : [{ block, at }]));
  let place = starts.findIndex(({ block }) => pages.get(block) !== others.get(block));
  while (place >= 0) {
    const { block, at } = starts[place] ?? { block: 0, at: 0 };
    // What is kept with the next goes along with it.
    if (!opened.has(block) && !(place > 0 && boxes[at - 1]?.keepNext)) return block;
    place -= 1;
  }
  return null;
}

function blockPages(pages: readonly PlacedBox[][]): Map<number, number> {
  return pagesBy(pages, ({ block }) => block);
}

/** The page of each listed heading. */
export function headingPages(pages: readonly PlacedBox[][]): Map<number, number> {
  return pagesBy(pages, ({ entry }) => entry);
}

function pagesBy(pages: readonly PlacedBox[][], numberOf: (box: Box) => number | undefined): Map<number, number> {
  return new Map(
    pages.flatMap((placed, page) =>
      placed.flatMap(({ box, again }): [number, number][] => {
        const number = numberOf(box);
        return number === undefined || again ? [] : [[number, page + 1]];
      }),
    ),
  );
}
