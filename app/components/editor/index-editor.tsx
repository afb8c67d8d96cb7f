import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { INDEX_RULES } from "~/questionnaires/questionnaire";
import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import { useEditor } from "./editor-context";
import { EditorField } from "./editor-field";
import { NumberField } from "./number-field";
import { partTitle } from "./part-names";

export const INDEX_RULE_NAMES: Readonly<Record<IndexRule, Phrase>> = {
  pooled: "Gộp mọi câu trả lời",
  "mean-of-items": "Trung bình các tiêu chí",
  "mean-of-factors": "Trung bình các yếu tố",
  "fixed-weights": "Theo trọng số của từng nội dung",
};

/** How answers become the overall index, and the weights where it needs them, in per cent. */
export function IndexEditor() {
  const { document, edit } = useEditor();
  const t = useWords();
  const { rule, weights } = document.index;
  const total = document.domains.reduce((sum, { code }) => sum + (weights?.[code] ?? 0), 0);
  return (
    <>
      <h2>{t("Cách tính chỉ số")}</h2>
      <div className="editor-fields">
        <EditorField path="$.index.rule" label={t("Chỉ số chung của phiếu")}>
          {(control) => (
            <select
              {...control}
              value={rule}
              onChange={({ target }) => edit({ kind: "index.rule", rule: target.value as IndexRule })}
            >
              {INDEX_RULES.map((value) => (
                <option key={value} value={value}>
                  {t(INDEX_RULE_NAMES[value])}
                </option>
              ))}
            </select>
          )}
        </EditorField>
        {rule === "fixed-weights" && (
          <fieldset className="choice-list" id="at-index-weights" tabIndex={-1}>
            <legend className="legend">{t("Trọng số (%)")}</legend>
            {document.domains.map((domain) => (
              <NumberField
                key={domain.code}
                path={`$.index.weights.${domain.code}`}
                label={partTitle(domain)}
                value={percent(weights?.[domain.code] ?? null)}
                onChange={(value, typing) =>
                  edit({ kind: "index.weight", domain: domain.code, weight: share(value) }, typing)
                }
              />
            ))}
            <p>
              {document.domains.length > 0
                ? t("Tổng: {n}% (cần đúng 100%).", { n: String(percent(total)).replace(".", ",") })
                : t("Phiếu chưa có nội dung nào: thêm nội dung ở mục lục trước.")}
            </p>
          </fieldset>
        )}
      </div>
    </>
  );
}

/** Moves the point two places without the tail of binary fractions. */
function percent(weight: number | null): number | null {
  return weight === null ? null : Number((weight * 100).toFixed(8));
}

function share(value: number | null): number | null {
  return value === null ? null : Number((value / 100).toFixed(10));
}
