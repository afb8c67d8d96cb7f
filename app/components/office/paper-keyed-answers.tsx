import { useWords } from "~/i18n/use-words";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { isStepAsked, type Keying, type Step } from "~/responses/paper-keys";

/** All answers of the form in view, the present one marked; each leads back to its question. */
export function KeyedAnswers({
  questionnaire,
  steps,
  keying,
  onStep,
}: {
  questionnaire: Questionnaire;
  steps: readonly Step[];
  keying: Keying;
  onStep: (at: number) => void;
}) {
  const t = useWords();
  return (
    <ol className="paper-answers" aria-label={t("Các câu trả lời đã nhập")}>
      {steps.map((step, index) => {
        const asked = isStepAsked(questionnaire, step, keying.values);
        if (step.other && !asked) return null;
        const value = keying.values[step.field] ?? "";
        const shown = value === "" ? (index < keying.at ? "–" : "·") : step.kind === "text" ? "✓" : value;
        return (
          <li key={step.field}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={index === keying.at ? "step" : undefined}
              disabled={!asked}
              onClick={() => onStep(index)}
            >
              <span>{step.field}</span> <b>{asked ? shown : ""}</b>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
