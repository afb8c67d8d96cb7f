import { useText } from "~/i18n/use-text";
import type { UnitFigures } from "~/snapshots/published-view";
import { LocalizedText } from "../localized-text";
import { FigureCells, FigureHeadings } from "./figure-cells";
import { MarkNotes } from "./mark-notes";

/** Factors with their shares satisfied, as a table whose rows hold the bars. */
export function FactorTable({ factors }: Pick<UnitFigures, "factors">) {
  const { results } = useText();
  if (factors.length === 0) return null;
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">{results.factors}</h2>
      <table className="rates">
        <thead>
          <tr>
            <th scope="col">{results.factor}</th>
            <FigureHeadings />
          </tr>
        </thead>
        <tbody>
          {factors.map(({ code, title, row }) => (
            <tr key={code}>
              <th scope="row">
                <LocalizedText value={title} mark="short" />
              </th>
              <FigureCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="soft notes">
        <p>{results.barsNote}</p>
      </div>
      <MarkNotes rows={factors.map(({ row }) => row)} />
    </section>
  );
}
