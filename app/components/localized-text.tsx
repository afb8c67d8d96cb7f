import { useLanguage, useText } from "~/i18n/use-text";
import { localize } from "~/questionnaires/questionnaire";
import type { Localized } from "~/questionnaires/questionnaire-schema";

interface LocalizedTextProps {
  value: Localized;
  /** `short` marks with two letters, where a text stands in a narrow place. */
  mark?: "long" | "short";
}

/** A text of the questionnaire in the reader's language; one without a translation is Vietnamese and says so. */
export function LocalizedText({ value, mark = "long" }: LocalizedTextProps) {
  const language = useLanguage();
  const { product } = useText();
  const { text, translated } = localize(value, language);
  if (translated) return <>{text}</>;
  return (
    <>
      <span lang="vi">{text}</span> <span className="vi">{mark === "short" ? "VI" : product.untranslatedMark}</span>
    </>
  );
}
