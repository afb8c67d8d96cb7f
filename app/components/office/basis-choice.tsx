import { BASIS_NAMES, capitalized } from "~/i18n/names";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { SAMPLE_BASES, type SampleBasis } from "~/surveys/survey";
import { ChoicesField } from "./choices-field";
import type { FieldProblem } from "./problem-summary";

const BASIS_HINTS: Readonly<Record<SampleBasis, Phrase>> = {
  probability: "Người trả lời được chọn ngẫu nhiên từ một danh sách.",
  census: "Hỏi tất cả mọi người thuộc đối tượng.",
  quota: "Hỏi cho đủ số người đã định, không chọn ngẫu nhiên. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
  voluntary: "Ai quét mã thì trả lời. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
};

/** How respondents come into the sample: it must be said, since every figure is read by it. */
export function BasisChoice({ value, problems }: { value: string; problems: readonly FieldProblem[] }) {
  const t = useWords();
  const tell = useMessages();
  return (
    <ChoicesField
      name="basis"
      label={t("Cách chọn người trả lời")}
      hint={t(
        "Ghi cạnh kết quả để người đọc biết kết quả đại diện cho ai. Dán mã QR tại quầy, ai muốn thì trả lời: chọn Tự nguyện.",
      )}
      type="radio"
      options={SAMPLE_BASES.map((basis) => ({
        value: basis,
        label: tell(capitalized(BASIS_NAMES[basis])),
        explanation: t(BASIS_HINTS[basis]),
      }))}
      chosen={[value]}
      problems={problems}
    />
  );
}
