import { Link } from "@remix-run/react";
import { capitalized, SECTOR_NAMES } from "~/i18n/names";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { uncheckedWording } from "~/questionnaires/wording-state";
import { formTitle } from "~/surveys/version-family";

/** First step of a new survey: which form. */
export function QuestionnaireChoice({
  versions,
}: {
  versions: {
    id: number;
    version: number;
    sector: Sector;
    title: string;
    variantName: string | null;
    questions: number;
    source: string;
    verified: boolean;
  }[];
}) {
  const t = useWords();
  const told = useMessages();
  const sectors = [...new Set(versions.map((version) => version.sector))];
  return (
    <>
      <p>{t("Bước 1/2. Chọn mẫu phiếu; đơn vị và thời gian chọn ở bước sau.")}</p>
      {sectors.map((sector) => (
        <section key={sector} aria-labelledby={`sector-${sector}`}>
          <h2 id={`sector-${sector}`}>{told(capitalized(SECTOR_NAMES[sector]))}</h2>
          <ul className="card-list">
            {versions
              .filter((version) => version.sector === sector)
              .map((version) => (
                <li key={version.id} className="card">
                  <h3>
                    <Link to={`/surveys/new?version=${version.id}`}>{formTitle(version)}</Link>
                  </h3>
                  <p className="muted">{version.source}</p>
                  <p className="actions">
                    <span>{t("Phiên bản {n}", { n: version.version })}</span>
                    <span>{t("{n} câu hỏi", { n: version.questions })}</span>
                    {!version.verified && (
                      <span className="badge badge-caution">{told(uncheckedWording(version.source))}</span>
                    )}
                    <Link to={`/questionnaires/${version.id}`}>{t("Xem câu hỏi")}</Link>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
