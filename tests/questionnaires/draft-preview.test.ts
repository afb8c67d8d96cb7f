import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { differencesOf, mergedDraft } from "~/questionnaires/compare-drafts";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import { editDocument } from "~/questionnaires/edit-document";
import { newItem } from "~/questionnaires/edit-items";
import { previewOf } from "~/questionnaires/preview-document";

function seed(name: string): DraftDocument {
  const read = readDraftDocument(readFileSync(`${inject("root")}/seeds/questionnaires/${name}.json`, "utf8"));
  if (!read.ok) throw new Error(name);
  return read.document;
}

const START = seed("one-stop-counter");
const codes = (document: { items: { code: string }[] } | null) => document?.items.map(({ code }) => code);
const text = (document: DraftDocument, at: number, vi: string) =>
  editDocument(document, { kind: "item.change", at, change: { text: { vi } } });

test("the preview of a whole draft is the form itself", () => {
  const { questionnaire, leftOut } = previewOf(START);
  expect([codes(questionnaire), leftOut]).toEqual([codes(START), []]);
});

test("the preview of an unfinished draft leaves out what is not right, and tells it", () => {
  const added = editDocument(START, { kind: "item.add", at: 1, item: newItem(START, { type: "scale" }) });
  const blank = {
    ...added,
    title: { vi: "" },
    source: "",
    code: "",
    index: { rule: "fixed-weights" as const, weights: null },
  };
  const { questionnaire, leftOut } = previewOf(blank);
  expect(codes(questionnaire)).toEqual(codes(START));
  expect(leftOut).toEqual([{ item: `2 (${added.items[1]?.code})`, part: "item" }]);
  expect(questionnaire?.title.vi).toBe("(Chưa có tên)");
});

test("what hangs on something left out goes with it, only as far as it must", () => {
  const single = newItem(START, { type: "single" });
  const options = [
    { value: 1, label: { vi: "Một" } },
    { value: 2, label: { vi: "" } },
  ];
  const items = [
    { ...single, code: "S1", text: { vi: "Chọn" }, options },
    { ...single, code: "S2", text: { vi: "Sau đó" }, options, show_if: { item: "S1", in: [2] } },
    { ...single, code: "S3", text: { vi: "Không thang" }, type: "scale" as const, scale: "khong-co" },
  ];
  const { questionnaire, leftOut } = previewOf({ ...START, items, factors: [], domains: [] });
  expect(codes(questionnaire)).toEqual(["S1", "S2"]);
  expect(questionnaire?.items[1]?.show_if).toBeUndefined();
  expect(leftOut.map(({ item, part }) => `${item} ${part}`).sort()).toEqual([
    "1 (S1) choice",
    "1a (S2) choice",
    "1a (S2) condition",
    "2 (S3) item",
  ]);
});

test("nothing to show is told as nothing", () => {
  expect(previewOf({ ...START, items: [] }).questionnaire).toBeNull();
});

test("two states that began as one are put together part by part, without losing either's", () => {
  const mine = text(text(START, 0, "Của tôi"), 2, "Tôi sửa");
  const added = { ...newItem(START, { type: "text" }), code: "Z1", text: { vi: "Câu họ thêm" } };
  const theirs = editDocument(text(text(START, 1, "Của họ"), 2, "Họ sửa"), { kind: "item.add", at: 1, item: added });
  const differences = differencesOf(START, mine, theirs);
  const told = differences.map(({ code, both, proposed }) => [code, both, proposed]);
  const [first, second, third] = codes(START) ?? [];
  expect(told).toEqual([
    [first, false, "mine"],
    [second, false, "theirs"],
    [third, true, "mine"],
    ["Z1", false, "theirs"],
  ]);
  const merged = mergedDraft(mine, theirs, differences, { [`items ${third}`]: "theirs" });
  expect(merged.items.slice(0, 4).map(({ text: { vi } }) => vi)).toEqual([
    "Của tôi",
    "Câu họ thêm",
    "Của họ",
    "Họ sửa",
  ]);
  expect(mergedDraft(mine, theirs, differences, { "items Z1": "mine" }).items).toHaveLength(START.items.length);
});

test("a deletion and another order are choices like the rest", () => {
  const mine = editDocument(START, { kind: "item.delete", at: 4 });
  const theirs = editDocument(START, { kind: "item.place", from: 0, to: 1 });
  const differences = differencesOf(START, mine, theirs);
  expect(differences.map(({ part, proposed }) => [part, proposed])).toEqual([
    ["items", "mine"],
    ["order", "theirs"],
  ]);
  const expected = codes(theirs)?.filter((code) => code !== START.items[4]?.code);
  expect(codes(mergedDraft(mine, theirs, differences, {}))).toEqual(expected);
  expect(codes(mergedDraft(mine, theirs, differences, { order: "mine" }))).toEqual(codes(mine));
});
