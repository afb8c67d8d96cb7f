import { BASIS_NAMES, capitalized } from "~/i18n/names";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { SAMPLE_BASES, type SampleBasis } from "~/surveys/survey";

const BASIS_HINTS: Readonly<Record<SampleBasis, Phrase>> = {
  probability: "Người trả lời được chọn ngẫu nhiên từ một danh sách.",
  census: "Hỏi tất cả mọi người thuộc đối tượng.",
  quota: "Hỏi cho đủ số người đã định, không chọn ngẫu nhiên. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
  voluntary: "Ai quét mã thì trả lời. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
};

/** How respondents come into the sample: it must be said, since every figure is read by it. */
export function BasisChoice({ value, problem }: { value: string; problem: string | undefined }) {
  const t = useWords();
  const message = useMessages();
  return (
    <fieldset id="basis" className="field" aria-describedby={problem ? "basis-problem" : undefined}>
      <legend>{t("Cách chọn người trả lời")}</legend>
      <p className="hint">
        {t(
          "Ghi cạnh kết quả để người đọc biết kết quả đại diện cho ai. Dán mã QR tại quầy, ai muốn thì trả lời: chọn Tự nguyện.",
        )}
      </p>
      {problem && (
        <p id="basis-problem" className="problem">
          {message(problem)}
        </p>
      )}
      {SAMPLE_BASES.map((basis) => (
        <label key={basis} className="check">
          <input type="radio" name="basis" value={basis} defaultChecked={value === basis} />
          <span>
            {message(capitalized(BASIS_NAMES[basis]))}
            <span className="sub">{t(BASIS_HINTS[basis])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
