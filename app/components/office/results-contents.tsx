import { useWords } from "~/i18n/use-words";
import type { UnitResultsView } from "~/indices/survey-results";
import { isScored } from "~/questionnaires/questionnaire";

/** Ways down a long page: on a phone the units come after many screens. Such parts only as the page has. */
export function ResultsContents({ results: { channels, questionnaire } }: { results: UnitResultsView }) {
  const t = useWords();
  const parts = [
    { to: "units-heading", name: t("Theo đơn vị"), has: true },
    { to: "factors-heading", name: t("Theo yếu tố"), has: questionnaire.factors.length > 0 },
    { to: "channels-heading", name: t("Theo kênh thu phiếu"), has: channels.length > 0 },
    { to: "items-heading", name: t("Theo tiêu chí"), has: questionnaire.items.some(isScored) },
  ];
  return (
    <nav className="analysis-views" aria-label={t("Trên trang này")}>
      <ul>
        {parts
          .filter(({ has }) => has)
          .map(({ to, name }) => (
            <li key={to}>
              <a href={`#${to}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
