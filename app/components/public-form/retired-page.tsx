import { formatDay } from "~/i18n/dates";
import { useText } from "~/i18n/use-text";
import type { AnswerPage } from "~/responses/answer-page";
import { CodeForm } from "../code-form";
import { AnswerForm } from "./answer-form";

/** The paper is out of date. It never leads to the point's new code: whoever misused the old one would have it at once. */
export function RetiredView({ page }: { page: Extract<AnswerPage, { kind: "retired" }> }) {
  const { closed, form, retired } = useText();
  const { point, day, replaced, sentTo, values } = page;
  return (
    <>
      <div className="lead">
        <p className="place" lang="vi">
          {form.at(point.label, point.unitName)}
        </p>
        <h1>{retired.title}</h1>
      </div>
      <section className="card attention">
        <p>
          <strong>{replaced ? retired.replaced(formatDay(day)) : retired.revoked(formatDay(day))}</strong>{" "}
          {retired.ask(point.unitName)}
        </p>
        {values.size > 0 && <p>{closed.unsent}</p>}
      </section>
      {values.size > 0 && sentTo ? (
        <AnswerForm
          pointCode={point.code}
          questionnaire={sentTo.questionnaire}
          sending={null}
          values={values}
          problems={[]}
        />
      ) : (
        <section className="card">
          <CodeForm />
        </section>
      )}
    </>
  );
}
