/** Files of a survey's results, all made from the same figures as the screen. */
export function DownloadLinks({ surveyId }: { surveyId: number }) {
  const files = [
    ["bao-cao.docx", "Báo cáo (DOCX)"],
    ["ket-qua.xlsx", "Bảng số liệu (XLSX)"],
    ["ket-qua.csv", "CSV"],
    ["tu-dien-ma.csv", "Từ điển mã (CSV)"],
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
