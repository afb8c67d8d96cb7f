import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** The language of one's own screens; a plain form, so that the whole document comes back in it. */
export function LanguageChoice() {
  const language = useLanguage();
  const t = useWords();
  return (
    <section aria-labelledby="language-heading">
      <h2 id="language-heading">{t("Ngôn ngữ")}</h2>
      <form method="post" action="/language" className="form-stack narrow">
        <p className="muted">
          {t("Chỉ đổi màn hình của cán bộ; phiếu, báo cáo, tệp số liệu và tin nhắn mời vẫn bằng tiếng Việt.")}
        </p>
        {LANGUAGES.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="language" value={one} defaultChecked={one === language} />
            <span lang={one}>{LANGUAGE_NAMES[one]}</span>
          </label>
        ))}
        <button type="submit" className="button">
          {t("Đổi ngôn ngữ")}
        </button>
      </form>
    </section>
  );
}
