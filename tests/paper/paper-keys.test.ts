import { describe, expect, test } from "vitest";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { beginKeying, enterText, type Keying, keyedFields, pressKey, stepsOf } from "~/responses/paper-keys";
import { readPaperForm } from "~/responses/read-paper-form";

const options = (...values: number[]) => values.map((value) => ({ value, label: { vi: `Mức ${value}` } }));

const parsed = parseQuestionnaire({
  format: "hailong.questionnaire/1",
  code: "keys",
  sector: "other",
  title: { vi: "Phiếu thử" },
  source: "thử",
  scales: [{ code: "s", levels: [...options(1, 2, 3, 4), { ...options(5)[0], satisfied: true }, ...options(0)] }],
  factors: [{ code: "F" }],
  items: [
    { code: "A1", type: "scale", scale: "s", factor: "F", text: { vi: "Một" }, required: true },
    {
      code: "A2",
      type: "single",
      options: [...options(1, 2), { value: 3, label: { vi: "Khác" }, other: true }],
      text: { vi: "Hai" },
    },
    { code: "A3", type: "multiple", options: options(1, 2, 3), text: { vi: "Ba" } },
    { code: "A4", type: "number", min: 0, max: 200, text: { vi: "Bốn" } },
    { code: "A5", type: "single", options: options(1, 2), text: { vi: "Năm" }, show_if: { item: "A1", in: [5] } },
    { code: "A6", type: "single", options: options(1, 2, 10), text: { vi: "Sáu" } },
    { code: "A7", type: "text", text: { vi: "Bảy" } },
  ],
  index: { rule: "pooled" },
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const form: Questionnaire = parsed.questionnaire;
const steps = stepsOf(form);

function press(keys: readonly string[], from: Keying = beginKeying()): Keying {
  return keys.reduce((keying, key) => pressKey(form, steps, keying, key), from);
}

const at = (keying: Keying) => steps[keying.at]?.field ?? "end";

describe("keying by digits", () => {
  test("one key answers a one-digit question and moves on; 0 is a level like the others", () => {
    expect(at(press(["4"]))).toBe("A2");
    expect(press(["0"]).values.A1).toBe("0");
  });

  test("a digit that is no level is told and does not move on", () => {
    const keying = press(["7"]);
    expect(at(keying)).toBe("A1");
    expect(keying.message).toEqual({ kind: "no-such-value", key: "7", values: "1, 2, 3, 4, 5, 0" });
    expect(press(["3"], keying).message).toBeNull();
  });

  test("Enter and space leave a question blank; Enter keeps what was answered, space takes it away", () => {
    expect(keyedFields(form, steps, press(["Enter", " "]))).toEqual([]);
    const back = press(["4", "Backspace"]);
    expect(at(back)).toBe("A1");
    expect(press(["Enter"], back).values.A1).toBe("4");
    expect(press([" "], back).values.A1).toBe("");
  });

  test("the words at an open option are asked for only where it was chosen", () => {
    expect(at(press(["4", "1"]))).toBe("A3");
    const other = press(["4", "3"]);
    expect(at(other)).toBe("A2.other");
    expect(at(enterText(form, steps, other, "chữ"))).toBe("A3");
  });

  test("several ticks are put on and off by their digits and end with Enter", () => {
    const keying = press(["4", "1", "3", "1", "2", "2", "Enter"]);
    expect(keying.values.A3).toBe("1 3");
    expect(at(keying)).toBe("A4");
  });

  test("numbers end with Enter, and one out of range is told", () => {
    const there = ["4", "1", "Enter"];
    expect(press([...there, "9", "5", "Backspace", "0", "Enter"]).values.A4).toBe("90");
    const wrong = press([...there, "3", "0", "0", "Enter"]);
    expect(at(wrong)).toBe("A4");
    expect(wrong.message?.kind).toBe("not-taken");
  });

  test("a number stops at the key that leads out of its range, says so, and is not taken until it is mended", () => {
    const there = ["4", "1", "Enter"];
    const beyond = press([...there, "2", "5", "0", "7", "7"]);
    expect(beyond.typed).toBe("250");
    expect(beyond.message).toEqual({ kind: "not-taken", text: "Số không được quá 200." });
    expect(at(press(["Enter"], beyond))).toBe("A4");
    expect(press(["Backspace"], beyond)).toMatchObject({ typed: "25", message: null });
    expect(press(["Backspace", "Enter"], beyond).values.A4).toBe("25");
    expect(press([...there, "-", "5"]).message).toEqual({ kind: "not-taken", text: "Số phải từ 0 trở lên." });
    expect(press([...there, "1", ",", "2", "5", "7", "9", "9"]).typed).toBe("1,2579");
    for (const keys of ["1,,5", "--5", ",5", "1-5"]) {
      expect(press([...there, ...keys]).message?.kind, keys).toBe("not-taken");
      expect(press([...there, ...keys, ...keys]).typed.length, keys).toBeLessThan(4);
    }
    expect(press([...there, ..."0".repeat(40)]).typed).toHaveLength(13);
  });

  test("a value with several digits stops where no option begins so", () => {
    const beyond = press(["4", "1", "Enter", "Enter", "1", "0", "5", "5"]);
    expect([beyond.typed, beyond.message?.kind]).toEqual(["105", "no-such-value"]);
    expect(press(["Backspace", "Enter"], beyond).values.A6).toBe("10");
  });

  test("what routing does not ask is skipped on the way there and on the way back, and is not sent", () => {
    const there = ["1", "Enter", "8", "0", "Enter"];
    expect(at(press(["4", ...there]))).toBe("A6");
    expect(at(press(["5", ...there]))).toBe("A5");
    expect(at(press(["4", ...there, "Backspace"]))).toBe("A4");
    const changed = { ...press(["5", ...there, "2"]), at: 0 };
    expect(keyedFields(form, steps, press(["4"], changed)).map(([field]) => field)).not.toContain("A5");
  });

  test("options with two digits end with Enter", () => {
    const keying = press(["4", "1", "Enter", "Enter", "1", "0", "Enter"]);
    expect(keying.values.A6).toBe("10");
    expect(press(["4", "1", "Enter", "Enter", "7", "Enter"]).message?.kind).toBe("no-such-value");
  });

  test("what was keyed reads as answers, a required question left blank included", () => {
    const keying = enterText(
      form,
      steps,
      press([" ", "3", "Enter", "1", "3", "Enter", "Enter", "2", "Enter"]),
      "Sạch sẽ",
    );
    expect(at(keying)).toBe("end");
    const read = readPaperForm(form, [["paper.number", "1"], ...keyedFields(form, steps, keying)]);
    expect(read).toEqual({
      ok: true,
      keyed: { valid: true, answers: { A2: 3, A3: [1, 3], A6: 2 }, texts: { A7: "Sạch sẽ" } },
    });
  });

  test("an empty sheet is not stored as answers; with a reason it is not valid", () => {
    expect(readPaperForm(form, []).ok).toBe(false);
    const invalid = [
      ["paper.intent", "invalid"],
      ["paper.invalid", "1"],
    ] as const;
    expect(readPaperForm(form, invalid)).toEqual({ ok: true, keyed: { valid: false, reason: "Phiếu để trống" } });
    expect(readPaperForm(form, [["paper.intent", "invalid"]]).ok).toBe(false);
  });
});
