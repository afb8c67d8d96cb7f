import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAnswers, packedLayout, unpackAnswers } from "~/questionnaires/packed-layout";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type ParsedSubmission, type Problem, parseSubmission } from "~/responses/parse-submission";

const questionnaire = parsed({
  format: "hailong.questionnaire/1",
  code: "every-type",
  sector: "other",
  title: { vi: "Mọi loại câu hỏi" },
  source: "kiểm thử",
  scales: [
    {
      code: "s",
      levels: [
        { value: 1, label: { vi: "Kém" } },
        { value: 5, label: { vi: "Tốt" }, satisfied: true },
        { value: 0, label: { vi: "Không ý kiến" }, excluded: true },
      ],
    },
  ],
  factors: [{ code: "A", title: { vi: "A" } }],
  items: [
    { code: "A1", type: "scale", scale: "s", factor: "A", text: { vi: "A1" } },
    {
      code: "P1",
      type: "single",
      text: { vi: "P1" },
      options: [
        { value: 1, label: { vi: "Có" } },
        { value: 2, label: { vi: "Không" } },
        { value: 6, label: { vi: "Khác" }, other: true },
      ],
    },
    {
      code: "C2",
      type: "multiple",
      text: { vi: "C2" },
      options: [
        { value: 1, label: { vi: "Đài" } },
        { value: 12, label: { vi: "Mạng" } },
        { value: 7, label: { vi: "Khác" }, other: true },
      ],
    },
    { code: "G1", type: "number", min: 0, max: 200, unit: "%", text: { vi: "G1" } },
    { code: "G2", type: "number", text: { vi: "G2" }, show_if: { item: "P1", in: [1] }, required: true },
    { code: "H1", type: "text", max_length: 20, text: { vi: "H1" } },
    { code: "constructor", type: "text", text: { vi: "tên trùng thuộc tính có sẵn" } },
    { code: "survey", type: "single", text: { vi: "S" }, options: [{ value: 1, label: { vi: "Một" } }] },
  ],
  index: { rule: "pooled" },
});

function parsed(file: object): Questionnaire {
  const result = parseQuestionnaire(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.questionnaire;
}

function parse(...fields: [string, string][]): ParsedSubmission {
  return parseSubmission(questionnaire, fields);
}

function accepted(...fields: [string, string][]) {
  const result = parse(...fields);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problemsOf(...fields: [string, string][]): Pick<Problem, "kind" | "field" | "itemCode">[] {
  const result = parse(...fields);
  if (result.ok) throw new Error("was taken");
  return result.problems.map(({ kind, field, itemCode }) => ({ kind, field, itemCode }));
}

describe("what is taken", () => {
  it("reads every type of item and keeps free text apart", () => {
    const result = accepted(
      ["response_id", "x"],
      ["A1", "5"],
      ["P1", "2"],
      ["C2", "12"],
      ["C2", "1"],
      ["C2", "7"],
      ["C2.other", "loa phường"],
      ["G1", "87,5"],
      ["H1", "  Tốt\r\nlắm "],
    );
    expect(result.answers).toEqual({ A1: 5, P1: 2, C2: [1, 12, 7], G1: 87.5 });
    expect(result.texts).toEqual({ "C2.other": "loa phường", H1: "Tốt\nlắm" });
    expect(result.warnings).toEqual([]);
  });

  it("counts blank fields as not answered", () => {
    expect(accepted(["A1", ""], ["G1", "  "], ["H1", " \n"], ["P1", "2"]).answers).toEqual({ P1: 2 });
  });

  it("keeps an excluded level as the answer it is", () => {
    expect(accepted(["A1", "0"]).answers).toEqual({ A1: 0 });
  });

  it.each([
    ["0", 0],
    ["-0", Number.NaN],
    ["12.5", 12.5],
    ["12,125", 12.125],
    ["100%", 100],
    ["100 %", 100],
    ["007", 7],
  ])("reads the number %s", (typed, value) => {
    if (Number.isNaN(value)) expect(Object.is(accepted(["G1", typed]).answers.G1, 0)).toBe(true);
    else expect(accepted(["G1", typed]).answers).toEqual({ G1: value });
  });

  it("takes control and direction characters out of text, and composes letters", () => {
    const sent = `a\u0000b\u202E c\u0007 ${"ệ".normalize("NFD")}`;
    expect(accepted(["H1", sent]).texts.H1).toBe("ab c ệ");
  });

  it("replaces lone surrogates, which no file could hold", () => {
    expect(accepted(["H1", "x\uD800"]).texts.H1).toBe("x\uFFFD");
  });

  it("takes items whose code is a property of objects or a field of the page", () => {
    const result = accepted(["constructor", "có"], ["item.survey", "1"], ["survey", "17"]);
    expect({ ...result.texts }).toEqual({ constructor: "có" });
    expect(result.answers).toEqual({ survey: 1 });
    expect(Object.keys(accepted(["A1", "1"]).texts)).toEqual([]);
  });

  it("chooses the open option for somebody who typed its text, and says so", () => {
    const result = accepted(["P1.other", "người thân"], ["C2", "1"], ["C2.other", "hàng xóm"]);
    expect(result.answers).toEqual({ P1: 6, C2: [1, 7] });
    expect(result.texts).toEqual({ "P1.other": "người thân", "C2.other": "hàng xóm" });
    expect(result.warnings.map(({ kind }) => kind)).toEqual(["other-text", "other-text"]);
  });

  it("leaves text at an option out when another one was chosen, with a warning", () => {
    const result = accepted(["P1", "2"], ["P1.other", "người thân"]);
    expect(result.texts).toEqual({});
    expect(result.warnings).toEqual([{ kind: "other-text", field: "P1.other" }]);
  });

  it("ignores answers to items that were not asked, even wrong ones", () => {
    expect(accepted(["P1", "2"], ["G2", "5"])).toMatchObject({
      answers: { P1: 2 },
      warnings: [{ kind: "not-asked", field: "G2" }],
    });
    expect(accepted(["P1", "2"], ["G2", "năm"]).answers).toEqual({ P1: 2 });
  });
});

describe("what is refused", () => {
  const wrong = (kind: Problem["kind"], field: string, itemCode: string | null = field) => [{ kind, field, itemCode }];

  it.each(["7", "-1", "5.0", "05", "1e0", "tốt", " 5"])("refuses the level %s", (level) => {
    expect(problemsOf(["A1", level])).toEqual(wrong("unknown-level", "A1"));
  });

  it("refuses options that are not there", () => {
    expect(problemsOf(["P1", "3"])).toEqual(wrong("unknown-option", "P1"));
    expect(problemsOf(["C2", "1"], ["C2", "2"])).toEqual(wrong("unknown-option", "C2"));
  });

  it("refuses a second value of an item that takes one", () => {
    expect(problemsOf(["A1", "5"], ["A1", "5"])).toEqual(wrong("repeated", "A1"));
    expect(problemsOf(["H1", "a"], ["H1", "b"])).toEqual(wrong("repeated", "H1"));
  });

  it.each([
    ["mười", "not-a-number"],
    ["1e3", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1.000.000", "not-a-number"],
    ["1.000", "ambiguous-number"],
    ["1,500", "ambiguous-number"],
    ["1.2345", "too-precise"],
    ["200,001", "out-of-range"],
    ["-1", "out-of-range"],
  ] as const)("refuses the number %s as %s", (typed, kind) => {
    expect(problemsOf(["G1", typed])).toEqual(wrong(kind, "G1"));
  });

  it("refuses numbers wider than their column", () => {
    expect(problemsOf(["P1", "1"], ["G2", "1234567890123"])).toEqual(wrong("out-of-range", "G2"));
    expect(accepted(["P1", "1"], ["G2", "123456789012"]).answers.G2).toBe(123456789012);
  });

  it("refuses text over the limit, counted as the browser counts it", () => {
    expect(accepted(["H1", "x".repeat(20)]).texts.H1).toHaveLength(20);
    expect(problemsOf(["H1", "x".repeat(21)])).toEqual(wrong("too-long", "H1"));
    expect(problemsOf(["P1", "6"], ["P1.other", "x".repeat(201)])).toEqual(wrong("too-long", "P1.other", "P1"));
  });

  it("asks for required items only of those who were asked", () => {
    expect(problemsOf(["P1", "1"])).toEqual(wrong("required", "G2"));
    expect(parse(["P1", "2"]).ok).toBe(true);
    expect(parse(["A1", "1"]).ok).toBe(true);
  });

  it("refuses fields that are no part of the version", () => {
    expect(problemsOf(["A1", "5"], ["Z9", "1"])).toEqual(wrong("unknown-field", "Z9", null));
    expect(problemsOf(["A1", "5"], ["A1.other", "x"])).toEqual(wrong("unknown-field", "A1.other", null));
    expect(problemsOf(["A1", "5"], ["__proto__", "x"])).toEqual(wrong("unknown-field", "__proto__", null));
  });

  it("refuses a form with no answer at all, also where only items not asked were answered", () => {
    expect(problemsOf()).toEqual([{ kind: "empty", field: null, itemCode: null }]);
    expect(problemsOf(["survey", "1"], ["A1", ""])).toEqual([{ kind: "empty", field: null, itemCode: null }]);
    expect(problemsOf(["G2", "4"])).toEqual([{ kind: "empty", field: null, itemCode: null }]);
  });

  it("lists problems in the order of the form and keeps what was sent", () => {
    const result = parse(["H1", "x".repeat(21)], ["A1", "9"], ["C2", "1"], ["C2", "12"]);
    if (result.ok) throw new Error("was taken");
    expect(result.problems.map(({ itemCode }) => itemCode)).toEqual(["A1", "H1"]);
    expect([...result.kept]).toEqual([
      ["H1", ["x".repeat(21)]],
      ["A1", ["9"]],
      ["C2", ["1", "12"]],
    ]);
  });

  it("says every problem in both languages", () => {
    const result = parse(["A1", "9"], ["Z", "1"]);
    if (result.ok) throw new Error("was taken");
    for (const { message } of result.problems) {
      expect(message.vi).not.toBe("");
      expect(message.en).not.toBe(message.vi);
    }
  });
});

describe("whatever is sent", () => {
  const names = [...questionnaire.items.map(({ code }) => code), "C2.other", "P1.other", "item.survey", "__proto__"];
  const values = ["0", "1", "2", "5", "6", "7", "12", "1,5", "-0", "", " ", "\u0000", "\uD800"];
  const field = fc.tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string()),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...values) },
      fc.string({ unit: "binary" }),
      fc.float().map(String),
    ),
  );

  it("never throws, and what is taken packs and unpacks to the same answers", () => {
    const layout = packedLayout(questionnaire);
    let taken = 0;
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const result = parseSubmission(questionnaire, fields);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        taken++;
        const packed = packAnswers(layout, result.answers);
        expect(packed).toHaveLength(layout.length);
        expect(unpackAnswers(layout, packed)).toEqual({ ...result.answers });
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
