import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** Where the answers that came in files are from, beside the figures that they entered. */
export function ProvenanceNote({
  imported,
}: {
  imported: readonly { id: number; provenance: string; day: string; stored: number | null }[];
}) {
  const t = useWords();
  const language = useLanguage();
  if (imported.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="imported-heading">
      <h2 id="imported-heading">{t("Phiếu nhập từ tệp")}</h2>
      <ul>
        {imported.map(({ id, provenance, day, stored }) => (
          <li key={id}>
            {stored === null
              ? t("{day}: {source}", { day: formatDay(day), source: provenance })
              : t("{n} phiếu, {day}: {source}", {
                  n: formatCount(stored, language),
                  day: formatDay(day),
                  source: provenance,
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}
