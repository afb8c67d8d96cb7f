import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleInLines } from "~/reports/title-in-lines";

describe("a title", () => {
  it("breaks where a phrase begins, into lines of about the same length", () => {
    expect(
      titleInLines("Kết quả khảo sát, đánh giá mức độ hài lòng của người dân về cung cấp dịch vụ y tế công năm 2026"),
    ).toBe("Kết quả khảo sát, đánh giá mức độ hài lòng\ncủa người dân về cung cấp dịch vụ y tế công năm 2026");
    expect(
      titleInLines("Tình hình, kết quả thực hiện nhiệm vụ số 4 về khảo sát mức độ hài lòng 9 tháng đầu năm 2026"),
    ).toBe("Tình hình, kết quả thực hiện nhiệm vụ số 4\nvề khảo sát mức độ hài lòng 9 tháng đầu năm 2026");
  });

  it("stays in one line where it fits, and whole where a word is longer than a line", () => {
    expect(titleInLines("Kết quả khảo sát tại Bệnh viện Nhi Thanh Hóa")).not.toContain("\n");
    expect(titleInLines(`Kết quả tại ${"x".repeat(200)}`)).not.toContain("\n");
  });

  it("loses no word and no line is too long", () => {
    const word = fc.stringMatching(/^[a-zđêộ]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 45 }), (words) => {
        const lines = titleInLines(words.join(" ")).split("\n");
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(66);
      }),
    );
  });
});
