import { useEffect, useRef } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import { conditionOnPaper } from "~/questionnaires/paper-form";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { numbersOf } from "~/questionnaires/sections";
import { choicesOf, type Keying, type Step } from "~/responses/paper-keys";
import { NumberRange } from "./number-range";

/** The question that waits for a key, large, with the digits that answer it; or that all is keyed. */
export function PaperQuestion({
  questionnaire,
  step,
  keying,
  onKey,
  onText,
}: {
  questionnaire: Questionnaire;
  step: Step | null;
  keying: Keying;
  onKey: (key: string) => void;
  onText: (text: string) => void;
}) {
  const t = useWords();
  const number = step && numbersOf(questionnaire).get(step.item.code);
  const condition = step && conditionOnPaper(questionnaire, step.item);
  return (
    <div className="paper-question">
      <div aria-live="polite">
        {step ? (
          <h2>
            {number}. [{step.item.code}] {step.item.text.vi}
            {step.other && ` – ${t("ghi rõ")}`}
          </h2>
        ) : (
          <h2>{t("Đã nhập hết các câu. Bấm Enter để lưu và sang phiếu tiếp theo.")}</h2>
        )}
        {condition && <p className="muted">{condition}</p>}
      </div>
      <Problem keying={keying} />
      {step?.kind === "text" ? (
        <TextStep key={step.field} value={keying.values[step.field] ?? ""} onText={onText} onKey={onKey} />
      ) : (
        step && <Choices questionnaire={questionnaire} step={step} keying={keying} onKey={onKey} />
      )}
      {!step && (
        <button type="button" className="button" onClick={() => onKey("Enter")}>
          {t("Lưu phiếu")}
        </button>
      )}
    </div>
  );
}

function Problem({ keying: { message } }: { keying: Keying }) {
  const t = useWords();
  const tell = useMessages();
  return (
    <p className="paper-problem" role="alert">
      {message?.kind === "no-such-value" &&
        t("Không có mức {key}. Câu này nhận: {values}.", { key: message.key, values: message.values })}
      {message?.kind === "not-taken" && tell(message.text)}
    </p>
  );
}

/** Keys of a number for whoever has no keyboard at hand. */
const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", ",", "Backspace"];

function Choices({
  questionnaire,
  step,
  keying,
  onKey,
}: {
  questionnaire: Questionnaire;
  step: Step;
  keying: Keying;
  onKey: (key: string) => void;
}) {
  const t = useWords();
  const chosen = (keying.values[step.field] ?? "").split(" ");
  const choices = choicesOf(questionnaire, step.item);
  const enter = (value: number) => {
    for (const key of String(value)) onKey(key);
  };
  return (
    <>
      {choices.length > 0 ? (
        <ul className="paper-choices">
          {choices.map(({ value, label }) => (
            <li key={value}>
              <button
                type="button"
                tabIndex={-1}
                aria-pressed={chosen.includes(String(value))}
                onClick={() => enter(value)}
              >
                <b>{value}</b> {label}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="paper-typed">
            <output>{keying.typed || keying.values[step.field] || "—"}</output>{" "}
            {step.item.type === "number" && step.item.unit}
          </p>
          <ul className="paper-choices">
            {DIGITS.map((key) => (
              <li key={key}>
                <button type="button" tabIndex={-1} onClick={() => onKey(key)}>
                  {key === "Backspace" ? "←" : key}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {choices.length > 0 && keying.typed !== "" && (
        <p className="paper-typed">
          <output>{keying.typed}</output>
        </p>
      )}
      {step.kind === "multiple" && (
        <p className="hint">{t("Bấm chữ số để đánh dấu hoặc bỏ dấu, Enter để sang câu sau.")}</p>
      )}
      {step.kind === "number" && (
        <p className="hint">
          {t("Gõ số rồi Enter; gõ nhầm thì bấm ← (Backspace).")} <NumberRange item={step.item} />
        </p>
      )}
      <div className="paper-moves">
        <button type="button" tabIndex={-1} className="button button-quiet" onClick={() => onKey("Enter")}>
          {t("Câu sau (Enter)")}
        </button>
        <button type="button" tabIndex={-1} className="button button-quiet" onClick={() => onKey("Escape")}>
          {t("Phiếu không hợp lệ (Esc)")}
        </button>
      </div>
    </>
  );
}

/** Words are typed in a field of their own, with Vietnamese keyboards and all; Enter goes on, Shift+Enter begins a line. */
function TextStep({
  value,
  onText,
  onKey,
}: {
  value: string;
  onText: (text: string) => void;
  onKey: (key: string) => void;
}) {
  const t = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    return () => current?.blur();
  }, []);
  return (
    <div className="field">
      <label htmlFor="paper-text">
        {t("Gõ đúng như trên phiếu; không gõ tên, số điện thoại. Enter để sang câu sau.")}
      </label>
      <textarea
        id="paper-text"
        ref={field}
        rows={3}
        defaultValue={value}
        onKeyDown={(event) => {
          const { key, shiftKey, currentTarget } = event;
          if (event.nativeEvent.isComposing) return;
          const isBack = key === "Backspace" && currentTarget.value === "";
          if (key !== "Escape" && !isBack && (key !== "Enter" || shiftKey)) return;
          event.preventDefault();
          // Heard here; the page must not hear it a second time, at the next question.
          event.nativeEvent.stopImmediatePropagation();
          if (key === "Enter") onText(currentTarget.value);
          else onKey(key);
        }}
      />
      <div className="paper-moves">
        <button
          type="button"
          tabIndex={-1}
          className="button button-quiet"
          onClick={() => onText(field.current?.value ?? "")}
        >
          {t("Câu sau (Enter)")}
        </button>
      </div>
    </div>
  );
}
