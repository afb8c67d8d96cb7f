import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionParts } from "~/questionnaires/condition-parts";
import { itemNames, itemNumbers, nameOfItem } from "~/questionnaires/item-numbers";

const asked = (pattern: string) => [...pattern].map((one) => (one === "?" ? { show_if: {} } : {}));

describe("the numbers of questions", () => {
  test("1. a question of some persons only takes a letter behind the number before it", () => {
    expect(itemNumbers(asked("-??-?--"))).toEqual(["1", "1a", "1b", "2", "2a", "3", "4"]);
    expect(itemNumbers(asked("?-"))).toEqual(["1", "2"]);
    expect(itemNumbers(asked(`-${"?".repeat(28)}`)).slice(-3)).toEqual(["1z", "1aa", "1ab"]);
  });

  test("2. whoever is asked none of them meets no hole, and no number comes twice", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (conditional) => {
        const items = conditional.map((one, at) => (one && at > 0 ? { show_if: {} } : {}));
        const numbers = itemNumbers(items);
        const plain = numbers.filter((_, at) => !("show_if" in (items[at] ?? {})));
        expect(plain).toEqual(plain.map((_, at) => String(at + 1)));
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  test("3. a name is the number and the code, and a code that nothing bears is quoted", () => {
    const items = [{ code: "P1" }, { code: "P2", show_if: {} }, { code: "" }];
    expect(itemNames(items)).toEqual(["1 (P1)", "1a (P2)", "2"]);
    expect(nameOfItem(items, "P2")).toBe("1a (P2)");
    expect(nameOfItem(items, "B9")).toBe("«B9»");
  });
});

test("a condition names its question and the answers in words", () => {
  const form = {
    items: [
      { code: "P1", text: { vi: "Ông/Bà đến với tư cách nào?" }, options: [{ value: 1, label: { vi: "Cá nhân" } }] },
      { code: "A1", text: { vi: "Biển chỉ dẫn" }, scale: "five" },
    ],
    scales: [{ code: "five", levels: [{ value: 5, label: { vi: "Rất hài lòng" } }] }],
  };
  expect(conditionParts(form, undefined)).toBeNull();
  expect(conditionParts(form, { item: "P1", in: [1, 7] })).toEqual({
    name: "1 (P1)",
    text: "Ông/Bà đến với tư cách nào?",
    answers: "Cá nhân; 7",
  });
  expect(conditionParts(form, { item: "A1", in: [5] })?.answers).toBe("Rất hài lòng");
});
