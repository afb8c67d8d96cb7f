import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { CellProblem } from "~/responses/read-responses-file-problem";
import { TableRegion } from "./table-region";

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
  const say = useMessages();
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
      <TableRegion label={t("Các ô sai")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Dòng")}</th>
              <th scope="col">{t("Cột")}</th>
              <th scope="col">{t("Giá trị")}</th>
              <th scope="col">{t("Lý do")}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ line, column, value, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be told twice, and the list never changes
              <tr key={index}>
                <th scope="row" data-label={t("Dòng")}>
                  {line}
                </th>
                <td data-label={t("Cột")}>{say(column)}</td>
                <td data-label={t("Giá trị")}>{value}</td>
                <td data-label={t("Lý do")}>{say(reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
