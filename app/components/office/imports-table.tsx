import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ImportState } from "~/responses/import-states";
import { IMPORT_STATE_BADGES, IMPORT_STATE_WORDS, importStanding } from "./import-words";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

export interface ImportLine {
  id: number;
  fileName: string;
  provenance: string;
  state: ImportState;
  interrupted: boolean;
  good: number | null;
  bad: number | null;
  known: number | null;
  arrived: string;
  by: string | null;
}

/** The files of a survey, the latest first. */
export function ImportsTable({ surveyId, files }: { surveyId: number; files: readonly ImportLine[] }) {
  const t = useWords();
  const language = useLanguage();
  const count = (value: number | null) => (value === null ? "–" : formatCount(value, language));
  return (
    <section className="fieldwork-section" aria-labelledby="imports-heading">
      <h2 id="imports-heading">{t("Các tệp đã gửi")}</h2>
      {files.length === 0 ? (
        <p>{t("Chưa có tệp nào.")}</p>
      ) : (
        <TableRegion label={t("Các tệp đã gửi")}>
          <table className="stacked counts">
            <thead>
              <tr>
                <th scope="col">{t("Tệp")}</th>
                <th scope="col">{t("Trạng thái")}</th>
                <th scope="col">{t("Nguồn số liệu")}</th>
                <NumericHeading>{t("Dòng tốt")}</NumericHeading>
                <NumericHeading>{t("Dòng sai")}</NumericHeading>
                <NumericHeading>{t("Đã có sẵn")}</NumericHeading>
                <th scope="col">{t("Gửi lúc")}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => {
                const state = importStanding(file);
                return (
                  <tr key={file.id}>
                    <th scope="row">
                      <Link to={`/surveys/${surveyId}/imports/${file.id}`}>{file.fileName}</Link>
                    </th>
                    <td data-label={t("Trạng thái")}>
                      <span className={IMPORT_STATE_BADGES[state]}>{t(IMPORT_STATE_WORDS[state])}</span>
                    </td>
                    <td data-label={t("Nguồn số liệu")}>{file.provenance}</td>
                    <td data-label={t("Dòng tốt")} className="numeric">
                      {count(file.good)}
                    </td>
                    <td data-label={t("Dòng sai")} className="numeric">
                      {count(file.bad)}
                    </td>
                    <td data-label={t("Đã có sẵn")} className="numeric">
                      {count(file.known)}
                    </td>
                    <td data-label={t("Gửi lúc")}>
                      {file.arrived}
                      {file.by && <span className="sub">{file.by}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
