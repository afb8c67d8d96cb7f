import { describe, expect, it } from "vitest";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import { lockedItems, variantCounts } from "~/questionnaires/item-identity";
import { proposeLinks, readLinks } from "~/questionnaires/propose-links";
import { formDifferences, itemDifferences } from "~/questionnaires/version-difference";
import { wordDiff, wordSimilarity } from "~/questionnaires/word-diff";

const level = (value: number, satisfied = false) => ({ value, label: { vi: `Mức ${value}` }, satisfied });

function form(items: object[], levels = [level(1), level(2), level(3, true)]): DraftDocument {
  const read = readDraftDocument({ sector: "other", scales: [{ code: "s", levels }], items });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
}

const scored = (code: string, vi: string, more: object = {}) => ({
  code,
  type: "scale",
  scale: "s",
  text: { vi },
  ...more,
});
const LONG = "Ông bà hài lòng thế nào với thái độ phục vụ của công chức tại bộ phận một cửa";
const base = form([
  scored("A1", LONG),
  scored("A2", "Thời gian chờ đợi"),
  { code: "H1", type: "text", text: { vi: "Góp ý" } },
]);

const linksOf = (next: DraftDocument) =>
  proposeLinks(base, next).map(({ fromItem, toItem, link }) => `${fromItem}>${toItem} ${link}`);

describe("links that are proposed", () => {
  it("are same for same code and text, also with a translation added or a default written out", () => {
    const next = form([
      scored("A1", LONG, { required: false, text: { vi: LONG, en: "How satisfied" } }),
      scored("A2", "Thời gian chờ đợi"),
      { code: "H1", type: "text", text: { vi: "Góp ý" }, max_length: 2000 },
    ]);
    expect(linksOf(next)).toEqual(["A1>A1 same", "A2>A2 same", "H1>H1 same"]);
  });

  it("are reworded for the same code with another text or hint", () => {
    const next = form([
      scored("A1", "Công chức phục vụ ra sao?"),
      scored("A2", "Thời gian chờ đợi", { hint: { vi: "Tính từ lúc lấy số" } }),
    ]);
    expect(linksOf(next)).toEqual(["A1>A1 reworded", "A2>A2 reworded", "H1>null dropped"]);
  });

  it("are new where a code is used again for a question that shares not a word with the old one", () => {
    const next = form([scored("A1", LONG), scored("A2", "Lối vào")]);
    expect(linksOf(next)).toEqual(["A1>A1 same", "null>A2 new", "A2>null dropped", "H1>null dropped"]);
  });

  it("follow a text that came under another code", () => {
    const next = form([scored("B1", LONG), scored("A2", "Thời gian chờ đợi")]);
    expect(linksOf(next)[0]).toBe("A1>B1 same");
    const near = form([scored("B1", LONG.replace("thái độ", "tinh thần")), scored("C1", "Giá cả")]);
    expect(linksOf(near)).toEqual(["A1>B1 reworded", "null>C1 new", "A2>null dropped", "H1>null dropped"]);
  });

  it("are never same where the scale or its satisfied levels changed, and new where the type did", () => {
    const items = [scored("A1", LONG), scored("A2", "Thời gian chờ đợi")];
    expect(linksOf(form(items, [level(1), level(2), level(3), level(4, true)]))[0]).toBe("A1>A1 reworded");
    expect(linksOf(form(items, [level(1), level(2, true), level(3, true)]))[0]).toBe("A1>A1 reworded");
    expect(linksOf(form([scored("A1", LONG, { reverse: true })]))[0]).toBe("A1>A1 reworded");
    const typed = form([{ code: "A2", type: "text", text: { vi: "Thời gian chờ đợi" } }]);
    expect(linksOf(typed)).toEqual(["null>A2 new", "A1>null dropped", "A2>null dropped", "H1>null dropped"]);
  });
});

describe("links that are chosen", () => {
  const next = form([scored("A1", LONG), scored("B2", "Giá cả")]);
  const read = (choices: Record<string, string>) => readLinks(base, next, (code) => choices[code] ?? null);

  it("stand as proposed unless another is chosen, and drop what nothing follows", () => {
    expect(read({})).toEqual({
      ok: true,
      links: [
        { fromItem: "A1", toItem: "A1", link: "same" },
        { fromItem: null, toItem: "B2", link: "new" },
        { fromItem: "A2", toItem: null, link: "dropped" },
        { fromItem: "H1", toItem: null, link: "dropped" },
      ],
    });
    expect(read({ A1: "new", B2: "reworded:A2" })).toMatchObject({
      ok: true,
      links: [
        { link: "new" },
        { fromItem: "A2", toItem: "B2", link: "reworded" },
        { fromItem: "A1" },
        { fromItem: "H1" },
      ],
    });
  });

  it("are refused where they cannot stand", () => {
    expect(read({ A1: "same:A2", B2: "same:A2" })).toMatchObject({ ok: false, problems: [{ item: "B2" }] });
    expect(read({ B2: "reworded:H1" })).toMatchObject({ ok: false, problems: [{ item: "B2" }] });
    expect(read({ B2: "same:Z9" })).toMatchObject({ ok: false, problems: [{ item: "B2" }] });
    const rescaled = form([scored("A1", LONG)], [level(1), level(3, true)]);
    expect(readLinks(base, rescaled, () => "same:A1")).toMatchObject({ ok: false, problems: [{ item: "A1" }] });
  });
});

describe("a difference", () => {
  it("of texts is told word by word", () => {
    expect(wordDiff("thái độ phục vụ tốt", "thái độ làm việc tốt")).toEqual([
      { kind: "same", text: "thái độ" },
      { kind: "gone", text: "phục vụ" },
      { kind: "added", text: "làm việc" },
      { kind: "same", text: "tốt" },
    ]);
    expect(wordDiff("thủ tục gia đình", "thủ tục gia đình; biến thể".normalize("NFD"))).toEqual([
      { kind: "same", text: "thủ tục gia đình" },
      { kind: "added", text: "; biến thể" },
    ]);
    expect(wordDiff("", "một")).toEqual([{ kind: "added", text: "một" }]);
    expect(wordSimilarity("Một hai, ba", "một hai ba?")).toBe(1);
    expect(wordSimilarity("một", "hai")).toBe(0);
  });

  it("of forms tells what moved, what is new and what changed", () => {
    const next = form([
      { code: "H1", type: "text", text: { vi: "Góp ý" } },
      scored("A1", LONG, { required: true }),
      scored("A2", "Thời gian đợi"),
    ]);
    expect(itemDifferences(base, next).map(({ toItem, differences }) => [toItem, differences])).toEqual([
      ["H1", ["moved"]],
      ["A1", ["flags"]],
      ["A2", ["wording"]],
    ]);
    expect(formDifferences(base, { ...next, title: { vi: "Mới" } })).toEqual([
      { part: "title", before: "", after: "Mới" },
    ]);
  });
});

describe("official wording", () => {
  it("is locked item by item as long as wording, scale and flags stand", () => {
    const next = form([scored("A1", LONG), scored("A2", "Thời gian đợi"), scored("B1", "Thêm")]);
    expect([...lockedItems(base, next)]).toEqual(["A1"]);
    expect(variantCounts(base, next)).toEqual({ verbatim: 1, changed: 1, added: 1, dropped: 1 });
    expect([...lockedItems(base, form([scored("A1", LONG)], [level(1), level(3, true)]))]).toEqual([]);
    expect([...lockedItems(base, form([scored("A1", LONG, { profile: true })]))]).toEqual([]);
  });
});
