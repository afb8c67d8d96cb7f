import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SurveyReportButton } from "./survey-report-button";

/** What officers want most of a survey's figures, and the way to all the rest. */
export function DownloadLinks({ surveyId, mayMakeReports }: { surveyId: number; mayMakeReports: boolean }) {
  const t = useWords();
  return (
    <nav className="actions download-links" aria-label={t("Tải về")}>
      {mayMakeReports && <SurveyReportButton surveyId={surveyId} />}
      <a href={`/surveys/${surveyId}/files/results.xlsx`} className="button button-quiet">
        {t("Bảng số liệu (XLSX)")}
      </a>
      <Link to={`/surveys/${surveyId}/files`} className="button button-quiet">
        {t("Mọi tệp số liệu")}
      </Link>
    </nav>
  );
}
