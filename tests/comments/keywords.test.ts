import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finderOf } from "~/comments/find-words";
import { keywords } from "~/comments/keywords";
import { readText } from "~/comments/syllables";

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

  it("is a phrase of whole words: never the end of one with the beginning of the next, nor a verb without its object", () => {
    const phrases = (comments: readonly string[]) => keywords(comments, { least: 10 }).map(({ phrase }) => phrase);
    expect(phrases(repeat("Chờ lấy số thứ tự quá lâu", 20))).toEqual(["chờ lấy số thứ tự"]);
    const ends = ["thuốc", "kết quả xét nghiệm", "số thứ tự"].flatMap((what) => repeat(`Phải chờ lấy ${what}`, 12));
    expect(phrases(ends).sort()).toEqual(["chờ lấy kết quả xét nghiệm", "chờ lấy số thứ tự", "chờ lấy thuốc"]);
    expect(phrases(repeat("Nên có người hướng dẫn ở quầy đăng ký tự động", 15))).toEqual(["quầy đăng ký tự động"]);
    expect(phrases(repeat("Thời gian chờ đợi quá dài", 30))).toEqual(["thời gian chờ đợi"]);
  });

  it("keeps a denial with what it denies", () => {
    const found = keywords([...repeat("Quỹ lớp chưa rõ ràng", 20), ...repeat("Thông tin rõ ràng", 15)], { least: 10 });
    expect(found.map(({ phrase }) => phrase)).toContain("quỹ lớp chưa rõ ràng");
  });

  it("knows what is written short, and both ways of spelling a word", () => {
    const comments = [...repeat("BS khám kỹ", 6), ...repeat("bác sỹ khám kĩ", 6), ...repeat("bac si kham ky", 6)];
    const [first] = keywords(comments, { least: 10 });
    expect(first?.comments).toBe(18);
    expect(comments.filter((comment) => finderOf(first?.phrase ?? "")(readText(comment)))).toHaveLength(18);
  });

  it("counts as many comments as a search for the phrase finds", () => {
    const comments = [...repeat("Bác sĩ khám kỹ, bác sĩ nhiệt tình", 12), ...repeat("bac si noi nho", 7), "Y bác sĩ"];
    for (const { phrase, comments: count } of keywords(comments, { least: 10 }))
      expect(comments.filter((comment) => finderOf(phrase)(readText(comment)))).toHaveLength(count);
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
