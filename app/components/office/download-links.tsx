import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";

const FILES: readonly (readonly [file: string, label: Phrase])[] = [
  ["report.docx", "Báo cáo (DOCX)"],
  ["results.xlsx", "Bảng số liệu (XLSX)"],
];

/** The two files that officers want most, and the way to all the others. */
export function DownloadLinks({ surveyId }: { surveyId: number }) {
  const t = useWords();
  return (
    <nav className="actions download-links" aria-label={t("Tải về")}>
      {FILES.map(([file, label], position) => (
        <a
          key={file}
          href={`/surveys/${surveyId}/files/${file}`}
          className={position === 0 ? "button" : "button button-quiet"}
        >
          {t(label)}
        </a>
      ))}
      <Link to={`/surveys/${surveyId}/files`} className="button button-quiet">
        {t("Mọi tệp số liệu")}
      </Link>
    </nav>
  );
}
