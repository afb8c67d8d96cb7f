/** Files of a survey's results, all made from the same figures as the screen. */
export function DownloadLinks({ surveyId }: { surveyId: number }) {
  const files = [
    ["report.docx", "Báo cáo (DOCX)"],
    ["results.xlsx", "Bảng số liệu (XLSX)"],
    ["results.csv", "Chỉ số (CSV)"],
    ["distribution.csv", "Số câu trả lời theo mức (CSV)"],
    ["codebook.csv", "Giải thích các cột (CSV)"],
  ];
  return (
    <nav className="actions" aria-label="Tải về">
      {files.map(([file, label], position) => (
        <a
          key={file}
          href={`/surveys/${surveyId}/files/${file}`}
          className={position === 0 ? "button" : "button button-quiet"}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
