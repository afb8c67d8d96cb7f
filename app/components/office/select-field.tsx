import { type FieldProblem, problemOf } from "./problem-summary";

/** A labelled native select whose hint and problem are tied to it by ids. */
export function SelectField({
  name,
  label,
  hint,
  value,
  options,
  placeholder = "Chọn…",
  problems = [],
}: {
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
  placeholder?: string;
  problems?: readonly FieldProblem[];
}) {
  const problem = problemOf(problems, name);
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className="problem">
          {problem}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={value ?? ""}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
