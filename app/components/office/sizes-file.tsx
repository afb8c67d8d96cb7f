import { useEffect, useRef } from "react";
import { useMessages, useWords } from "~/i18n/use-words";

const MOST_PROBLEMS = 50;

/** Takes populations and targets from a file or from cells pasted out of Excel; shows what would change, saves nothing. */
export function SizesFile({
  surveyId,
  problems,
  pasted,
}: {
  surveyId: number;
  /** What is wrong with the table that was handed in, line by line. */
  problems: readonly string[];
  pasted: string;
}) {
  const t = useWords();
  const tell = useMessages();
  const told = useRef<HTMLDivElement>(null);
  const refused = problems.length > 0;
  useEffect(() => {
    if (refused) told.current?.focus();
  }, [refused]);
  return (
    <details className="card" open={refused}>
      <summary>{t("Nhập N từ tệp hoặc dán từ Excel")}</summary>
      <p className="hint">
        {t(
          "Cột unit_code (mã hoặc tên đơn vị; hoặc unit_id), population (N) và nếu muốn target (cỡ mẫu). Ô trống thì giữ số đang có.",
        )}
      </p>
      <p>
        <a href={`/surveys/${surveyId}/units/sizes.csv`} download>
          {t("Tải bảng mẫu (CSV, mở bằng Excel)")}
        </a>
      </p>
      {refused && (
        <div ref={told} id="table-problems" className="notice notice-error" role="alert" tabIndex={-1}>
          <h3>{t("Bảng chưa nhận được, chưa có gì thay đổi")}</h3>
          <ul>
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li key={problem}>{tell(problem)}</li>
            ))}
          </ul>
          {problems.length > MOST_PROBLEMS && <p>{t("và {n} dòng khác", { n: problems.length - MOST_PROBLEMS })}</p>}
        </div>
      )}
      <div className="field">
        <label htmlFor="file">{t("Tệp CSV hoặc XLSX, không quá 1 MB")}</label>
        <input id="file" name="file" type="file" accept=".csv,.xlsx" />
      </div>
      <div className="field">
        <label htmlFor="pasted">{t("Hoặc dán các ô chép từ Excel: mã hoặc tên đơn vị, N, cỡ mẫu")}</label>
        <textarea
          id="pasted"
          name="pasted"
          rows={4}
          defaultValue={pasted}
          aria-describedby={refused ? "table-problems" : undefined}
        />
      </div>
      <div className="actions">
        <button type="submit" name="intent" value="preview" className="button button-quiet">
          {t("Xem thay đổi")}
        </button>
        <span className="hint">{t("Số mới hiện trong bảng dưới; chưa lưu.")}</span>
      </div>
    </details>
  );
}
