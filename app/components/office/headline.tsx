import { formatDay } from "~/i18n/dates";
import { capitalized, intervalExplanation, intervalName, RULE_EXPLANATIONS } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import {
  MASKED,
  markedRateText,
  meanIntervalText,
  meanText,
  personsText,
  rateIntervalText,
  stateOf,
} from "~/indices/figures";
import { allSatisfiedName, OVERALL_MEAN_NAME, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import type { UnitResultsView } from "~/indices/survey-results";
import { MarkNotes } from "./mark-notes";

/** The few figures that a survey or a unit is known by, each with its interval and number of persons. */
export function Headline({ results }: { results: UnitResultsView }) {
  const { questionnaire, measures, survey } = results;
  const interval = capitalized(intervalName(survey.basis));
  const overall = measures.find((row) => row.level === "overall");
  const allSatisfied = measures.find((row) => row.level === "all-satisfied");
  return (
    <section aria-label="Chỉ số chung">
      <div className="key-figures">
        <KeyFigure
          name={OVERALL_RATE_NAME}
          value={markedRateText(overall)}
          row={overall}
          detail={`${interval}: ${rateIntervalText(overall)}%`}
          explanation={`Cách tính: ${RULE_EXPLANATIONS[questionnaire.index.rule]}`}
        />
        <KeyFigure
          name={OVERALL_MEAN_NAME}
          value={meanText(overall)}
          row={overall}
          detail={`${interval}: ${meanIntervalText(overall)}`}
          explanation={`Cách tính: ${RULE_EXPLANATIONS[questionnaire.index.rule]}`}
        />
        <KeyFigure
          name={allSatisfiedName(questionnaire.sector)}
          value={markedRateText(allSatisfied)}
          row={allSatisfied}
          detail={`${interval}: ${rateIntervalText(allSatisfied)}%`}
          explanation="Người mà mọi câu trả lời hợp lệ đều ở mức hài lòng"
        />
        <div className="key-figure">
          <p className="key-figure-name">Số phiếu</p>
          {results.responses === null ? (
            <p className="key-figure-value key-figure-absent">{capitalized(MASKED)}</p>
          ) : (
            <p className="key-figure-value">{formatCount(results.responses)}</p>
          )}
          <p className="key-figure-detail">Số liệu đến ngày {formatDay(results.asOf)}</p>
        </div>
      </div>
      {stateOf(overall) === "published" && <p className="table-note">{intervalExplanation(survey.basis)}</p>}
      <MarkNotes rows={[overall, allSatisfied]} />
    </section>
  );
}

function KeyFigure({
  name,
  value,
  row,
  detail,
  explanation,
}: {
  name: string;
  value: string;
  row: MeasureRow | undefined;
  detail: string;
  explanation: string;
}) {
  const published = stateOf(row) === "published";
  return (
    <div className="key-figure">
      <p className="key-figure-name">{name}</p>
      <p className={published ? "key-figure-value" : "key-figure-value key-figure-absent"}>{capitalized(value)}</p>
      {published && (
        <p className="key-figure-detail">
          {detail}
          <br />n = {personsText(row)} người
        </p>
      )}
      <p className="key-figure-detail">{explanation}</p>
    </div>
  );
}
