import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import type { AnswerPage } from "~/responses/answer-page";
import { PublicShell } from "../public-shell";
import { ANSWER_FORM_ID, InterviewPass } from "./answer-form";
import { AnswerPageContent, isSimulated } from "./answer-page-view";
import { DeviceNotes } from "./device-notes";

interface InterviewPageProps {
  /** Null for whoever is not assigned at the point. */
  page: AnswerPage | null;
  pseudonym: string;
  /** Says in the form under which pseudonym it was opened. */
  pass: string;
  language: Language;
  province: string;
  contact: string | null;
  typed: string;
  surveyId: number | null;
}

/** The public form as an interviewer reads it out: their header over it, the next form at once after sending. */
export function InterviewPage({
  page,
  pseudonym,
  pass,
  language,
  province,
  contact,
  typed,
  surveyId,
}: InterviewPageProps) {
  const { interview } = textFor(language);
  const addressIn = (other: Language) =>
    `/k/${encodeURIComponent(typed)}/interview?survey=${surveyId ?? ""}&lang=${other}`;
  return (
    <PublicShell
      language={language}
      province={province}
      addressIn={addressIn}
      switchForm={page?.kind === "form" ? ANSWER_FORM_ID : undefined}
      simulated={page !== null && isSimulated(page)}
    >
      <DeviceNotes />
      {page ? (
        <>
          <aside className="card about" aria-label={interview.title}>
            <p>
              <b>
                {interview.at("point" in page && page.point ? page.point.unitName : "")}
                {" – "}
                <span data-pseudonym>{pseudonym}</span>
              </b>
            </p>
            <p>{interview.rule}</p>
            <p>
              <a href="/interview">{interview.list}</a>
            </p>
          </aside>
          <InterviewPass.Provider value={pass}>
            <AnswerPageContent page={page} province={province} contact={contact} />
          </InterviewPass.Provider>
        </>
      ) : (
        <div className="lead">
          <h1>{interview.refusedTitle}</h1>
          <p>{interview.refused}</p>
          <p>
            <a href="/interview">{interview.list}</a>
          </p>
        </div>
      )}
    </PublicShell>
  );
}
