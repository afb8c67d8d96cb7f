import type { Box } from "./box";

export interface PlacedBox {
  box: Box;
  top: number;
  /** A table's header that stood on an earlier page already. */
  again: boolean;
}

/**
 * Boxes one under another on pages of a height. Boxes that are kept with the next go to the same page where a page holds
 * them at all; a table's header is repeated above the rows that begin a page.
 */
export function paginate(boxes: readonly Box[], height: number): PlacedBox[][] {
  let page: PlacedBox[] = [];
  const pages = [page];
  let end = 0;

  const open = (): void => {
    page = [];
    pages.push(page);
    end = 0;
  };
  const put = (box: Box, again: boolean): void => {
    const top = end + (page.length > 0 ? (box.before ?? 0) : 0);
    page.push({ box, top, again });
    end = top + box.height + (again ? 0 : (box.after ?? 0));
  };

  for (const chain of chainsOf(boxes)) {
    const onFresh = chainHeight(chain, true);
    if (page.length > 0 && end + chainHeight(chain, false) > height && onFresh <= height) open();
    for (const box of chain) {
      const bottom = end + (page.length > 0 ? (box.before ?? 0) : 0) + box.height;
      if (page.length > 0 && bottom > height + TOLERANCE) open();
      if (page.length === 0 && box.heading) put(box.heading, true);
      put(box, false);
    }
  }
  return pages;
}

/** Sums of many heights are off by the last digits. */
const TOLERANCE = 0.01;

function chainHeight(chain: readonly Box[], fresh: boolean): number {
  return chain.reduce((sum, { before = 0, height, after = 0, heading }, index) => {
    const first = fresh && index === 0;
    const space = (first ? (heading?.height ?? 0) : before) + (index === chain.length - 1 ? 0 : after);
    return sum + space + height;
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
