import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { type PublishedHead, resultsPath } from "~/snapshots/published";
import type { PublishedPoint } from "~/snapshots/published-trend";
import type { UnitFigures, UnitsPage } from "~/snapshots/published-view";
import { FactorTable } from "./factor-table";
import { HeadlineCard } from "./headline-card";
import { OpenData } from "./open-data";
import { ResultsShell } from "./results-shell";
import { SurveyLead } from "./survey-lead";
import { TrendTable } from "./trend-table";
import { UnitsList } from "./units-list";

interface SurveyPageProps {
  language: Language;
  province: string;
  publicUrl: string;
  head: PublishedHead;
  figures: UnitFigures;
  minimums: { cell: number; unit: number };
  trend: readonly PublishedPoint[];
  units: UnitsPage;
  search: string;
  place: string;
}

/** The published results of a survey: all units together, then each of them. */
export function SurveyPage(props: SurveyPageProps) {
  const { language, province, publicUrl, head, figures, minimums, trend, units, search, place } = props;
  const { results } = textFor(language);
  const { surveyId, title, simulated } = head;
  const query = { q: search, place, page: units.page === 1 ? null : units.page };
  return (
    <ResultsShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => resultsPath({ surveyId, language: other, query })}
      above={[{ name: results.all, address: resultsPath({ language }) }]}
    >
      <div className="lead">
        <h1 lang="vi">{title}</h1>
        <SurveyLead head={head} />
      </div>
      <HeadlineCard figures={figures} minimums={minimums} />
      <FactorTable factors={figures.factors} />
      <TrendTable points={trend} sized={figures.pooled !== null} />
      <UnitsList surveyId={surveyId} units={units} search={search} place={place} />
      <OpenData head={head} address={publicUrl + resultsPath({ surveyId, language, query })} />
    </ResultsShell>
  );
}
