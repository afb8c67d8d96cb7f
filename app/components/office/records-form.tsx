import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { LONGEST_PURPOSE, type RecordFile, type RecordsFormValues } from "~/reports/records/record-files";
import { type FieldProblem, ProblemSummary, problemOf } from "./problem-summary";

const NAMES: Readonly<Record<RecordFile, Phrase>> = {
  "records.csv": "CSV, mỗi phiếu một dòng (nhập lại được vào nền tảng này, đọc bằng R, Python, Excel)",
  "records.sav": "SAV, có nhãn và giá trị thiếu (SPSS, PSPP, R, Stata)",
  "moh.xlsx": "XLSX theo thứ tự nhập của trang Bộ Y tế (kèm ngày, chưa đối chiếu với trang)",
};

/** Asks for the file, the purpose and the officer's word; the answer to it is the file, or the form as it was with what is wrong. */
export function RecordsForm({
  surveyId,
  files,
  uniqueByTime,
  answer,
}: {
  surveyId: number;
  files: readonly RecordFile[];
  uniqueByTime: number;
  /** The form as it was filled in before, and what is wrong in it. */
  answer: { problems: FieldProblem[]; values: RecordsFormValues } | undefined;
}) {
  const t = useWords();
  const { problems = [], values } = answer ?? {};
  const wrong = (field: string) => problemOf(problems, field) !== undefined || undefined;
  const chosen = files.find((file) => file === values?.file) ?? files[0];
  return (
    <form method="post" action={`/surveys/${surveyId}/files/records`} className="form-stack">
      <h2>{t("Tải phiếu")}</h2>
      <ProblemSummary problems={problems} />
      <p>
        {t(
          "Mã phiếu và thứ tự dòng được rút ngẫu nhiên cho từng tệp, nên không nối được hai tệp theo từng người. Trong tệp không có điểm khảo sát, máy, điều tra viên, ý kiến viết.",
        )}
      </p>
      <fieldset id="file">
        <legend>{t("Tệp")}</legend>
        {files.map((file) => (
          <label key={file} className="check">
            <input type="radio" name="file" value={file} defaultChecked={file === chosen} required /> {t(NAMES[file])}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label className="check">
          <input type="checkbox" name="time" value="yes" defaultChecked={values?.time} />{" "}
          {t("Kèm ngày và buổi trả lời")}
        </label>
        <p className="hint">
          {t(
            "Chỉ khi thật cần: ai biết thêm buổi một người đến sẽ nhận ra được {n} phiếu. Buổi, ngày có dưới {k} phiếu của đơn vị vẫn để trống.",
            { n: formatCount(uniqueByTime), k: 5 },
          )}
        </p>
      </div>
      <div className="field">
        <label htmlFor="purpose">{t("Mục đích sử dụng")}</label>
        <p id="purpose-hint" className="hint">
          {t("Ghi ít nhất 10 ký tự; lưu vào nhật ký cùng tên người tải.")}
        </p>
        <textarea
          id="purpose"
          name="purpose"
          rows={3}
          required
          minLength={10}
          maxLength={LONGEST_PURPOSE}
          defaultValue={values?.purpose}
          aria-invalid={wrong("purpose")}
          aria-describedby="purpose-hint"
        />
      </div>
      <label className="check">
        <input
          id="agreed"
          type="checkbox"
          name="agreed"
          value="yes"
          required
          defaultChecked={values?.agreed}
          aria-invalid={wrong("agreed")}
        />{" "}
        {t(
          "Tôi chỉ dùng tệp cho mục đích trên, không tìm cách nhận ra người trả lời, không công bố từng phiếu, và xóa tệp khi xong việc.",
        )}
      </label>
      <p>
        <button type="submit" className="button">
          {t("Tải phiếu ẩn danh")}
        </button>
      </p>
    </form>
  );
}
