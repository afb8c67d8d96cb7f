import type { ReactNode } from "react";
import { useMessages } from "~/i18n/use-words";
import { type FieldProblem, problemOf } from "./problem-summary";

interface FieldFrameProps {
  name: string;
  label: string;
  hint?: string | undefined;
  problems?: readonly FieldProblem[] | undefined;
  /** Draws the control with the attributes that tie it to its label, hint and problem. */
  children: (control: {
    id: string;
    name: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** Label, hint and problem around a native control, tied to it by ids. */
export function FieldFrame({ name, label, hint, problems = [], children }: FieldFrameProps) {
  const tell = useMessages();
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
          {tell(problem)}
        </p>
      )}
      {children({
        id: name,
        name,
        "aria-invalid": problem ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
    </div>
  );
}
