import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";

const FILES: readonly (readonly [file: string, label: Phrase])[] = [
  ["report.docx", "Báo cáo (DOCX)"],
  ["results.xlsx", "Bảng số liệu (XLSX)"],
  ["results.csv", "Chỉ số (CSV)"],
  ["distribution.csv", "Số câu trả lời theo mức (CSV)"],
  ["codebook.csv", "Giải thích các cột (CSV)"],
];

/** Files of a survey's results, all made from the same figures as the screen. */
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
    </nav>
  );
}
