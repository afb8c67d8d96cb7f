import { textFor } from "~/i18n";
import { formatDay } from "~/i18n/dates";
import type { Language } from "~/i18n/numbers";
import { resultsPath, type WithdrawnHead } from "~/snapshots/published";
import { ResultsShell } from "./results-shell";

interface WithdrawnPageProps {
  language: Language;
  province: string;
  withdrawn: WithdrawnHead;
}

/** Stands where results were: since when they are gone, and why. */
export function WithdrawnPage({ language, province, withdrawn }: WithdrawnPageProps) {
  const { results } = textFor(language);
  const { surveyId, title, simulated, withdrawnOn, note } = withdrawn;
  return (
    <ResultsShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => resultsPath({ surveyId, language: other })}
      above={[{ name: results.all, address: resultsPath({ language }) }]}
    >
      <div className="lead">
        <p className="place" lang="vi">
          {title}
        </p>
        <h1>{results.withdrawnTitle}</h1>
      </div>
      <section className="card attention">
        <p>{results.withdrawn(formatDay(withdrawnOn))}</p>
        <p lang="vi">{note}</p>
      </section>
    </ResultsShell>
  );
}
