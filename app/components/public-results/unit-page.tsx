import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import type { PublicImprovement } from "~/snapshots/improvement";
import { type PublishedHead, resultsPath } from "~/snapshots/published";
import type { PublishedPoint } from "~/snapshots/published-trend";
import type { ItemFigures, UnitFigures } from "~/snapshots/published-view";
import { FactorTable } from "./factor-table";
import { HeadlineCard } from "./headline-card";
import { ImprovementsList } from "./improvements-list";
import { ItemsList } from "./items-list";
import { OpenData } from "./open-data";
import { ResultsShell } from "./results-shell";
import { SurveyLead } from "./survey-lead";
import { TrendTable } from "./trend-table";

interface UnitPageProps {
  language: Language;
  province: string;
  publicUrl: string;
  head: PublishedHead;
  unit: { key: string; name: string; place: string | null; surveyed: boolean };
  figures: UnitFigures;
  minimums: { cell: number; unit: number };
  items: readonly ItemFigures[];
  trend: readonly PublishedPoint[];
  improvements: readonly PublicImprovement[];
}

/** The published results of one unit. */
export function UnitPage(props: UnitPageProps) {
  const { language, province, publicUrl, head, unit, figures, minimums, items, trend, improvements } = props;
  const { results } = textFor(language);
  const { surveyId, title, simulated } = head;
  const told = figures.overall?.suppressed === null;
  return (
    <ResultsShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => resultsPath({ surveyId, page: unit.key, language: other })}
      above={[
        { name: results.all, address: resultsPath({ language }) },
        { name: title, address: resultsPath({ surveyId, language }), vietnamese: true },
      ]}
    >
      <div className="lead">
        {unit.surveyed && unit.place && (
          <p className="place" lang="vi">
            {unit.place}
          </p>
        )}
        <h1 lang="vi">{unit.name}</h1>
        {!unit.surveyed && <p className="soft">{results.rolledUp}</p>}
        <SurveyLead head={head} />
      </div>
      <HeadlineCard figures={figures} minimums={minimums} />
      {told && <FactorTable factors={figures.factors} />}
      <TrendTable points={trend} sized={figures.pooled !== null} page={unit.key} />
      <ImprovementsList improvements={improvements} />
      {told && <ItemsList items={items} />}
      <OpenData head={head} address={publicUrl + resultsPath({ surveyId, page: unit.key, language })} />
    </ResultsShell>
  );
}
