import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import { type Edit, editDocument } from "~/questionnaires/edit-document";
import { edited, redone, rested, startHistory, undone } from "~/questionnaires/edit-history";
import { newItem, stepOfItem } from "~/questionnaires/edit-items";
import { isCode, nextItemCode } from "~/questionnaires/next-code";
import { outlineOf } from "~/questionnaires/outline";
import { choicesOf, dependentsOf, dependentsOfValue } from "~/questionnaires/references";

function seed(name: string): DraftDocument {
  const read = readDraftDocument(readFileSync(`${inject("root")}/seeds/questionnaires/${name}.json`, "utf8"));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return read.document;
}

/** Two factors in two domains with weights, a routed question, a choice and a text. */
const SMALL: DraftDocument = {
  format: "hailong.questionnaire/1",
  code: "small",
  sector: "health",
  title: { vi: "Phiếu nhỏ" },
  source: "Phiếu thử",
  scales: [
    {
      code: "s2",
      levels: [
        { value: 1, label: { vi: "Không" } },
        { value: 2, label: { vi: "Có" }, satisfied: true },
      ],
    },
    {
      code: "s3",
      levels: [
        { value: 1, label: { vi: "Kém" } },
        { value: 2, label: { vi: "Vừa" } },
        { value: 3, label: { vi: "Tốt" }, satisfied: true },
      ],
    },
  ],
  domains: [
    { code: "I", title: { vi: "Một" } },
    { code: "II", title: { vi: "Hai" } },
  ],
  factors: [
    { code: "A", domain: "I", title: { vi: "Yếu tố A" } },
    { code: "B", domain: "II", title: { vi: "Yếu tố B" } },
  ],
  items: [
    { code: "A1", type: "scale", scale: "s2", factor: "A", text: { vi: "Tiêu chí A1" } },
    { code: "A2", type: "scale", scale: "s3", factor: "A", text: { vi: "Tiêu chí A2" } },
    {
      code: "B1",
      type: "scale",
      scale: "s3",
      factor: "B",
      text: { vi: "Tiêu chí B1" },
      show_if: { item: "A1", in: [2] },
    },
    {
      code: "C1",
      type: "single",
      text: { vi: "Lý do" },
      options: [
        { value: 1, label: { vi: "Xa" } },
        { value: 5, label: { vi: "Khác" }, other: true },
      ],
    },
    { code: "C2", type: "text", text: { vi: "Nói rõ" }, show_if: { item: "C1", in: [1, 5] } },
  ],
  index: { rule: "fixed-weights", weights: { I: 0.25, II: 0.75 } },
};

const having = (...edits: Edit[]) => edits.reduce(editDocument, SMALL);
const codes = ({ items }: DraftDocument) => items.map(({ code }) => code);

/** References that point nowhere and codes that stand twice or are none. */
function broken(document: DraftDocument): string[] {
  const found: string[] = [];
  const check = (good: boolean, what: string) => void (good || found.push(what));
  for (const list of ["scales", "domains", "factors", "items"] as const) {
    const own = document[list].map(({ code }) => code);
    check(new Set(own).size === own.length, `${list} twice`);
    check(own.every(isCode), `${list} without a code`);
  }
  for (const item of document.items) {
    check(!item.scale || document.scales.some(({ code }) => code === item.scale), `scale of ${item.code}`);
    check(!item.factor || document.factors.some(({ code }) => code === item.factor), `factor of ${item.code}`);
    const source = item.show_if && document.items.find(({ code }) => code === item.show_if?.item);
    if (item.show_if) {
      const known = source ? choicesOf(document, source).map(({ value }) => value) : [];
      check(item.show_if.in.length > 0 && item.show_if.in.every((value) => known.includes(value)), `if ${item.code}`);
    }
  }
  for (const { code, domain } of document.factors)
    check(!domain || document.domains.some((one) => one.code === domain), `domain of ${code}`);
  if (document.index.weights)
    check(
      Object.keys(document.index.weights).sort().join() ===
        document.domains
          .map(({ code }) => code)
          .sort()
          .join(),
      "weights",
    );
  for (const { levels } of document.scales)
    check(new Set(levels.map(({ value }) => value)).size === levels.length, "levels twice");
  return found;
}

const at = fc.nat({ max: 9 });
const code = fc.constantFrom("A1", "A", "Z9", "B1", "s2", "I", "moi", "unit_code", "2x", "");
const of = fc.oneof(fc.record({ item: at }), fc.record({ scale: at }));
const list = fc.constantFrom("domains" as const, "factors" as const);
const type = fc.constantFrom(
  "scale" as const,
  "single" as const,
  "multiple" as const,
  "number" as const,
  "text" as const,
);
const anyEdit: fc.Arbitrary<(document: DraftDocument) => Edit> = fc.oneof(
  fc
    .record({ at, type, factor: fc.constantFrom(undefined, "A", "B") })
    .map(({ at, type, factor }) => (document: DraftDocument): Edit => {
      const known = document.factors.some((one) => one.code === factor) ? factor : undefined;
      return { kind: "item.add", at, item: newItem(document, { type, factor: known, after: at }) };
    }),
  ...[
    fc.record({
      kind: fc.constantFrom("item.duplicate" as const, "item.delete" as const, "scale.delete" as const),
      at,
    }),
    fc.record({ kind: fc.constant("item.code" as const), at, code }),
    fc.record({ kind: fc.constant("item.type" as const), at, type }),
    fc.record({ kind: fc.constant("item.scale" as const), at, scale: code }),
    fc.record({ kind: fc.constant("item.factor" as const), at, factor: fc.option(code, { nil: undefined }) }),
    fc.record({
      kind: fc.constant("item.place" as const),
      from: at,
      to: at,
      factor: fc.option(code, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant("choice.add" as const), of }),
    fc.record({ kind: fc.constant("choice.value" as const), of, at, value: fc.integer({ min: -1, max: 9 }) }),
    fc.record({ kind: fc.constant("choice.move" as const), of, from: at, to: at }),
    fc.record({ kind: fc.constant("choice.delete" as const), of, at }),
    fc.record({ kind: fc.constant("scale.add" as const) }),
    fc.record({ kind: fc.constant("scale.copy" as const), at, forItem: fc.option(at, { nil: undefined }) }),
    fc.record({ kind: fc.constant("scale.code" as const), at, code }),
    fc.record({ kind: fc.constant("section.add" as const), list, domain: fc.option(code, { nil: undefined }) }),
    fc.record({ kind: fc.constant("section.code" as const), list, at, code }),
    fc.record({ kind: fc.constant("section.move" as const), list, from: at, to: at }),
    fc.record({ kind: fc.constant("section.delete" as const), list, at }),
    fc.record({ kind: fc.constant("index.weight" as const), domain: code, weight: fc.double({ min: 0, max: 1 }) }),
  ].map((edits: fc.Arbitrary<Edit>) => edits.map((edit) => () => edit)),
);
const anyEdits = fc.array(anyEdit, { maxLength: 40 });

describe("any sequence of edits", () => {
  test("leaves no reference that points nowhere and no code twice, on a small form and on official ones", () => {
    for (const start of [SMALL, seed("outpatient-qd56"), seed("one-stop-counter"), seed("sipas-household-2023-2026")]) {
      expect(broken(start)).toEqual([]);
      fc.assert(
        fc.property(anyEdits, (edits) => {
          const end = edits.reduce((document, edit) => editDocument(document, edit(document)), start);
          expect(broken(end)).toEqual([]);
          expect(readDraftDocument(JSON.parse(JSON.stringify(end))).ok).toBe(true);
          // Every item stands in the outline exactly once, in order.
          const listed = outlineOf(end).flatMap(({ items }) => items);
          expect(listed).toEqual(end.items.map((_, position) => position));
        }),
        { numRuns: 150 },
      );
    }
  });

  test("is taken back by undoing all of it, and comes again by redoing", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        let history = startHistory(SMALL);
        for (const edit of edits) history = edited(history, edit(history.present));
        const end = history.present;
        const steps = history.past.length;
        for (let step = 0; step < steps; step++) history = undone(history);
        expect(history.present).toEqual(SMALL);
        expect(undone(history)).toBe(history);
        for (let step = 0; step < steps; step++) history = redone(history);
        expect(history.present).toEqual(end);
      }),
      { numRuns: 100 },
    );
  });

  test("keeps at most a hundred steps; letters typed in one field are one", () => {
    const typed = (history: ReturnType<typeof startHistory>, vi: string, field: string) =>
      edited(history, { kind: "item.change", at: 0, change: { text: { vi } } }, field);
    let history = startHistory(SMALL);
    for (const vi of ["X", "Xi", "Xin"]) history = typed(history, vi, "text");
    expect(history.past).toEqual([SMALL]);
    history = typed(rested(history), "Xin!", "text");
    expect(history.past).toHaveLength(2);
    for (let step = 0; step < 150; step++) history = typed(history, `${step}`, `field ${step}`);
    expect(history.past).toHaveLength(100);
  });
});

describe("items", () => {
  test("get the next free code of their factor", () => {
    expect(nextItemCode(SMALL, { factor: "A" })).toBe("A3");
    expect(nextItemCode(seed("outpatient-qd56"), { factor: "A" })).toBe("A6");
    expect(nextItemCode(SMALL, { after: 4 })).toBe("C3");
    expect(nextItemCode({ ...SMALL, items: [] }, { factor: "A" })).toBe("A1");
    expect(nextItemCode({ ...SMALL, items: [] }, { factor: "F1" })).toBe("F1_1");
    expect(nextItemCode({ ...SMALL, items: [] })).toBe("C1");
  });

  test("renamed take the conditions along; a taken or reserved code is refused", () => {
    expect(having({ kind: "item.code", at: 0, code: "Q7" }).items[2]?.show_if).toEqual({ item: "Q7", in: [2] });
    for (const code of ["A2", "unit_code", "2x", ""]) expect(having({ kind: "item.code", at: 0, code })).toBe(SMALL);
  });

  test("deleted free those that were asked only after them, which can be told before", () => {
    expect(dependentsOf(SMALL, 0)).toEqual([2]);
    const left = having({ kind: "item.delete", at: 0 });
    expect(codes(left)).toEqual(["A2", "B1", "C1", "C2"]);
    expect(left.items[1]?.show_if).toBeUndefined();
    expect(left.items[3]?.show_if).toEqual({ item: "C1", in: [1, 5] });
  });

  test("of another type keep what fits, and get it all back with the type", () => {
    const asChoice = having({ kind: "item.type", at: 0, type: "single" });
    expect(asChoice.items[0]).toMatchObject({ text: { vi: "Tiêu chí A1" }, options: [{ value: 1 }, { value: 2 }] });
    expect(asChoice.items[2]?.show_if).toEqual({ item: "A1", in: [2] });
    const back = editDocument(asChoice, { kind: "item.type", at: 0, type: "scale" });
    expect(back.items[0]).toMatchObject({ scale: "s2", factor: "A" });
    const asText = having({ kind: "item.type", at: 0, type: "text" });
    expect(asText.items[2]?.show_if).toBeUndefined();
  });

  test("put under a factor stand behind its last item", () => {
    expect(codes(having({ kind: "item.factor", at: 0, factor: "B" }))).toEqual(["A2", "B1", "A1", "C1", "C2"]);
    expect(codes(having({ kind: "item.factor", at: 2, factor: "A" }))).toEqual(["A1", "A2", "B1", "C1", "C2"]);
  });

  test("step over their neighbours, and at the edge of a factor into the next one", () => {
    expect(stepOfItem(SMALL, 0, 1)).toEqual({ from: 0, to: 1 });
    expect(stepOfItem(SMALL, 1, 1)).toEqual({ from: 1, to: 1, factor: "B" });
    expect(stepOfItem(SMALL, 0, -1)).toBeNull();
    expect(stepOfItem(SMALL, 4, 1)).toBeNull();
    const joined = having({ kind: "item.place", from: 1, to: 1, factor: "B" });
    expect(outlineOf(joined).map(({ factor, items }) => [factor, items])).toEqual([
      [0, [0]],
      [1, [1, 2]],
      [null, [3, 4]],
    ]);
  });
});

describe("choices, scales and sections", () => {
  test("a changed value is changed in the conditions; a deleted one leaves them", () => {
    const of = { item: 3 };
    expect(dependentsOfValue(SMALL, of, 5)).toEqual([4]);
    expect(having({ kind: "choice.value", of, at: 1, value: 9 }).items[4]?.show_if?.in).toEqual([1, 9]);
    expect(having({ kind: "choice.value", of, at: 1, value: 1 })).toBe(SMALL);
    expect(having({ kind: "choice.delete", of, at: 0 }).items[4]?.show_if?.in).toEqual([5]);
    const none = having({ kind: "choice.delete", of, at: 0 }, { kind: "choice.delete", of, at: 0 });
    expect(none.items[4]?.show_if).toBeUndefined();
    expect(having({ kind: "choice.value", of: { scale: 0 }, at: 1, value: 7 }).items[2]?.show_if?.in).toEqual([7]);
  });

  test("a scale in use is not deleted; its copy may serve one item", () => {
    expect(having({ kind: "scale.delete", at: 1 })).toBe(SMALL);
    const copied = having({ kind: "scale.copy", at: 1, forItem: 1 });
    expect(copied.items.map(({ scale }) => scale)).toEqual(["s2", "s3_1", "s3", undefined, undefined]);
    expect(copied.scales[2]?.levels).toEqual(SMALL.scales[1]?.levels);
  });

  test("a renamed domain takes factors and weight along; a deleted one leaves its factors", () => {
    const renamed = having({ kind: "section.code", list: "domains", at: 0, code: "M" });
    expect([renamed.factors[0]?.domain, renamed.index.weights]).toEqual(["M", { M: 0.25, II: 0.75 }]);
    const left = having({ kind: "section.delete", list: "domains", at: 0 });
    expect([left.factors.map(({ domain }) => domain), left.index.weights]).toEqual([[undefined, "II"], { II: 0.75 }]);
  });

  test("a new domain asks for its weight", () => {
    expect(having({ kind: "section.add", list: "domains" }).index.weights).toEqual({ I: 0.25, II: 0.75, ND1: null });
  });
});
