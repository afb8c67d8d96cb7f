import { textFor } from "~/i18n";
import { formatDay } from "~/i18n/dates";
import type { Language } from "~/i18n/numbers";
import { sectorName } from "~/i18n/sector-name";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { resultsPath } from "~/snapshots/published";
import { ResultsShell } from "./results-shell";

interface ListPageProps {
  language: Language;
  province: string;
  /** By year, the latest first, then by sector. */
  years: readonly { year: string; sectors: readonly { sector: Sector; surveys: readonly ListedSurvey[] }[] }[];
  /** Whether any of them is made of simulated answers. */
  simulated: boolean;
}

interface ListedSurvey {
  surveyId: number;
  title: string;
  ownerName: string;
  opensOn: string;
  closesOn: string;
}

/** Every survey whose results are published. */
export function ListPage({ language, province, years, simulated }: ListPageProps) {
  const { results } = textFor(language);
  return (
    <ResultsShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => resultsPath({ language: other })}
      above={[]}
    >
      <div className="lead">
        <h1>{results.title}</h1>
        <p>{results.lead(province)}</p>
      </div>
      {years.length === 0 && <p>{results.none}</p>}
      {years.map(({ year, sectors }) => (
        <section key={year} className="year" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{results.year(year)}</h2>
          {sectors.map(({ sector, surveys }) => (
            // Without a name: the same sector stands under every year.
            <section key={sector}>
              <h3>{sectorName(sector, language)}</h3>
              <ul className="choices">
                {surveys.map((survey) => (
                  <li key={survey.surveyId}>
                    <a href={resultsPath({ surveyId: survey.surveyId, language })}>
                      <b lang="vi">{survey.title}</b>
                      <span className="soft">
                        {results.fieldwork(survey.ownerName, formatDay(survey.opensOn), formatDay(survey.closesOn))}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </ResultsShell>
  );
}
