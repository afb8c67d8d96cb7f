import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { CellProblem } from "~/responses/read-responses-file-problem";
import { BadCellsTable } from "./bad-cells-table";

/** The cells of a file that cannot be taken: the first of them here, all in a file. */
export function ImportBadCells({
  surveyId,
  importId,
  cells,
  total,
}: {
  surveyId: number;
  importId: number;
  cells: readonly CellProblem[];
  total: number;
}) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section className="fieldwork-section" aria-labelledby="bad-heading">
      <div className="section-header">
        <h2 id="bad-heading">{t("{n} ô sai", { n: formatCount(total, language) })}</h2>
        <a className="button button-quiet" href={`/surveys/${surveyId}/imports/${importId}/bad-rows.csv`}>
          {t("Tải toàn bộ danh sách (CSV)")}
        </a>
      </div>
      {total > cells.length && <p>{t("Dưới đây là {n} ô đầu.", { n: formatCount(cells.length, language) })}</p>}
      <BadCellsTable label={t("Các ô sai")} cells={cells} />
    </section>
  );
}
