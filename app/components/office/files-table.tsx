import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { SurveyFile } from "~/reports/survey-files";
import { TableRegion } from "./table-region";

/** Files of aggregates, each a link, with what it holds and its size in lines where that says something. */
export function FilesTable({
  surveyId,
  files,
}: {
  surveyId: number;
  files: readonly (SurveyFile & { lines: number | null })[];
}) {
  const t = useWords();
  return (
    <TableRegion label={t("Bảng các tệp số liệu tổng hợp")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Tệp")}</th>
            <th scope="col">{t("Có gì trong tệp")}</th>
            <th scope="col" className="number">
              {t("Số dòng")}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, label, holds, lines }) => (
            <tr key={file}>
              <th scope="row">
                <a href={`/surveys/${surveyId}/files/${file}`}>{t(label)}</a>
              </th>
              <td data-label={t("Có gì trong tệp")}>{t(holds)}</td>
              {lines === null ? (
                <td />
              ) : (
                <td className="number" data-label={t("Số dòng")}>
                  {formatCount(lines)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
