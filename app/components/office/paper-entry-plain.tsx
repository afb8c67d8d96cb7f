import { useMessages, useWords } from "~/i18n/use-words";
import { NUMBER_WIDTH } from "~/questionnaires/packed-layout";
import { conditionOnPaper } from "~/questionnaires/paper-form";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { numbersOf } from "~/questionnaires/sections";
import { answerField, hasOtherText, otherTextField } from "~/responses/form-fields";
import { INVALID_REASONS, REASON_LENGTH } from "~/responses/paper-batch";
import { choicesOf } from "~/responses/paper-keys";
import { NumberRange } from "./number-range";
import { type FieldProblem, problemOf } from "./problem-summary";

interface PlainProps {
  questionnaire: Questionnaire;
  pass: 1 | 2;
  number: number | null;
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}

/** Entry of a paper form without script: a number field for each question, sent as one form. */
export function PlainPaperEntry({ questionnaire, pass, number, values, problems }: PlainProps) {
  const t = useWords();
  const tell = useMessages();
  const numbers = numbersOf(questionnaire);
  return (
    <form method="post" className="form-stack" noValidate>
      {problems.length > 0 && (
        <div className="notice notice-error" role="alert">
          <ul>
            {problems.map(({ field, message }) => (
              <li key={field + message}>
                <a href={`#${field}`}>{tell(message)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <input type="hidden" name="paper.pass" value={pass} />
      <div className="field">
        <label htmlFor="paper.number">{t("Phiếu số")}</label>
        <input
          id="paper.number"
          name="paper.number"
          inputMode="numeric"
          defaultValue={values["paper.number"] ?? number ?? ""}
        />
      </div>
      {questionnaire.items.map((item) => (
        <PlainItem
          key={item.code}
          {...{ questionnaire, item, number: numbers.get(item.code) ?? "", values, problems }}
        />
      ))}
      <button type="submit" name="paper.intent" value="save" className="button">
        {t("Lưu phiếu")}
      </button>
      <div className="field">
        <label htmlFor="paper.invalid">{t("Phiếu không hợp lệ vì sao?")}</label>
        <select id="paper.invalid" name="paper.invalid" defaultValue="">
          <option value="">—</option>
          {INVALID_REASONS.map((reason, index) => (
            <option key={reason} value={index + 1}>
              {t(reason)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="paper.reason">{t("Hoặc ghi lý do khác")}</label>
        <input
          id="paper.reason"
          name="paper.reason"
          maxLength={REASON_LENGTH}
          autoComplete="off"
          defaultValue={values["paper.reason"]}
        />
      </div>
      <button type="submit" name="paper.intent" value="invalid" className="button button-quiet">
        {t("Lưu là phiếu không hợp lệ")}
      </button>
    </form>
  );
}

function PlainItem({
  questionnaire,
  item,
  number,
  values,
  problems,
}: Pick<PlainProps, "questionnaire" | "values" | "problems"> & { item: Item; number: string }) {
  const t = useWords();
  const field = answerField(item.code);
  const choices = choicesOf(questionnaire, item);
  const problem = problemOf(problems, field);
  const hints = [
    conditionOnPaper(questionnaire, item),
    choices.map(({ value, label }) => `${value}: ${label}`).join(" · "),
    item.type === "multiple" ? t("nhiều số, cách nhau một dấu cách") : null,
  ];
  const described = `${field}-hint`;
  return (
    <div className="field">
      <label htmlFor={field}>
        {number}. [{item.code}] {item.text.vi}
      </label>
      <p id={described} className="hint">
        {hints.filter(Boolean).join(". ")} <NumberRange item={item} />
      </p>
      {problem && <p className="problem">{problem}</p>}
      {item.type === "text" ? (
        <textarea id={field} name={field} rows={2} defaultValue={values[field]} aria-describedby={described} />
      ) : (
        <input
          id={field}
          name={field}
          inputMode="numeric"
          maxLength={item.type === "multiple" ? undefined : NUMBER_WIDTH}
          defaultValue={values[field]}
          aria-describedby={described}
        />
      )}
      {hasOtherText(item) && (
        <input
          name={otherTextField(item.code)}
          defaultValue={values[otherTextField(item.code)]}
          aria-label={t("Ghi rõ của câu {n}", { n: number })}
        />
      )}
    </div>
  );
}
