import { formatDay } from "~/i18n/dates";
import { capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
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
  const t = useWords();
  const message = useMessages();
  const names = useNames();
  const language = useLanguage();
  const { questionnaire, measures, survey } = results;
  const interval = capitalized(names.interval(survey.basis));
  const rule = t("Cách tính: {rule}", { rule: names.ruleExplanations[questionnaire.index.rule] });
  const overall = measures.find((row) => row.level === "overall");
  const allSatisfied = measures.find((row) => row.level === "all-satisfied");
  return (
    <section aria-label={t("Chỉ số chung")}>
      <div className="key-figures">
        <KeyFigure
          name={t(OVERALL_RATE_NAME)}
          value={markedRateText(overall, language)}
          row={overall}
          detail={`${interval}: ${rateIntervalText(overall, language)}%`}
          explanation={rule}
        />
        <KeyFigure
          name={t(OVERALL_MEAN_NAME)}
          value={meanText(overall, language)}
          row={overall}
          detail={`${interval}: ${meanIntervalText(overall, language)}`}
          explanation={rule}
        />
        <KeyFigure
          name={message(allSatisfiedName(questionnaire.sector))}
          value={markedRateText(allSatisfied, language)}
          row={allSatisfied}
          detail={`${interval}: ${rateIntervalText(allSatisfied, language)}%`}
          explanation={t("Người mà mọi câu trả lời hợp lệ đều ở mức hài lòng")}
        />
        <div className="key-figure">
          <p className="key-figure-name">{t("Số phiếu")}</p>
          {results.responses === null ? (
            <p className="key-figure-value key-figure-absent">{capitalized(t(MASKED))}</p>
          ) : (
            <p className="key-figure-value">{formatCount(results.responses, language)}</p>
          )}
          <p className="key-figure-detail">{t("Số liệu đến ngày {day}", { day: formatDay(results.asOf) })}</p>
        </div>
      </div>
      {stateOf(overall) === "published" && <p className="table-note">{names.intervalExplanation(survey.basis)}</p>}
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
  const t = useWords();
  const language = useLanguage();
  const published = stateOf(row) === "published";
  return (
    <div className="key-figure">
      <p className="key-figure-name">{name}</p>
      <p className={published ? "key-figure-value" : "key-figure-value key-figure-absent"}>{capitalized(value)}</p>
      {published && (
        <p className="key-figure-detail">
          {detail}
          <br />
          {t("n = {n} người", { n: personsText(row, language) })}
        </p>
      )}
      <p className="key-figure-detail">{explanation}</p>
    </div>
  );
}
