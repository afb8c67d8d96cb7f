import { formatDay } from "~/i18n/dates";
import { useText } from "~/i18n/use-text";
import type { InvitationPage } from "~/responses/answer-page";
import { CodeForm } from "../code-form";
import { AnswerForm } from "./answer-form";

/** A one-time code opens no form: why, and what to do. Answers sent all the same stay to be looked at. */
export function InvitationView({ page }: { page: InvitationPage }) {
  const { closed, form, invitation } = useText();
  const { fault, point, day, sentTo, values, typed } = page;
  const { title, text } = invitation[fault];
  const isTyped = fault === "malformed" || fault === "unknown";
  return (
    <>
      <div className="lead">
        {point && (
          <p className="place" lang="vi">
            {form.at(point.label, point.unitName)}
          </p>
        )}
        <h1>{title}</h1>
      </div>
      <section className="card attention">
        <p>
          <strong>{text}</strong> {day && invitation.until(formatDay(day))}
        </p>
        {point && <p>{invitation.ask(point.unitName)}</p>}
        {values.size > 0 && <p>{closed.unsent}</p>}
      </section>
      {values.size > 0 && sentTo && point ? (
        <AnswerForm
          pointCode={point.code}
          questionnaire={sentTo.questionnaire}
          sending={null}
          values={values}
          problems={[]}
        />
      ) : (
        <section className="card">
          <CodeForm invited typed={isTyped ? typed.slice(0, 200) : ""} />
        </section>
      )}
    </>
  );
}
