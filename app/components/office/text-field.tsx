import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

/** A labelled input. */
export function TextField({
  type = "text",
  value,
  autoComplete,
  ...frame
}: {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "date" | "password" | "search";
  value?: string | undefined;
  problems?: readonly FieldProblem[];
  autoComplete?: string;
}) {
  return (
    <FieldFrame {...frame}>
      {(control) => <input {...control} type={type} defaultValue={value} autoComplete={autoComplete} />}
    </FieldFrame>
  );
}
