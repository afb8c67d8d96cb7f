import { Link } from "@remix-run/react";
import { sectorName } from "~/i18n/sector-name";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { ListedForm, ListedVersion } from "~/questionnaires/form-list";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { isOwnForm, uncheckedWording } from "~/questionnaires/wording-state";

interface MarkedVersion extends ListedVersion {
  official: boolean;
  collectable: boolean;
  verified: boolean;
}

/** The forms of one sector with their marks; earlier versions are folded behind the latest. */
export function FormList({ sector, forms }: { sector: Sector; forms: readonly ListedForm<MarkedVersion>[] }) {
  const t = useWords();
  const told = useMessages();
  const language = useLanguage();
  return (
    <section aria-labelledby={`sector-${sector}`}>
      <h2 id={`sector-${sector}`}>{sectorName(sector, language)}</h2>
      <ul className="outline">
        {forms.map(({ latest, earlier }) => (
          <li key={latest.code}>
            <Link to={`/questionnaires/${latest.id}`}>{latest.title}</Link>{" "}
            {!latest.official && <span className="badge">{latest.variantName ?? t("Mẫu do cơ quan soạn")}</span>}
            {latest.official && !isOwnForm(latest.source) && <span className="badge">{t("Mẫu chính thức")}</span>}
            {latest.verified ? (
              <span className="badge badge-good">{t("Đã đối chiếu bản gốc")}</span>
            ) : (
              <span className="badge badge-caution">{told(uncheckedWording(latest.source))}</span>
            )}
            {!latest.collectable && <span className="badge">{t("Chỉ để so sánh các năm")}</span>}
            <span className="sub">
              {t("Phiên bản {n}", { n: latest.version })} · {latest.source}
            </span>
            {earlier.length > 0 && (
              <details>
                <summary>{t("{n} phiên bản trước", { n: earlier.length })}</summary>
                <ul>
                  {earlier.map(({ id, version, title }) => (
                    <li key={id}>
                      <Link to={`/questionnaires/${id}`}>
                        {t("Phiên bản {n}", { n: version })}: {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
