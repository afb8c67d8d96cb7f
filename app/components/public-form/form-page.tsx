import { useLanguage, useText } from "~/i18n/use-text";
import { localize } from "~/questionnaires/questionnaire";
import { numbersOf } from "~/questionnaires/sections";
import type { FormPage } from "~/responses/answer-page";
import { itemAnchor } from "~/responses/form-fields";
import type { Problem } from "~/responses/parse-submission";
import { ErrorSummary } from "../error-summary";
import { LocalizedText } from "../localized-text";
import { AnswerForm } from "./answer-form";
import { SurveyNotice } from "./notice";

interface FormPageViewProps {
  page: FormPage;
  province: string;
  contact: string | null;
}

/** The form to answer, with what was wrong at the top when it comes back. */
export function FormPageView({ page, province, contact }: FormPageViewProps) {
  const { form, problems: words } = useText();
  const { questionnaire } = page.survey;
  return (
    <>
      <div className="lead">
        <p className="place" lang="vi">
          {form.at(page.point.label, page.point.unitName)}
        </p>
        <h1>
          <LocalizedText value={questionnaire.title} />
        </h1>
        {questionnaire.intro && (
          <p>
            <LocalizedText value={questionnaire.intro} />
          </p>
        )}
      </div>
      <UntranslatedNotice page={page} />
      <ErrorSummary title={words.summary} problems={useSummary(page)} />
      <SurveyNotice
        ownerName={page.survey.ownerName}
        province={province}
        contact={contact}
        someRequired={questionnaire.items.some(({ required }) => required)}
      />
      <AnswerForm
        questionnaire={questionnaire}
        pointCode={page.point.code}
        sending={{
          responseId: page.responseId,
          startedAt: page.startedAt,
          surveyId: page.survey.id,
          version: page.survey.checksum,
          proofBits: page.proofBits,
        }}
        values={page.values}
        problems={page.problems}
      />
    </>
  );
}

function useSummary({ survey, problems }: FormPage) {
  const language = useLanguage();
  const words = useText().problems;
  const numbers = numbersOf(survey.questionnaire);
  return problems.map(({ itemCode, message }: Problem) => {
    const number = itemCode === null ? undefined : numbers.get(itemCode);
    return number !== undefined && itemCode !== null
      ? { anchor: itemAnchor(itemCode), message: words.place(number) + message[language] }
      : { message: message[language] };
  });
}

/** Said once at the top where a reader of another language will meet Vietnamese. */
function UntranslatedNotice({ page }: { page: FormPage }) {
  const language = useLanguage();
  const { form } = useText();
  const { questionnaire } = page.survey;
  const texts = [questionnaire.title, ...questionnaire.items.map(({ text }) => text)];
  if (texts.every((value) => localize(value, language).translated)) return null;
  return <p className="soft">{form.untranslatedNotice}</p>;
}
