import { type FieldProblem, problemOf } from "./problem-summary";

/** A labelled input whose hint and problem are tied to it by ids. */
export function TextField({
  name,
  label,
  hint,
  type = "text",
  value,
  problems = [],
  autoComplete,
}: {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "date" | "password" | "search";
  value?: string | undefined;
  problems?: readonly FieldProblem[];
  autoComplete?: string;
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
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  );
}
