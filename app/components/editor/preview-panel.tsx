import { useEffect, useRef, useState } from "react";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** The public page of the draft as a phone shows it, loaded anew after each save. */
export function PreviewPanel({ address, revision }: { address: string; revision: number }) {
  const t = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [language, setLanguage] = useState(useLanguage());
  const shown = useRef(revision);
  useEffect(() => {
    if (shown.current === revision) return;
    shown.current = revision;
    // A reload keeps the section that was open and how far it was scrolled.
    frame.current?.contentWindow?.location.reload();
  }, [revision]);
  const source = language === "en" ? `${address}?lang=en` : address;
  return (
    <section className="preview-panel" aria-labelledby="preview-heading">
      <header className="section-header">
        <h2 id="preview-heading">{t("Xem trước trên điện thoại")}</h2>
        <label className="check">
          <input
            type="checkbox"
            checked={language === "en"}
            onChange={({ target }) => setLanguage(target.checked ? "en" : "vi")}
          />
          {t("Tiếng Anh")}
        </label>
      </header>
      <iframe ref={frame} src={source} title={t("Xem trước phiếu như người dân thấy")} />
      <p>
        <a href={source} target="_blank" rel="noreferrer">
          {t("Mở bản xem trước ở cửa sổ riêng")}
        </a>
      </p>
    </section>
  );
}
