import { useLanguage, useText } from "~/i18n/use-text";
import { markedRateText, personsText, rateIntervalText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { RateBar } from "./rate-bar";

/** Headings of the three columns that {@link FigureCells} fills. */
export function FigureHeadings() {
  const { results } = useText();
  return (
    <>
      <th scope="col">{results.factorRate}</th>
      <th scope="col" className="numeric">
        {results.interval95} (%)
      </th>
      <th scope="col" className="numeric">
        {results.n}
      </th>
    </>
  );
}

/** Rate with its bar, interval and persons; or one cell that says why there are none. */
export function FigureCells({ row }: { row: MeasureRow | undefined }) {
  const language = useLanguage();
  const { results } = useText();
  const state = stateOf(row);
  if (state !== "published") {
    return (
      <td colSpan={3} className="absent">
        {state === "masked" ? results.masked : results.noData}
      </td>
    );
  }
  return (
    <>
      <td>
        {markedRateText(row, language)}
        <RateBar row={row} />
      </td>
      <td className="numeric" data-label={`${results.interval95} (%)`}>
        {rateIntervalText(row, language)}
      </td>
      <td className="numeric" data-label={results.n}>
        {personsText(row, language)}
      </td>
    </>
  );
}
