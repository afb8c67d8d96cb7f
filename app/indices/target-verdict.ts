import { formatShare, type Language } from "~/i18n/numbers";
import { type Phrase, say } from "~/i18n/words";
import { stateOf } from "./figures";
import type { MeasureRow } from "./result";
import type { MeasureIndex } from "./survey-results";

/** `met`: đạt. `missed`: chưa đạt. `undecided`: the interval holds the target, "chưa đủ căn cứ". */
export type TargetVerdict = "met" | "missed" | "undecided";

/** The verdict as a cell of a table says it. */
export const VERDICT_NAMES: Readonly<Record<TargetVerdict, string>> = {
  met: "Đạt",
  missed: "Chưa đạt",
  undecided: "Chưa đủ căn cứ",
};

const SENTENCES: Readonly<Record<TargetVerdict, Phrase>> = {
  met: "Đạt: cả khoảng 95% nằm từ mục tiêu trở lên.",
  missed: "Chưa đạt: cả khoảng 95% nằm dưới mục tiêu.",
  undecided: "Chưa đủ căn cứ để kết luận đạt hay chưa đạt: khoảng 95% chứa mục tiêu.",
};

/**
 * What a published rate says about a target: its whole interval must lie on one side, the target itself counting as
 * reached. The rate alone decides nothing; null where there is no published rate with an interval.
 */
export function targetVerdict(row: MeasureRow | undefined, target: number | null | undefined): TargetVerdict | null {
  if (target == null || stateOf(row) !== "published" || row?.rate == null || row.rate_ci == null) return null;
  const [lower, upper] = row.rate_ci;
  if (lower >= target) return "met";
  return upper < target ? "missed" : "undecided";
}

/** The overall figure that a target is held against: theo quy mô where that is published, else pooled. */
export function aimedRow(measures: MeasureIndex, sized: MeasureIndex, unit = "*"): MeasureRow | undefined {
  const bySize = sized.find(unit, "overall");
  return bySize?.suppressed === null ? bySize : measures.find(unit, "overall");
}

/** "90%", "92,5%": a target as it was set, without decimals that it does not have. */
export function targetText(target: number, language: Language = "vi"): string {
  return formatShare(target, Math.min(2, decimalsOf(Number(`${target}e2`))), language);
}

function decimalsOf(percent: number): number {
  return (String(percent).split(".")[1] ?? "").length;
}

/** What the plan aims at and whether the figures reach it, in words; null where it sets no target. */
export function targetSentence(
  row: MeasureRow | undefined,
  target: number | null | undefined,
  language: Language = "vi",
): string | null {
  if (target == null) return null;
  const aim = say(language, "Mục tiêu của kế hoạch: tỷ lệ hài lòng chung từ {target} trở lên.", {
    target: targetText(target, language),
  });
  const verdict = targetVerdict(row, target);
  const told = say(
    language,
    verdict ? SENTENCES[verdict] : "Không đánh giá được: tỷ lệ chưa có hoặc không được công bố.",
  );
  return `${aim} ${told}`;
}
