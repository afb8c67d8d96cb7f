import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { type AnalysisFilter, analysisAddress } from "~/indices/analysis-filter";
import type { IndexMeasure } from "~/indices/index-estimate";

/** Shares of the satisfied or mean scores, as two links, so that the choice stands in the address. */
export function MeasureChoice({
  filter,
  measure,
  more = {},
}: {
  filter: AnalysisFilter;
  measure: IndexMeasure;
  more?: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const link = (own: IndexMeasure, label: string) => (
    <Link
      to={analysisAddress(filter, { ...more, of: own === "mean" ? "mean" : "" })}
      aria-current={measure === own ? "true" : undefined}
      preventScrollReset
    >
      {label}
    </Link>
  );
  return (
    <nav className="measure-choice" aria-label={t("Chỉ số được xem")}>
      {link("rate", t("Tỷ lệ hài lòng"))}
      {link("mean", t("Điểm trung bình"))}
    </nav>
  );
}
