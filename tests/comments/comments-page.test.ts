import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentsPage, type WrittenAnswers } from "~/comments/comments-page";
import { pageAddress, readCommentsRequest } from "~/comments/comments-request";
import { releaseBatches } from "~/comments/release-batches";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const person = (...texts: string[]): WrittenAnswers => ({
  unitId: 1,
  texts: texts.map((text, index) => ({ field: `H${index + 1}`, text })),
});
const all = { question: "", search: "", page: 1 };

describe("batches of comments", () => {
  it("are released when they are full, the newest first, and never below ten persons", () => {
    const sizes = (count: number, closed = false) =>
      releaseBatches(numbers(count), { least: 10, closed }).map((batch) => batch.length);
    expect(sizes(9)).toEqual([]);
    expect(sizes(9, true)).toEqual([]);
    expect(sizes(10)).toEqual([10]);
    expect(sizes(29)).toEqual([10, 10]);
    expect(sizes(29, true)).toEqual([19, 10]);
    expect(releaseBatches(numbers(20), { least: 10, closed: false })[0]).toEqual([
      10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
    ]);
  });

  it("stay as they were when more arrive, and leave nobody out once the survey is closed", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 20 }), (before, more, least) => {
        const released = releaseBatches(numbers(before), { least, closed: false });
        const later = releaseBatches(numbers(before + more), { least, closed: false });
        expect(later.slice(later.length - released.length)).toEqual(released);
        const final = releaseBatches(numbers(before), { least, closed: true });
        expect(final.flat()).toHaveLength(before < least ? 0 : before);
        for (const batch of final) expect(batch.length).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

describe("a page of comments", () => {
  it("orders a batch by text, so that neither arrival nor who wrote two of them shows", () => {
    const newest = [person("Đông người", "Ưu tiên người già"), person("An tâm"), person("Chờ lâu")];
    const { comments } = commentsPage([newest, [person("A, trước đó")]], all);
    expect(comments.map(({ text }) => text)).toEqual([
      ...["An tâm", "Chờ lâu", "Đông người", "Ưu tiên người già"],
      "A, trước đó",
    ]);
    expect(comments.map((comment) => Object.keys(comment))).toEqual(Array(5).fill(["field", "text"]));
  });

  it("searches without diacritics, in the masked text only, and by question", () => {
    const batch = [person("Chờ đợi quá lâu", "Gọi 0912345678"), person("Hài lòng")];
    const found = (more: Partial<typeof all>) => commentsPage([batch], { ...all, ...more }).comments;
    expect(found({ search: "cho doi" })).toEqual([{ field: "H1", text: "Chờ đợi quá lâu" }]);
    expect(found({ search: "0912" })).toEqual([]);
    expect(found({ question: "H2" })).toEqual([{ field: "H2", text: "Gọi [số điện thoại]" }]);
  });

  it("holds fifty comments, and a page beyond the last is the last", () => {
    const batches = [numbers(120).map((number) => person(String(number)))];
    const page = commentsPage(batches, { ...all, page: 9 });
    expect([page.page, page.pages, page.total, page.comments.length]).toEqual([3, 3, 120, 20]);
    expect(commentsPage([], all)).toEqual({ comments: [], total: 0, page: 1, pages: 1 });
  });

  it("is asked for by an address that reads back", () => {
    const carried = [["channel", "qr"]] as const;
    const request = { unit: "bv-nhi", question: "H1", search: "chờ & đợi", page: 3, carried };
    expect(readCommentsRequest(new URLSearchParams(pageAddress(request, 3)))).toEqual(request);
    expect(readCommentsRequest(new URLSearchParams("page=-1"))).toEqual({ ...all, unit: "", carried: [] });
  });
});
