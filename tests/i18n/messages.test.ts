import { describe, expect, it } from "vitest";
import { sayMessage } from "~/i18n/words";

describe("finished messages in English", () => {
  it("take the phrase that says most, whatever shorter one fits as well", () => {
    expect(sayMessage("en", "không phải mức của thang đo; các giá trị: 1, 2, 3")).toBe(
      "no level of the scale; the values: 1, 2, 3",
    );
    expect(sayMessage("en", "nằm ngoài thời gian của đợt (01/11/2026 – 30/11/2026)")).toBe(
      "outside the survey's dates (01/11/2026 – 30/11/2026)",
    );
  });

  it("stay as they are where no phrase is theirs, never half translated", () => {
    expect(sayMessage("en", "một câu lạ của ai đó")).toBe("một câu lạ của ai đó");
  });
});
