import { formatDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import type { AnswerPage, AnswerPoint, OutsideWindowPage } from "~/responses/answer-page";
import { CodeForm } from "../code-form";
import { AnswerForm } from "./answer-form";
import { sendingAddress } from "./sending-address";

type PageOf<K extends AnswerPage["kind"]> = Extract<AnswerPage, { kind: K }>;

/** Before or after the window; answers sent all the same stay below to be looked at. */
export function OutsideWindowView({ page, contact }: { page: OutsideWindowPage; contact: string | null }) {
  const { closed, notYetOpen } = useText();
  const day = page.day && formatDay(page.day);
  const words = page.kind === "closed" ? closed : notYetOpen;
  return (
    <>
      <Lead point={page.point} title={words.title} />
      <section className="card attention">
        <p lang="vi">{page.survey.title}</p>
        {page.kind === "closed" ? (
          <>
            <p>
              <strong>{day ? closed.since(day) : closed.sinceUnknown}</strong> {closed.thanks}
            </p>
            {page.nextOn && <p>{closed.next(formatDay(page.nextOn))}</p>}
          </>
        ) : (
          <p>
            <strong>{day ? notYetOpen.opensOn(day) : notYetOpen.soon}</strong> {notYetOpen.comeBack}
          </p>
        )}
        <Elsewhere point={page.point} contact={contact} />
        {page.values.size > 0 && <p>{closed.unsent}</p>}
      </section>
      {page.values.size > 0 && (
        <AnswerForm
          questionnaire={page.survey.questionnaire}
          pointCode={page.point.code}
          sending={null}
          values={page.values}
          problems={[]}
        />
      )}
    </>
  );
}

/** The same page was sent a few minutes ago with other answers: the person says which it is. */
export function ConflictView({ page }: { page: PageOf<"conflict"> }) {
  const { conflict } = useText();
  return (
    <>
      <Lead point={page.point} title={conflict.title} />
      <form className="form" method="post" action={sendingAddress(useLanguage())}>
        {[...page.values]
          .filter(([name]) => name !== "intent")
          .flatMap(([name, given]) =>
            given.map((value) => (
              <input key={`${name}=${value}`} type="hidden" name={name} value={value} autoComplete="off" />
            )),
          )}
        <p>{page.once ? conflict.onceText : conflict.text}</p>
        <div className="card">
          <p id="correct-hint">{conflict.correctHint}</p>
          <button className="button" name="intent" value="correct" type="submit" aria-describedby="correct-hint">
            {conflict.correct}
          </button>
        </div>
        {!page.once && (
          <div className="card">
            <p id="new-hint">{conflict.asNewHint}</p>
            <button className="button" name="intent" value="new" type="submit" aria-describedby="new-hint">
              {conflict.asNew}
            </button>
          </div>
        )}
        <p className="soft">{conflict.unsent}</p>
      </form>
    </>
  );
}

/** Several surveys are open at the same place. */
export function ChooserView({ page }: { page: PageOf<"choose"> }) {
  const { chooser } = useText();
  const language = useLanguage();
  return (
    <>
      <Lead point={page.point} title={chooser.title} text={chooser.lead} />
      <ul className="choices">
        {page.surveys.map((survey) => (
          <li key={survey.id}>
            <a href={`?survey=${survey.id}${language === "en" ? "&lang=en" : ""}`}>
              <b lang="vi">{survey.title}</b>
              <span className="soft">
                {survey.ownerName} · {chooser.until(formatDay(survey.closesOn))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The code was mistyped or does not exist: say which, and let it be typed again. */
export function MissingView({ page }: { page: PageOf<"missing"> }) {
  const { missing } = useText();
  const malformed = page.reason === "malformed";
  return (
    <>
      <div className="lead">
        <h1>{malformed ? missing.malformedTitle : missing.unknownTitle}</h1>
      </div>
      <section className="card">
        <CodeForm typed={page.typed.slice(0, 40)} wrong={malformed ? missing.malformedText : missing.unknownText} />
      </section>
    </>
  );
}

/** The code is right, and nothing is asked here: where else to turn. */
export function NoSurveyView({ page, contact }: { page: PageOf<"no-survey">; contact: string | null }) {
  const { missing } = useText();
  return (
    <>
      <Lead point={page.point} title={missing.noSurveyTitle} text={missing.noSurveyText} />
      <section className="card attention">
        <Elsewhere point={page.point} contact={contact} />
      </section>
    </>
  );
}

export function Elsewhere({ point, contact }: { point: AnswerPoint; contact: string | null }) {
  const { closed } = useText();
  return (
    <p>
      {closed.elsewhere(point.unitName)} {contact && closed.contact(contact)}
    </p>
  );
}

export function UnreadableView({ page }: { page: PageOf<"unreadable"> }) {
  const { unreadable } = useText();
  return (
    <>
      <div className="lead">
        <h1>{unreadable.title}</h1>
        <p>{page.reason === "encoding" ? unreadable.encoding : unreadable.contentType}</p>
      </div>
      <p>
        <a className="button" href="?">
          {unreadable.back}
        </a>
      </p>
    </>
  );
}

export function Lead({ point, title, text }: { point: AnswerPoint; title: string; text?: string }) {
  const { form } = useText();
  return (
    <div className="lead">
      <p className="place" lang="vi">
        {form.at(point.label, point.unitName)}
      </p>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
    </div>
  );
}
