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
  rateText,
  stateOf,
} from "~/indices/figures";
import { allSatisfiedName, OVERALL_MEAN_NAME, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { hasSizeHeadline } from "~/indices/size-view";
import type { UnitResultsView } from "~/indices/survey-results";
import { targetSentence } from "~/indices/target-verdict";
import { MarkNotes } from "./mark-notes";
import { SizeNote } from "./size-note";

/** The few figures that a survey or a unit is known by, each with its interval and number of persons. */
export function Headline({ results, sizesPage }: { results: UnitResultsView; sizesPage: string | null }) {
  const t = useWords();
  const message = useMessages();
  const names = useNames();
  const language = useLanguage();
  const { questionnaire, measures, survey } = results;
  const interval = capitalized(names.interval(survey.basis));
  const rule = t("Cách tính: {rule}", { rule: names.ruleExplanations[questionnaire.index.rule] });
  const { sized } = results;
  const find = (rows: readonly MeasureRow[], level: MeasureRow["level"]) => rows.find((row) => row.level === level);
  // Theo quy mô stands first where it can be made, and the pooled figure beside it.
  const isSized = hasSizeHeadline(sized.rows);
  const first = isSized ? sized.rows : measures;
  const overall = find(first, "overall");
  const allSatisfied = find(first, "all-satisfied");
  const named = (name: string) => (isSized ? t("{name}, theo quy mô", { name }) : name);
  const beside = (level: MeasureRow["level"], text: (row: MeasureRow | undefined) => string) =>
    isSized ? t("Gộp phiếu: {figure}", { figure: text(find(measures, level)) }) : null;
  const target = targetSentence(overall, survey.targetRate, language);
  // Its own number of persons: units without a size, or not published alone, are in the pooled figure only.
  const told = (figure: string, between: string, row: MeasureRow) =>
    `${figure} (${between}, ${t("n = {n}", { n: personsText(row, language) })})`;
  const rateBeside = (row: MeasureRow | undefined) =>
    row?.rate_ci
      ? told(markedRateText(row, language), `${rateIntervalText(row, language)}%`, row)
      : rateText(row, language);
  const meanBeside = (row: MeasureRow | undefined) =>
    row?.mean_ci ? told(meanText(row, language), meanIntervalText(row, language), row) : meanText(row, language);
  return (
    <section aria-label={t("Chỉ số chung")}>
      <div className="key-figures">
        <KeyFigure
          name={named(t(OVERALL_RATE_NAME))}
          beside={beside("overall", rateBeside)}
          value={markedRateText(overall, language)}
          row={overall}
          detail={`${interval}: ${rateIntervalText(overall, language)}%`}
          explanation={rule}
        />
        <KeyFigure
          name={named(t(OVERALL_MEAN_NAME))}
          beside={beside("overall", meanBeside)}
          value={meanText(overall, language)}
          row={overall}
          detail={`${interval}: ${meanIntervalText(overall, language)}`}
          explanation={rule}
        />
        <KeyFigure
          name={named(message(allSatisfiedName(questionnaire.sector)))}
          beside={beside("all-satisfied", rateBeside)}
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
      {target && <p className="notice">{target}</p>}
      <p className="table-note">{names.intervalExplanation(survey.basis)}</p>
      <SizeNote sized={sized} sizesPage={sizesPage} />
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
  beside,
}: {
  name: string;
  value: string;
  row: MeasureRow | undefined;
  detail: string;
  explanation: string;
  /** The pooled figure, where the other stands first. */
  beside: string | null;
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
      {beside && <p className="key-figure-detail">{beside}</p>}
      <p className="key-figure-detail">{explanation}</p>
    </div>
  );
}
