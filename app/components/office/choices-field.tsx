import { useMessages } from "~/i18n/use-words";
import { type FieldProblem, problemOf } from "./problem-summary";

interface ChoicesFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** `radio`: one of them; `checkbox`: any. */
  type: "radio" | "checkbox";
  options: readonly { value: string; label: string; explanation?: string }[];
  chosen: readonly string[];
  problems: readonly FieldProblem[];
}

/** A set of choices, each on a line of its own with what it means, and what is wrong with what was chosen. */
export function ChoicesField({ name, label, hint, type, options, chosen, problems }: ChoicesFieldProps) {
  const tell = useMessages();
  const problem = problemOf(problems, name);
  return (
    <fieldset className="field" aria-describedby={problem && `${name}-problem`}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {problem && (
        <p id={`${name}-problem`} className="problem">
          {tell(problem)}
        </p>
      )}
      {options.map((option, index) => (
        <label key={option.value} className="check">
          {/* The first one bears the field's id: it is where the link of the problem summary leads. */}
          <input
            id={index === 0 ? name : undefined}
            type={type}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          />
          <span>
            {option.label}
            {option.explanation !== undefined && <span className="sub">{option.explanation}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
