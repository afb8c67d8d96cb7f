import type { Box } from "./box";

export interface PlacedBox {
  box: Box;
  top: number;
  /** A table's header that stood on an earlier page already. */
  again: boolean;
}

/**
 * Boxes one under another on pages of a height. Between two of them stands the larger of the space below the one and above
 * the other, as in a Word file. Boxes that are kept with the next go to the same page where a page holds them at all; a table's header is repeated above the rows that begin a page.
 * @param loose whether what is loose of a box may stand beyond the page's end, as some word processors have it.
 */
export function paginate(boxes: readonly Box[], height: number, loose = false): PlacedBox[][] {
  let page: PlacedBox[] = [];
  const pages = [page];
  let end = 0;
  /** Space below the last box. */
  let after = 0;

  const open = (): void => {
    page = [];
    pages.push(page);
    end = 0;
    after = 0;
  };
  const gap = ({ before = 0 }: Box): number => (page.length > 0 ? Math.max(after, before) : 0);
  const beyond = (box: Box | undefined): number => (loose ? (box?.loose ?? 0) : 0);
  const put = (box: Box, again: boolean): void => {
    const top = end + gap(box);
    page.push({ box, top, again });
    end = top + box.height;
    after = again ? 0 : (box.after ?? 0);
  };

  for (const chain of chainsOf(boxes)) {
    const [first] = chain;
    const [own, heading] = [chainHeight(chain), first?.heading?.height ?? 0];
    const room = height + beyond(chain.at(-1));
    if (first && page.length > 0 && end + gap(first) + own > room && heading + own <= room) open();
    for (const box of chain) {
      const full = end + gap(box) + box.height > height + beyond(box) + TOLERANCE;
      if (page.length > 0 && (full || box.opens)) open();
      if (page.length === 0 && box.heading) put(box.heading, true);
      put(box, false);
    }
  }
  return pages;
}

/** Sums of many heights are off by the last digits. */
const TOLERANCE = 0.01;

/** From the top of the first box to the bottom of the last. */
function chainHeight(chain: readonly Box[]): number {
  return chain.reduce((sum, { before = 0, height }, index) => {
    const previous = chain[index - 1];
    return sum + height + (previous ? Math.max(previous.after ?? 0, before) : 0);
  }, -TOLERANCE);
}

function* chainsOf(boxes: readonly Box[]): Generator<Box[]> {
  let chain: Box[] = [];
  for (const box of boxes) {
    chain.push(box);
    if (box.keepNext) continue;
    yield chain;
    chain = [];
  }
  if (chain.length > 0) yield chain;
}
