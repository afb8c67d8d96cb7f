import { formatDecimal } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { JudgedDifference } from "~/indices/compare-rows";
import { VerdictText } from "./verdict-text";

/** A difference of rates in percentage points, with its interval and what it allows to say. */
export function ChangeText({ change, why }: { change: JudgedDifference | null; why?: string }) {
  const t = useWords();
  const language = useLanguage();
  if (change === null) return why ?? t("Không so sánh được");
  const points = (value: number) => `${value > 0 ? "+" : ""}${formatDecimal(value * 100, 2, language)}`;
  return (
    <>
      <VerdictText verdict={change.verdict} />
      <span className="sub">
        {t("{difference} điểm phần trăm ({low} đến {high})", {
          difference: points(change.difference),
          low: points(change.interval[0]),
          high: points(change.interval[1]),
        })}
      </span>
    </>
  );
}
