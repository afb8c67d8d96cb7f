import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

/** A labelled input, with suggestions where there are too many choices for a list to look through. */
export function TextField({
  type = "text",
  value,
  autoComplete,
  suggestions,
  ...frame
}: {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "password" | "search";
  value?: string | undefined;
  problems?: readonly FieldProblem[];
  autoComplete?: string;
  /** Offered while typing, and nothing more: what is typed need not be one of them. */
  suggestions?: readonly string[];
}) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <input
            {...control}
            type={type}
            defaultValue={value}
            autoComplete={autoComplete}
            list={suggestions && `${control.id}-suggestions`}
          />
          {suggestions && (
            <datalist id={`${control.id}-suggestions`}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldFrame>
  );
}
