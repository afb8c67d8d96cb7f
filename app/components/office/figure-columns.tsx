import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, meanIntervalText, meanText, personsText, rateIntervalText } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { SampleBasis } from "~/surveys/survey";
import { NumericHeading } from "./numeric-heading";

/** Columns of a measure: never a rate or a mean without the persons beside it. */
export type FigureColumn = "persons" | "rate" | "rate-interval" | "mean" | "mean-interval";

export const INDEX_COLUMNS: readonly FigureColumn[] = ["persons", "rate", "rate-interval", "mean"];

const TEXTS = {
  persons: personsText,
  rate: markedRateText,
  "rate-interval": rateIntervalText,
  mean: meanText,
  "mean-interval": meanIntervalText,
};

function useHeadings(basis: SampleBasis): Readonly<Record<FigureColumn, string>> {
  const t = useWords();
  const interval = capitalized(useNames().interval(basis));
  return {
    persons: t("n (người)"),
    rate: t("Tỷ lệ hài lòng"),
    "rate-interval": `${interval} (%)`,
    mean: t("Điểm trung bình"),
    "mean-interval": interval,
  };
}

export function FigureHeadings({
  columns = INDEX_COLUMNS,
  basis,
}: {
  columns?: readonly FigureColumn[];
  basis: SampleBasis;
}) {
  const headings = useHeadings(basis);
  return columns.map((column) => <NumericHeading key={column}>{headings[column]}</NumericHeading>);
}

/** Cells of a row, with the names of their columns for where the row becomes a card on a phone. */
export function FigureCells({
  columns = INDEX_COLUMNS,
  row,
  basis,
}: {
  columns?: readonly FigureColumn[];
  row: MeasureRow | null | undefined;
  basis: SampleBasis;
}) {
  const language = useLanguage();
  const headings = useHeadings(basis);
  return columns.map((column) => (
    <td key={column} className="numeric" data-label={headings[column]}>
      {TEXTS[column](row ?? undefined, language)}
    </td>
  ));
}
