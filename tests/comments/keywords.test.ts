import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keywords } from "~/comments/keywords";

const repeat = (text: string, times: number) => Array.from({ length: times }, () => text);

describe("what many comments speak of", () => {
  it("is counted once a comment, with and without diacritics as one, in the commonest spelling", () => {
    const comments = [
      ...repeat("Thái độ phục vụ rất tốt, thái độ niềm nở.", 12),
      ...repeat("thai do cua bac si tot", 8),
      ...repeat("Chờ lâu ở phòng khám", 11),
    ];
    const found = keywords(comments, { least: 10 });
    expect(found).toContainEqual({ phrase: "thái độ", comments: 20 });
    expect(found[0]).toEqual({ phrase: "thái độ", comments: 20 });
    expect(found.map(({ phrase }) => phrase)).toContain("phòng khám");
  });

  it("is cut where words end: never the end of one word with the beginning of the next", () => {
    const comments = [...repeat("Thời gian chờ đợi quá dài", 30), ...repeat("Chờ đợi", 2)];
    expect(keywords(comments, { least: 10 })).toEqual([
      { phrase: "chờ đợi", comments: 32 },
      { phrase: "thời gian", comments: 30 },
    ]);
  });

  it("does not cross a comma, begins and ends with no word of grammar", () => {
    const found = keywords(repeat("Phòng sạch, nước uống thì không có", 20), { least: 10 }).map(({ phrase }) => phrase);
    expect(found).toContain("phòng sạch");
    expect(found).toContain("nước uống");
    expect(found.some((phrase) => phrase.includes("sạch nước"))).toBe(false);
    expect(found.some((phrase) => /không|thì/.test(phrase))).toBe(false);
  });

  it("names nothing that fewer comments hold than are told together, whatever people write", () => {
    expect(keywords(repeat("Bác sĩ Nguyễn Văn Tám thu tiền", 9), { least: 10 })).toEqual([]);
    const syllable = fc.constantFrom("thái", "độ", "chờ", "lâu", "phòng", ",", "=cmd", "😀", "không", "");
    fc.assert(
      fc.property(fc.array(fc.array(syllable, { maxLength: 8 }), { maxLength: 40 }), (words) => {
        const comments = words.map((one) => one.join(" "));
        for (const { comments: count } of keywords(comments, { least: 10 })) {
          expect(count).toBeGreaterThanOrEqual(10);
          expect(count).toBeLessThanOrEqual(comments.length);
        }
      }),
    );
  });
});
