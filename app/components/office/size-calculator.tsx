import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { SAMPLE_FORMULAS, type SampleFormula } from "~/surveys/sampling-plan";
import type { CalculatorValues } from "~/surveys/units-form";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

const FORMULAS: Readonly<Record<SampleFormula, { name: Phrase; hint: Phrase }>> = {
  slovin: {
    name: "Slovin: n = N / (1 + N·e²)",
    hint: "Công thức trong hướng dẫn năm 2013 của Bộ Nội vụ; cần biết N của từng đơn vị.",
  },
  cochran: {
    name: "Cochran có hiệu chỉnh theo N",
    hint: "Chặt chẽ hơn Slovin; đơn vị chưa biết N vẫn tính được (N coi như rất lớn).",
  },
  fixed: {
    name: "Số phiếu cố định mỗi đơn vị",
    hint: "Ví dụ 384 phiếu mỗi cơ sở như Bộ Y tế từng yêu cầu (QĐ 4939/QĐ-BYT năm 2016).",
  },
};

/** The fields that sizes are reckoned from, the button beneath them. */
export function SizeCalculator({
  values,
  problems,
  onChange,
  onReckon,
}: {
  values: CalculatorValues;
  problems: readonly FieldProblem[];
  onChange: (values: CalculatorValues) => void;
  /** With scripts: reckons at once; false when the server has to say what is wrong. */
  onReckon: () => boolean;
}) {
  const t = useWords();
  const field = (name: keyof CalculatorValues, label: Phrase, hint?: Phrase) => (
    <FieldFrame name={name} label={t(label)} hint={hint && t(hint)} problems={problems}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="short-input"
          value={values[name]}
          onChange={(event) => onChange({ ...values, [name]: event.target.value })}
        />
      )}
    </FieldFrame>
  );
  return (
    <section className="card" aria-labelledby="calculator-heading">
      <h2 id="calculator-heading">{t("Tính cỡ mẫu")}</h2>
      <fieldset id="formula" className="field">
        <legend>{t("Công thức")}</legend>
        {SAMPLE_FORMULAS.map((formula) => (
          <label key={formula} className="check">
            <input
              type="radio"
              name="formula"
              value={formula}
              checked={values.formula === formula}
              onChange={() => onChange({ ...values, formula })}
            />
            <span>
              {t(FORMULAS[formula].name)}
              <span className="sub">{t(FORMULAS[formula].hint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        {field("margin", "Sai số e (%)", "Thường dùng 5.")}
        {field("fixed", "Số phiếu cố định", "Chỉ dùng khi chọn số phiếu cố định.")}
        {field("responseRate", "Tỷ lệ trả lời dự kiến (%)", "Để tính số người cần mời; tự nguyện thì để 100.")}
      </div>
      <details open={values.perCluster !== "" || values.correlation !== "" || problems.some(isAdvanced)}>
        <summary>{t("Tùy chọn nâng cao: tỷ lệ dự kiến, hệ số thiết kế")}</summary>
        <div className="field-row">
          {field("proportion", "Tỷ lệ hài lòng dự kiến p (%)", "50 cho cỡ mẫu lớn nhất, an toàn nhất.")}
          {field("designEffect", "Hệ số thiết kế (deff)", "1 nếu chọn từng người; chọn theo cụm thường từ 2 đến 4.")}
          {field("perCluster", "Số người mỗi cụm m", "Điền cùng ρ để tính deff = 1 + (m − 1)·ρ.")}
          {field("correlation", "Độ giống nhau trong cụm ρ", "Từ 0 đến 1, ví dụ 0,05.")}
        </div>
      </details>
      <div className="actions">
        <button
          type="submit"
          name="intent"
          value="reckon"
          className="button"
          onClick={(event) => {
            if (onReckon()) event.preventDefault();
          }}
        >
          {t("Tính cỡ mẫu cho mọi đơn vị")}
        </button>
        <span className="hint">{t("Chỉ điền vào bảng dưới; chưa lưu. Số phiếu luôn làm tròn lên.")}</span>
      </div>
    </section>
  );
}

function isAdvanced({ field }: FieldProblem): boolean {
  return ["proportion", "designEffect", "perCluster", "correlation"].includes(field);
}
