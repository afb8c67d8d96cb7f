import { formatDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { resultsPath } from "~/snapshots/published";
import type { PublishedPoint } from "~/snapshots/published-trend";
import { FigureCells, FigureHeadings } from "./figure-cells";
import { MarkNotes } from "./mark-notes";

/** The overall index over the published surveys, with what breaks the series said in the row where it breaks. */
export function TrendTable({
  points,
  page,
  sized = false,
}: {
  points: readonly PublishedPoint[];
  page?: string;
  /** Whether the headline of this survey is reckoned otherwise than the rows here. */
  sized?: boolean;
}) {
  const language = useLanguage();
  const { results } = useText();
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{results.trend}</h2>
      <table className="rates">
        <thead>
          <tr>
            <th scope="col">{results.survey}</th>
            <FigureHeadings />
          </tr>
        </thead>
        <tbody>
          {points.map(({ surveyId, title, opensOn, closesOn, overall, breaks }) => (
            <tr key={surveyId}>
              <th scope="row">
                <a href={resultsPath({ surveyId, language, ...(page === undefined ? {} : { page }) })} lang="vi">
                  {title}
                </a>
                <span className="soft">
                  {formatDay(opensOn)}–{formatDay(closesOn)}
                </span>
                {breaks.length > 0 && (
                  <span className="break">◆ {breaks.map((one) => results.breaks[one]).join("; ")}</span>
                )}
              </th>
              <FigureCells row={overall} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="soft notes">
        <p>{sized ? results.trendPooledSized : results.trendPooled}</p>
        <p>{results.trendNote}</p>
        <p>{results.trendOverlap}</p>
      </div>
      <MarkNotes rows={points.map(({ overall }) => overall)} />
    </section>
  );
}
