import { createContext, useContext } from "react";
import { useLanguage, useText } from "~/i18n/use-text";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { numbersOf, type Section, sectionsOf } from "~/questionnaires/sections";
import type { PageIdentity } from "~/responses/answer-page";
import type { EnvelopeField, FormValues } from "~/responses/form-fields";
import { NOTICE_VERSION } from "~/responses/notice-version";
import type { Problem } from "~/responses/parse-submission";
import { LocalizedText } from "../localized-text";
import { Condition } from "./condition";
import { ItemField } from "./item-field";
import { sendingAddress } from "./sending-address";

/** Id of the form on its page, for buttons outside of it. */
export const ANSWER_FORM_ID = "answers";

/** What says in an interviewer's form under which pseudonym it was opened; null on every other page. */
export const InterviewPass = createContext<string | null>(null);

interface AnswerFormProps {
  questionnaire: Questionnaire;
  /** Code of the collection point: drafts on a device are kept by it. */
  pointCode: string;
  /** Null shows the answers without a way to send them. */
  sending: (PageIdentity & { surveyId: number; version: string; proofBits: number | null }) | null;
  values: FormValues;
  problems: readonly Problem[];
}

/**
 * The questionnaire as a form that needs no script: one section after another, everything visible. With script
 * (app/form-script) it is one section at a time, and what is marked `hidden` here comes into use.
 */
export function AnswerForm({ questionnaire, pointCode, sending, values, problems }: AnswerFormProps) {
  const { form, device, problems: words } = useText();
  const sections = sectionsOf(questionnaire);
  const numbers = numbersOf(questionnaire);
  const someRequired = questionnaire.items.some(({ required }) => required);
  return (
    <form
      className="form"
      id={ANSWER_FORM_ID}
      method="post"
      action={sendingAddress(useLanguage())}
      noValidate
      data-code={pointCode}
      data-returned={values.size > 0 || undefined}
      data-required-message={words.required}
      data-proof={sending?.proofBits ?? undefined}
    >
      {sending && <Envelope {...sending} />}
      {sending && <ReturnNotes />}
      {sections.map((section, index) => (
        <section className="part" key={section.items[0]?.code} aria-labelledby={`part-${index + 1}`}>
          <SectionHeader section={section} index={index + 1} count={sections.length} />
          {section.items.map((item) => (
            <ItemField
              key={item.code}
              questionnaire={questionnaire}
              item={item}
              number={numbers.get(item.code) ?? ""}
              values={values}
              problems={problems.filter(({ itemCode }) => itemCode === item.code)}
              locked={sending === null}
              condition={
                item.show_if ? (
                  <Condition questionnaire={questionnaire} condition={item.show_if} numbers={numbers} />
                ) : null
              }
            />
          ))}
        </section>
      ))}
      {sending && <StepButtons />}
      {sending && (
        <div className="send">
          <p className="soft">{someRequired ? form.sendNoteRequired : form.sendNote}</p>
          <button className="button" type="submit">
            {form.send}
          </button>
          <p className="soft" data-checking hidden role="status">
            {device.checking}
          </p>
        </div>
      )}
      {sending && <DraftNote />}
    </form>
  );
}

function SectionHeader({ section, index, count }: { section: Section; index: number; count: number }) {
  const { form } = useText();
  const named = { profile: form.profileSection, general: form.generalSection, comments: form.commentSection };
  return (
    <header>
      <p>
        {form.section(index, count, section.items.some(({ show_if }) => show_if) ? null : section.items.length)}
        {section.domain && (
          <>
            {" · "}
            <LocalizedText value={section.domain} mark="short" />
          </>
        )}
      </p>
      <h2 id={`part-${index}`} tabIndex={-1}>
        {typeof section.title === "string" ? named[section.title] : <LocalizedText value={section.title} />}
      </h2>
    </header>
  );
}

/** Comes first in the form, so that it is read even where the answers exceed the byte cap. */
function Envelope({ responseId, surveyId, version, startedAt }: NonNullable<AnswerFormProps["sending"]>) {
  const pass = useContext(InterviewPass);
  const fields: readonly [EnvelopeField, string][] = [
    ["response_id", responseId],
    ["survey", String(surveyId)],
    ["version", version],
    ["started_at", startedAt],
    ["notice", NOTICE_VERSION],
    ["lang", useLanguage()],
    ...(pass ? [["interviewer", pass] satisfies [EnvelopeField, string]] : []),
  ];
  return (
    <>
      {/* Without autocomplete="off" a reload may bring back the id of a form that was sent already. */}
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} autoComplete="off" />
      ))}
      {/* Off the screen and out of the order of the keyboard: only a program that fills in everything writes here. */}
      <p className="trap" aria-hidden="true">
        <label>
          Website <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
    </>
  );
}

/** What the script says first: the answers of before are back, or this very form has been sent already. */
function ReturnNotes() {
  const { device } = useText();
  return (
    <>
      <div className="draft" data-sent hidden role="status">
        <p>{device.sent}</p>
        <a href="?">{device.openNew}</a>
      </div>
      <p className="draft" data-restored hidden role="status">
        {device.restored}
      </p>
    </>
  );
}

/** What the script says last: that a draft lies on this device, and how to be rid of it. */
function DraftNote() {
  const { device } = useText();
  return (
    <div className="draft" data-draft hidden>
      <p className="soft">{device.kept}</p>
      <button className="button button-quiet" type="button" data-clear data-confirm={device.confirmClear}>
        {device.clear}
      </button>
    </div>
  );
}

function StepButtons() {
  const { form } = useText();
  return (
    <div className="steps" data-steps hidden>
      <button className="button button-quiet" type="button" data-step="-1">
        {form.back}
      </button>
      <button className="button" type="button" data-step="1">
        {form.next}
      </button>
    </div>
  );
}
