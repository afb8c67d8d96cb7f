import { describe, expect, it } from "vitest";
import type { Interval, MeasureRow } from "~/indices/result";
import { MeasureIndex } from "~/indices/survey-results";
import { aimedRow, targetSentence, targetText, targetVerdict } from "~/indices/target-verdict";

function row(rate: number | null, rate_ci: Interval | null, parts: Partial<MeasureRow> = {}): MeasureRow {
  return {
    unit: "*",
    level: "overall",
    code: "*",
    n_persons: 100,
    rate,
    rate_ci,
    suppressed: null,
    ...parts,
  } as MeasureRow;
}

describe("a target and the interval of a rate", () => {
  it("is met only where the whole interval lies at it or above", () => {
    expect(targetVerdict(row(0.91, [0.9, 0.921]), 0.9)).toBe("met");
    expect(targetVerdict(row(0.95, [0.8999, 0.99]), 0.9)).toBe("undecided");
  });

  it("is missed only where the whole interval lies below", () => {
    expect(targetVerdict(row(0.88, [0.864, 0.8999]), 0.9)).toBe("missed");
    expect(targetVerdict(row(0.88, [0.864, 0.9]), 0.9)).toBe("undecided");
  });

  it("is never judged from the rate alone, nor from what is masked or absent", () => {
    expect(targetVerdict(row(0.99, null), 0.9)).toBeNull();
    expect(targetVerdict(row(null, null), 0.9)).toBeNull();
    expect(targetVerdict(row(0.99, [0.98, 1], { suppressed: "small" as never }), 0.9)).toBeNull();
    expect(targetVerdict(row(0.99, [0.98, 1], { n_persons: 0 }), 0.9)).toBeNull();
    expect(targetVerdict(undefined, 0.9)).toBeNull();
    expect(targetVerdict(row(0.99, [0.98, 1]), null)).toBeNull();
  });

  it("holds for an interval of no width", () => {
    expect(targetVerdict(row(0.9, [0.9, 0.9]), 0.9)).toBe("met");
  });
});

describe("a target in words", () => {
  it("stands with as many decimals as it has", () => {
    expect([0.9, 0.925, 0.8575, 1].map((target) => targetText(target))).toEqual(["90%", "92,5%", "85,75%", "100%"]);
  });

  it("says the aim and the verdict, or that there is none to give", () => {
    expect(targetSentence(row(0.901, [0.882, 0.915]), 0.9)).toBe(
      "Mục tiêu của kế hoạch: tỷ lệ hài lòng chung từ 90% trở lên. Chưa đủ căn cứ để kết luận đạt hay chưa đạt: khoảng 95% chứa mục tiêu.",
    );
    expect(targetSentence(undefined, 0.9)).toContain("Không đánh giá được");
    expect(targetSentence(row(0.9, [0.8, 1]), null)).toBeNull();
  });
});

describe("the figure that a target is held against", () => {
  it("is the one theo quy mô where that is published, else the pooled one", () => {
    const [pooled, sized] = [row(0.9, [0.8, 0.95]), row(0.7, [0.6, 0.8])];
    expect(aimedRow(new MeasureIndex([pooled]), new MeasureIndex([sized]))).toBe(sized);
    expect(aimedRow(new MeasureIndex([pooled]), new MeasureIndex([]))).toBe(pooled);
    const masked = { ...sized, suppressed: "small" as never };
    expect(aimedRow(new MeasureIndex([pooled]), new MeasureIndex([masked]))).toBe(pooled);
  });
});
