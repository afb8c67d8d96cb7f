import { useWords } from "~/i18n/use-words";

/** Asks again before a report on a unit is made that would hold no figure. */
export function BareConsent() {
  const t = useWords();
  return (
    <label className="check">
      <input type="checkbox" name="bare" value="yes" autoComplete="off" />
      {t("Vẫn lập báo cáo không có số liệu")}
    </label>
  );
}
