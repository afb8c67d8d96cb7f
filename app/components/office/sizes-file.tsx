import { useWords } from "~/i18n/use-words";

/** Takes populations and targets from a file or from cells pasted out of Excel; shows what would change, saves nothing. */
export function SizesFile({ surveyId, opened, pasted }: { surveyId: number; opened: boolean; pasted: string }) {
  const t = useWords();
  return (
    <details className="card" open={opened}>
      <summary>{t("Nhập N từ tệp hoặc dán từ Excel")}</summary>
      <p className="hint">
        {t("Cột unit_code (hoặc unit_id), population (N) và nếu muốn target (cỡ mẫu). Ô trống thì giữ số đang có.")}
      </p>
      <p>
        <a href={`/surveys/${surveyId}/units/sizes.csv`} download>
          {t("Tải bảng mẫu (CSV, mở bằng Excel)")}
        </a>
      </p>
      <div className="field">
        <label htmlFor="file">{t("Tệp CSV hoặc XLSX, không quá 1 MB")}</label>
        <input id="file" name="file" type="file" accept=".csv,.xlsx" />
      </div>
      <div className="field">
        <label htmlFor="pasted">{t("Hoặc dán các ô chép từ Excel: mã đơn vị, N, cỡ mẫu")}</label>
        <textarea id="pasted" name="pasted" rows={4} defaultValue={pasted} />
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
