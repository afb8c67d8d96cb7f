import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAsked, withoutUnasked } from "~/questionnaires/answers";
import { canonicalJson, questionnaireChecksum } from "~/questionnaires/checksum.server";
import { packAnswers, packedLayout, unpackAnswers } from "~/questionnaires/packed-layout";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";

const scale = {
  code: "s5",
  levels: [
    { value: 1, label: { vi: "Không hài lòng" } },
    { value: 2, label: { vi: "Bình thường" } },
    { value: 3, label: { vi: "Hài lòng" }, satisfied: true },
    { value: 0, label: { vi: "Không sử dụng" }, excluded: true },
  ],
};
const scored = { code: "A1", type: "scale", scale: "s5", factor: "A", text: { vi: "Một" } };
const choice = {
  code: "C1",
  type: "single",
  text: { vi: "Chọn" },
  options: [
    { value: 1, label: { vi: "Có" } },
    { value: 2, label: { vi: "Không" } },
  ],
};
const file = {
  format: "hailong.questionnaire/1",
  code: "phieu-thu",
  sector: "other",
  title: { vi: "Phiếu thử" },
  source: "Kiểm thử",
  scales: [scale],
  domains: [{ code: "I", title: { vi: "Nội dung" } }],
  factors: [{ code: "A", domain: "I", title: { vi: "Yếu tố" } }],
  items: [scored, choice] as object[],
  index: { rule: "pooled", weights: null } as object,
};

function pathsOf(candidate: object): string[] {
  const result = parseQuestionnaire(candidate);
  return result.ok ? [] : result.problems.map(({ path }) => path);
}

describe("a questionnaire file (contracts, section 1)", () => {
  it("needs only what the contract requires: the rest has defaults", () => {
    const { scales: _scales, domains: _domains, factors: _factors, ...rest } = file;
    const result = parseQuestionnaire({
      ...rest,
      items: [{ code: "H1", type: "text", text: { vi: "Ý kiến" } }],
      index: { rule: "pooled" },
    });
    expect(result).toMatchObject({ ok: true, questionnaire: { scales: [], index: { weights: null } } });
  });

  it("calls a domain or factor without a title by its code", () => {
    const result = parseQuestionnaire({ ...file, domains: [{ code: "I" }], factors: [{ code: "A", domain: "I" }] });
    expect(result).toMatchObject({ ok: true, questionnaire: { factors: [{ title: { vi: "A" } }] } });
  });

  it.each([
    ["an unknown key", { ...file, extra: 1 }, "$"],
    ["an unknown key of an item", { ...file, items: [{ ...scored, colour: "red" }] }, "$.items[0]"],
    ["a missing title", { ...file, title: { en: "Only English" } }, "$.title.vi"],
    ["another format", { ...file, format: "hailong.questionnaire/2" }, "$.format"],
    ["an item code that is a column", { ...file, items: [{ ...choice, code: "weight" }] }, "$.items[0].code"],
    ["an item code with a hyphen", { ...file, items: [{ ...choice, code: "C-1" }] }, "$.items[0].code"],
    ["a repeated item code", { ...file, items: [scored, { ...choice, code: "A1" }] }, "$.items[1].code"],
    ["a scale that does not exist", { ...file, items: [{ ...scored, scale: "s7" }] }, "$.items[0].scale"],
    ["a factor that does not exist", { ...file, items: [{ ...scored, factor: "Z" }] }, "$.items[0].factor"],
    ["a factor on a choice", { ...file, items: [{ ...choice, factor: "A" }] }, "$.items[0]"],
    ["a domain that does not exist", { ...file, factors: [{ code: "A", domain: "IX" }] }, "$.factors[0].domain"],
    [
      "a scored item on a scale without a satisfied level",
      { ...file, scales: [{ ...scale, levels: scale.levels.map(({ value, label }) => ({ value, label })) }] },
      "$.items[0].scale",
    ],
    ["one level that counts", { ...file, scales: [{ ...scale, levels: scale.levels.slice(2) }] }, "$.scales[0].levels"],
    [
      "a repeated level",
      { ...file, scales: [{ ...scale, levels: [...scale.levels, scale.levels[0]] }] },
      "$.scales[0].levels[4].value",
    ],
    [
      "routing to a later item",
      { ...file, items: [{ ...scored, show_if: { item: "C1", in: [1] } }, choice] },
      "$.items[0].show_if.item",
    ],
    [
      "routing by a value that is none",
      { ...file, items: [choice, { ...scored, show_if: { item: "C1", in: [9] } }] },
      "$.items[1].show_if.in[0]",
    ],
    ["fixed weights without weights", { ...file, index: { rule: "fixed-weights" } }, "$.index.weights"],
    [
      "weights that do not sum to 1",
      { ...file, index: { rule: "fixed-weights", weights: { I: 0.9 } } },
      "$.index.weights",
    ],
    [
      "a domain without a weight, whatever its name",
      {
        ...file,
        domains: [{ code: "I" }, { code: "constructor" }],
        index: { rule: "fixed-weights", weights: { I: 1 } },
      },
      "$.index.weights",
    ],
    [
      "a mirrored scale with uneven gaps",
      {
        ...file,
        scales: [
          { ...scale, levels: scale.levels.map((level) => (level.value === 3 ? { ...level, value: 5 } : level)) },
        ],
        items: [{ ...scored, reverse: true }],
      },
      "$.items[0].reverse",
    ],
  ])("refuses %s and says where", (_, candidate, path) => {
    expect(pathsOf(candidate)).toContain(path);
  });

  it("takes scales that start anywhere, weights that its rule does not use, and `verified`, which it leaves out", () => {
    const levels = scale.levels.map((level) => ({ ...level, value: level.value - 3 }));
    const index = { rule: "pooled", weights: { I: 0.4 } };
    const given = { ...file, scales: [{ ...scale, levels }], index, verified: { by: "ai đó" } };
    const result = parseQuestionnaire(given);
    expect(result.ok && Object.keys(result.document)).not.toContain("verified");
    expect(questionnaireChecksum(given)).toBe(questionnaireChecksum({ ...given, verified: undefined }));
  });

  it("has the same checksum however it is laid out, and another for any other wording", () => {
    const shuffled = Object.fromEntries(Object.entries(file).reverse());
    expect(questionnaireChecksum(shuffled)).toBe(questionnaireChecksum(file));
    expect(canonicalJson(JSON.parse(JSON.stringify(file, null, 4)))).toBe(canonicalJson(file));
    expect(questionnaireChecksum({ ...file, source: "Nguồn khác" })).not.toBe(questionnaireChecksum(file));
  });
});

describe("packed records", () => {
  const parsed = parseQuestionnaire({
    ...file,
    items: [
      { ...scored, code: "constructor" },
      choice,
      {
        code: "C2",
        type: "multiple",
        text: { vi: "Nhiều" },
        options: [4, 12, -1].map((value) => ({ value, label: { vi: `${value}` } })),
      },
      {
        code: "C3",
        type: "single",
        text: { vi: "Một" },
        options: [-10, 7].map((value) => ({ value, label: { vi: `${value}` } })),
      },
      { code: "G1", type: "number", text: { vi: "Số" } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed;
  const layout = packedLayout(questionnaire);
  const anyAnswers = fc.record(
    {
      constructor: fc.constantFrom(0, 1, 2, 3),
      C1: fc.constantFrom(1, 2),
      C2: fc.subarray([4, 12, -1]),
      C3: fc.constantFrom(-10, 7),
      G1: fc.integer({ min: -99_999, max: 999_999 }).map((thousandths) => thousandths / 1000),
    },
    { requiredKeys: [], noNullPrototype: false },
  );

  it("give back what was packed, blanks and names of object members included", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const own = Object.assign(Object.create(null), answers);
        const packed = packAnswers(layout, own);
        expect(packed).toHaveLength(layout.length);
        expect(unpackAnswers(layout, packed)).toEqual(own);
      }),
    );
  });
});

describe("routing", () => {
  const parsed = parseQuestionnaire({
    ...file,
    items: [
      choice,
      { ...choice, code: "C2", show_if: { item: "C1", in: [1] } },
      { ...scored, show_if: { item: "C2", in: [2] } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed;
  const last = questionnaire.items[2];
  if (!last) throw new Error("three items");

  it.each([
    [{}, false],
    [{ C1: 1 }, false],
    [{ C1: 1, C2: 2 }, true],
    [{ C1: 1, C2: 1 }, false],
    // C2 was not asked, so whatever stands there asks nothing further.
    [{ C1: 2, C2: 2 }, false],
  ])("%j asks the last item: %s", (answers, asked) => {
    expect(isAsked(questionnaire, last, answers)).toBe(asked);
  });

  it("leaves answers to items not asked out and names them", () => {
    const { answers, ignored } = withoutUnasked(questionnaire, { C1: 2, C2: 2, A1: 3 });
    expect({ ...answers }).toEqual({ C1: 2 });
    expect(ignored).toEqual(["C2", "A1"]);
  });
});
