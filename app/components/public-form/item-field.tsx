import type { ReactNode } from "react";
import { useLanguage, useText } from "~/i18n/use-text";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { answerField, type FormValues, itemAnchor } from "~/responses/form-fields";
import type { Problem } from "~/responses/parse-submission";
import { LocalizedText } from "../localized-text";
import { Levels, Options } from "./choices";
import { Entry, entryId } from "./entry";
import { Hint, hasHint } from "./hint";

interface ItemFieldProps {
  questionnaire: Questionnaire;
  item: Item;
  number: string;
  values: FormValues;
  problems: readonly Problem[];
  /** When to answer, for an item that routing asks of some persons only. */
  condition: ReactNode;
  /** Answers are shown but no longer taken. */
  locked: boolean;
}

/** One question: what is asked, its hint and errors tied to it by id, and its native inputs. */
export function ItemField({ questionnaire, item, number, values, problems, condition, locked }: ItemFieldProps) {
  const anchor = itemAnchor(item.code);
  const wrong = problems.length > 0;
  const notes = {
    hint: hasHint(item) ? `${anchor}-hint` : undefined,
    condition: condition === null ? undefined : `${anchor}-if`,
    error: wrong ? `${anchor}-error` : undefined,
  };
  const described = {
    "aria-describedby": Object.values(notes).filter(Boolean).join(" ") || undefined,
    "aria-invalid": wrong || undefined,
  };
  // On choice items the hint introduces a block of questions ("Câu 9. Xin Ông/Bà cho biết…"), so it comes before.
  const isChoice = "options" in item || item.type === "scale";
  const hint = <Hint item={item} id={notes.hint} />;
  const explanation = (
    <>
      {condition && (
        <p className="only-if" id={notes.condition}>
          {condition}
        </p>
      )}
      {!isChoice && hint}
      <ItemError problems={problems} id={notes.error} />
    </>
  );
  return (
    <div className={wrong ? "item wrong" : "item"} id={anchor} tabIndex={-1} data-if={conditionInData(item)}>
      {isChoice && hint}
      {isChoice ? (
        <fieldset
          data-required={item.required || undefined}
          role={item.type === "multiple" ? "group" : "radiogroup"}
          aria-labelledby={`${anchor}-ask`}
          {...described}
        >
          <legend className="ask" id={`${anchor}-ask`}>
            <Ask item={item} number={number} />
          </legend>
          {explanation}
          {item.type === "scale" ? (
            <Levels item={item} scale={scaleOf(questionnaire, item)} values={values} locked={locked} />
          ) : (
            <Options item={item} values={values} locked={locked} />
          )}
        </fieldset>
      ) : (
        <>
          <label className="ask" htmlFor={entryId(item)}>
            <Ask item={item} number={number} />
          </label>
          {explanation}
          <Entry item={item} values={values} locked={locked} described={described} />
        </>
      )}
    </div>
  );
}

/** The routing of an item for the script of the page: the field it looks at and the values that ask it. */
function conditionInData({ show_if }: Item): string | undefined {
  return show_if && [answerField(show_if.item), ...show_if.in].join(" ");
}

function Ask({ item, number }: { item: Item; number: string }) {
  const { form } = useText();
  return (
    <>
      {number}. <LocalizedText value={item.text} />
      {item.required && <small> ({form.required})</small>}
    </>
  );
}

function ItemError({ problems, id }: { problems: readonly Problem[]; id: string | undefined }) {
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <p className="error" id={id}>
      {problems.map(({ message }) => message[language]).join(" ")}
    </p>
  );
}
