import { formatCount } from "~/i18n/numbers";
import { useLanguage, useText } from "~/i18n/use-text";
import { resultsPath } from "~/snapshots/published";
import type { UnitLine, UnitsPage } from "~/snapshots/published-view";
import { FigureCells, FigureHeadings } from "./figure-cells";
import { MarkNotes } from "./mark-notes";

interface UnitsListProps {
  surveyId: number;
  units: UnitsPage;
  /** What was asked for, as typed. */
  search: string;
  place: string;
}

/** Units in the order of the tree, to be found by name and by place without a script. */
export function UnitsList({ surveyId, units, search, place }: UnitsListProps) {
  const language = useLanguage();
  const { results } = useText();
  const { lines, found, page, pages } = units;
  const pageAddress = (wanted: number) =>
    `${resultsPath({ surveyId, language, query: { q: search, place, page: wanted === 1 ? null : wanted } })}#units`;
  return (
    <section aria-labelledby="units">
      <h2 id="units">{results.units}</h2>
      <FindUnits surveyId={surveyId} places={units.places} search={search} place={place} />
      {lines.length === 0 ? (
        <p>{results.notFound}</p>
      ) : (
        <>
          <p className="soft">
            {results.found(formatCount(found, language))}
            {pages > 1 && ` · ${results.page(formatCount(page, language), formatCount(pages, language))}`}
          </p>
          <table className="rates">
            <thead>
              <tr>
                <th scope="col">{results.unit}</th>
                <FigureHeadings />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.key} line={line} surveyId={surveyId} placed={units.places.length > 1} />
              ))}
            </tbody>
          </table>
          <MarkNotes rows={lines.map(({ overall }) => overall)} />
        </>
      )}
      {pages > 1 && (
        <nav className="pages" aria-label={results.pages}>
          {page > 1 && (
            <a href={pageAddress(page - 1)} rel="prev">
              {results.previous}
            </a>
          )}
          {page < pages && (
            <a href={pageAddress(page + 1)} rel="next">
              {results.next}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function Line({ line, surveyId, placed }: { line: UnitLine; surveyId: number; placed: boolean }) {
  const { key, name, place, surveyed, overall } = line;
  const language = useLanguage();
  const { results } = useText();
  return (
    <tr>
      <th scope="row">
        <a href={resultsPath({ surveyId, page: key, language })} lang="vi">
          {name}
        </a>
        {!surveyed && <span className="soft">{results.rolledUp}</span>}
        {surveyed && placed && place && (
          <span className="soft" lang="vi">
            {place}
          </span>
        )}
      </th>
      <FigureCells row={overall} />
    </tr>
  );
}

function FindUnits({
  surveyId,
  places,
  search,
  place,
}: Pick<UnitsListProps, "surveyId" | "search" | "place"> & { places: readonly string[] }) {
  const language = useLanguage();
  const { results } = useText();
  const here = resultsPath({ surveyId, language: "vi" });
  return (
    <search>
      <form className="find" method="get" action={`${here}#units`}>
        {language === "en" && <input type="hidden" name="lang" value="en" />}
        <div>
          <label htmlFor="find-unit">{results.find}</label>
          <input
            id="find-unit"
            type="search"
            name="q"
            defaultValue={search}
            maxLength={100}
            aria-describedby="find-hint"
          />
          <p id="find-hint" className="soft">
            {results.findHint}
          </p>
        </div>
        {places.length > 1 && (
          <div>
            <label htmlFor="find-place">{results.place}</label>
            <select id="find-place" name="place" defaultValue={place}>
              <option value="">{results.everyPlace}</option>
              {places.map((name) => (
                <option key={name} value={name} lang="vi">
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div>
          <button type="submit" className="button">
            {results.show}
          </button>
          {(search !== "" || place !== "") && (
            <a href={`${resultsPath({ surveyId, language })}#units`}>{results.clear}</a>
          )}
        </div>
      </form>
    </search>
  );
}
