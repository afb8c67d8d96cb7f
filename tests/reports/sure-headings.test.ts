import { describe, expect, it } from "vitest";
import type { Box } from "~/reports/pdf/box";
import { headingPages, withSureHeadings } from "~/reports/pdf/sure-headings";

const draw = () => undefined;
const line = (height: number, changed: Partial<Box> = {}): Box => ({ height, draw, ...changed });
/** A page of 100 on which the last lines fit only where the space beneath them may stand beyond it. */
const HEIGHT = 100;

describe("headings whose page is sure", () => {
  it("break before the table that fits or not, and leave every later heading where it stands", () => {
    const boxes = [
      line(90, { block: 0 }),
      // Ends 1 beyond the page, 2 of which are loose.
      line(11, { block: 1, loose: 2 }),
      line(60, { block: 2 }),
      line(10, { block: 3, entry: 0 }),
      line(10, { block: 4, entry: 1 }),
      line(10, { block: 5, entry: 2 }),
    ];
    const { pages, opened } = withSureHeadings(boxes, HEIGHT);
    expect([...opened]).toEqual([1]);
    expect([...headingPages(pages).values()]).toEqual([2, 2, 3]);
  });

  it("take the heading along that goes with what begins a page", () => {
    const boxes = [
      line(80, { block: 0 }),
      line(10, { block: 1, entry: 0, keepNext: true }),
      line(11, { block: 2, loose: 2 }),
      line(10, { block: 3, entry: 1 }),
    ];
    const { opened } = withSureHeadings(boxes, HEIGHT);
    expect([...opened]).toEqual([1]);
  });

  it("are left where nothing hangs on that space", () => {
    const boxes = [line(50, { block: 0 }), line(10, { block: 1, entry: 0 }), line(60, { block: 2 })];
    expect(withSureHeadings(boxes, HEIGHT).opened.size).toBe(0);
  });
});
