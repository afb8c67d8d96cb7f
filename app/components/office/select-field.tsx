import { useWords } from "~/i18n/use-words";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

/** A labelled native select. */
export function SelectField({
  value,
  options,
  placeholder,
  ...frame
}: {
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
  placeholder?: string;
  problems?: readonly FieldProblem[];
}) {
  const t = useWords();
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select {...control} defaultValue={value ?? ""}>
          <option value="">{placeholder ?? t("Chọn…")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
