import { capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage, useText } from "~/i18n/use-text";
import { useMessages } from "~/i18n/use-words";
import {
  markedRateText,
  meanIntervalText,
  meanText,
  personsText,
  rateIntervalText,
  rateText,
  stateOf,
} from "~/indices/figures";
import { standingText } from "~/indices/size-view";
import type { UnitFigures } from "~/snapshots/published-view";
import { MarkNotes } from "./mark-notes";
import { RateBar } from "./rate-bar";

interface HeadlineCardProps {
  figures: UnitFigures;
  minimums: { cell: number; unit: number };
}

/** The overall index with its interval, the number of persons, and what the sample is. */
export function HeadlineCard({ figures, minimums }: HeadlineCardProps) {
  const language = useLanguage();
  const { results } = useText();
  const names = useNames();
  const tell = useMessages();
  const { overall, allSatisfied, basis, sized, pooled } = figures;
  const state = stateOf(overall);
  if (state !== "published") {
    return (
      <section className="card" aria-labelledby="headline">
        <h2 id="headline">{results.headline}</h2>
        {state === "empty" ? (
          <p>{results.noData}</p>
        ) : (
          <>
            <p className="big">
              <b>{results.masked}</b>
            </p>
            <p>{results.maskedWhy(formatCount(minimums.unit, language), formatCount(minimums.cell, language))}</p>
          </>
        )}
      </section>
    );
  }
  const interval = capitalized(names.interval(basis));
  return (
    <section className="card" aria-labelledby="headline">
      <h2 id="headline">{results.headline}</h2>
      <p className="big">
        <b>{markedRateText(overall, language)}</b> {results.rate}
      </p>
      <RateBar row={overall} />
      <p>
        {results.range(interval, `${rateIntervalText(overall, language)}%`)}
        <br />
        {results.persons(personsText(overall, language))}
      </p>
      <dl className="figures">
        <div>
          <dt>{figures.levels ? results.meanOf(...figures.levels) : results.mean}</dt>
          <dd>
            {meanText(overall, language)} <span className="soft">({meanIntervalText(overall, language)})</span>
          </dd>
        </div>
        <div>
          <dt>{tell(figures.allSatisfiedName)}</dt>
          <dd>
            {markedRateText(allSatisfied, language)}{" "}
            {stateOf(allSatisfied) === "published" && (
              <span className="soft">({rateIntervalText(allSatisfied, language)}%)</span>
            )}
          </dd>
        </div>
      </dl>
      <div className="soft notes">
        <p>{results.sample(names.bases[basis])}</p>
        <p>{names.intervalExplanation(basis)}</p>
        <p>{results.rule(names.ruleExplanations[figures.rule])}</p>
        {pooled && <p>{results.sizedPooled(rateText(pooled, language))}</p>}
        {sized?.standing && <p>{standingText(sized.standing, language)}</p>}
        <p>{results.methodAll(tell(figures.allSatisfiedName))}</p>
      </div>
      <MarkNotes rows={[overall, allSatisfied]} />
    </section>
  );
}
