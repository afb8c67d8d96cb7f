import { useState } from "react";
import { EditorField } from "./editor-field";

/** A number typed as Vietnamese write it, with a comma; empty is no number. */
export function NumberField({
  path,
  label,
  hint,
  value,
  placeholder,
  onChange,
}: {
  path: string;
  label: string;
  hint?: string;
  value: number | null;
  placeholder?: string;
  onChange: (value: number | null, typing: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? "" : String(value).replace(".", ",");
  return (
    <EditorField path={path} label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          value={typed ?? shown}
          onChange={({ target }) => {
            setTyped(target.value);
            const text = target.value.trim().replace(",", ".");
            if (text === "") onChange(null, path);
            else if (/^-?\d+(\.\d+)?$/.test(text)) onChange(Number(text), path);
          }}
          onBlur={() => {
            setTyped(null);
            control.onBlur();
          }}
        />
      )}
    </EditorField>
  );
}
