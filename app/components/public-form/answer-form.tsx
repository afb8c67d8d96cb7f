import type { Language } from "~/i18n/numbers";
import { useLanguage, useText } from "~/i18n/use-text";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { PageIdentity } from "~/responses/answer-page";
import type { EnvelopeField, FormValues } from "~/responses/form-fields";
import type { Problem } from "~/responses/parse-submission";
import { LocalizedText } from "../localized-text";
import { Condition } from "./condition";
import { ItemField } from "./item-field";
import { placesOf, type Section, sectionsOf } from "./sections";

interface AnswerFormProps {
  questionnaire: Questionnaire;
  /** Null shows the answers without a way to send them. */
  sending: (PageIdentity & { surveyId: number; version: string; proofBits: number | null }) | null;
  values: FormValues;
  problems: readonly Problem[];
}

/**
 * Where a form goes: the point's page under another query. Sending to the very address of the page would make browsers
 * forget their copy of it, and Back would fetch a page with a new id, from which the same answers count as new ones.
 */
export function sendingAddress(language: Language): string {
  return language === "en" ? "?send=1&lang=en" : "?send=1";
}

/** The questionnaire as a form that needs no script: one section after another, everything visible. */
export function AnswerForm({ questionnaire, sending, values, problems }: AnswerFormProps) {
  const { form } = useText();
  const sections = sectionsOf(questionnaire);
  const places = placesOf(sections);
  const someRequired = questionnaire.items.some(({ required }) => required);
  return (
    <form
      className="form"
      method="post"
      action={sendingAddress(useLanguage())}
      noValidate
      data-proof={sending?.proofBits ?? undefined}
    >
      {sending && <Envelope {...sending} />}
      {sections.map((section, index) => (
        <section className="part" key={section.items[0]?.code} aria-labelledby={`part-${index + 1}`}>
          <SectionHeader section={section} index={index + 1} count={sections.length} />
          {section.items.map((item, position) => (
            <ItemField
              key={item.code}
              questionnaire={questionnaire}
              item={item}
              number={position + 1}
              values={values}
              problems={problems.filter(({ itemCode }) => itemCode === item.code)}
              locked={sending === null}
              condition={
                item.show_if ? (
                  <Condition
                    questionnaire={questionnaire}
                    condition={item.show_if}
                    here={{ section: index + 1, item: position + 1 }}
                    places={places}
                  />
                ) : null
              }
            />
          ))}
        </section>
      ))}
      {sending && (
        <div className="send">
          <p className="soft">{someRequired ? form.sendNoteRequired : form.sendNote}</p>
          <button className="button" type="submit">
            {form.send}
          </button>
        </div>
      )}
    </form>
  );
}

function SectionHeader({ section, index, count }: { section: Section; index: number; count: number }) {
  const { form } = useText();
  const named = { profile: form.profileSection, general: form.generalSection, comments: form.commentSection };
  return (
    <header>
      <p>
        {form.section(index, count, section.items.length)}
        {section.domain && (
          <>
            {" · "}
            <LocalizedText value={section.domain} mark="short" />
          </>
        )}
      </p>
      <h2 id={`part-${index}`}>
        {typeof section.title === "string" ? named[section.title] : <LocalizedText value={section.title} />}
      </h2>
    </header>
  );
}

/** Comes first in the form, so that it is read even where the answers exceed the byte cap. */
function Envelope({ responseId, surveyId, version, startedAt }: NonNullable<AnswerFormProps["sending"]>) {
  const fields: readonly [EnvelopeField, string][] = [
    ["response_id", responseId],
    ["survey", String(surveyId)],
    ["version", version],
    ["started_at", startedAt],
    ["lang", useLanguage()],
  ];
  // Without autocomplete="off" a reload may bring back the id of a form that was sent already.
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} autoComplete="off" />);
}
