import { useText } from "~/i18n/use-text";
import type { PausedPage } from "~/responses/answer-page";
import { AnswerForm } from "./answer-form";
import { Elsewhere, Lead } from "./other-pages";

/** The survey rests and will go on; answers sent all the same stay below, with the button to send them again then. */
export function PausedView({ page, contact }: { page: PausedPage; contact: string | null }) {
  const { paused } = useText();
  const { point, survey, values, responseId, startedAt, proofBits } = page;
  const sending = { responseId, startedAt, proofBits, surveyId: survey.id, version: survey.checksum };
  return (
    <>
      <Lead point={point} title={paused.title} />
      <section className="card attention">
        <p lang="vi">{survey.title}</p>
        <p>
          <strong>{paused.text}</strong> {paused.comeBack}
        </p>
        <Elsewhere point={point} contact={contact} />
        {values.size > 0 && <p>{paused.unsent}</p>}
      </section>
      {values.size > 0 && (
        <AnswerForm
          questionnaire={survey.questionnaire}
          pointCode={point.code}
          sending={sending}
          values={values}
          problems={[]}
        />
      )}
    </>
  );
}
