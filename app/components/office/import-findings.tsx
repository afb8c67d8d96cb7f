import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { ImportReport, PreviewRow } from "~/responses/import-report";
import { WHOLE_ROW } from "~/responses/read-responses-file-problem";
import { ImportTemplateLinks } from "./import-template-links";

/** What reading a file found: columns, warnings, and its first rows in words; or why it cannot be read. */
export function ImportFindings({ surveyId, report }: { surveyId: number; report: ImportReport }) {
  const t = useWords();
  const say = useMessages();
  if (report.failure) return <Unreadable surveyId={surveyId} failure={report.failure} />;
  return (
    <>
      <section className="card" aria-labelledby="columns-heading">
        <h2 id="columns-heading">{t("Các cột")}</h2>
        <p>
          {t("Cột đọc được")}: {report.columns.join(", ")}
        </p>
        {report.warnings.length > 0 && (
          <ul className="notice">
            {report.warnings.map((warning) => (
              <li key={warning}>{say(warning)}</li>
            ))}
          </ul>
        )}
      </section>
      {report.preview.length > 0 && (
        <section className="fieldwork-section" aria-labelledby="preview-heading">
          <h2 id="preview-heading">{t("Các dòng đầu, đọc thành lời")}</h2>
          {report.preview.map((row, index) => (
            <PreviewCard key={row.line} row={row} open={index === 0 && report.bad === 0} />
          ))}
        </section>
      )}
    </>
  );
}

function PreviewCard({ row, open }: { row: PreviewRow; open: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const { line, unitName, channel, day, answers } = row;
  return (
    <details className="card" open={open}>
      <summary>
        {t("Dòng {n}", { n: line })}: {unitName} · {channel} · {day ? formatDay(day) : t("không ghi ngày")} ·{" "}
        {t("{n} câu trả lời", { n: formatCount(answers.length, language) })}
      </summary>
      <dl className="import-answers">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Unreadable({ surveyId, failure }: { surveyId: number; failure: NonNullable<ImportReport["failure"]> }) {
  const t = useWords();
  const say = useMessages();
  return (
    <section className="notice notice-error" aria-labelledby="unreadable-heading">
      <h2 id="unreadable-heading">{t("Vì sao không đọc được")}</h2>
      <ul>
        {failure.problems.map(({ line, column, reason }) => (
          <li key={`${line} ${column} ${reason}`}>
            {column !== WHOLE_ROW && `${t("Cột")} ${column}: `}
            {column === WHOLE_ROW && line > 1 && `${t("Dòng {n}", { n: line })}: `}
            {say(reason)}
          </li>
        ))}
      </ul>
      {failure.found.length > 0 && (
        <p>
          {t("Tiêu đề của tệp có các cột")}: {failure.found.map((name) => `“${name}”`).join(", ")}
        </p>
      )}
      {failure.unknown !== undefined && failure.unknown.length < failure.found.length && failure.unknown.length > 0 && (
        <p>
          {t("Cột không có trong phiếu này")}: {failure.unknown.map((name) => `“${name}”`).join(", ")}
        </p>
      )}
      <p>
        {t("Dòng đầu phải có ít nhất response_id và unit_code, rồi mỗi câu hỏi một cột mang mã của câu.")}{" "}
        <ImportTemplateLinks surveyId={surveyId} />
      </p>
    </section>
  );
}
