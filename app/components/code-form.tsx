import { useText } from "~/i18n/use-text";

interface CodeFormProps {
  /** It was sent empty. */
  missing?: boolean;
  /** What was typed before, and why that opened nothing. */
  typed?: string;
  wrong?: string;
  /** An invitation led here: its longer code may be meant. */
  invited?: boolean;
}

/** A box for the code printed under a QR code. */
export function CodeForm({ missing = false, typed = "", wrong, invited = false }: CodeFormProps) {
  const { home } = useText();
  const problem = missing ? home.codeMissing : wrong;
  return (
    <form className="code-form" action="/" method="get">
      <label htmlFor="code">{invited ? home.anyCodeLabel : home.codeLabel}</label>
      <p className="soft" id="code-hint">
        {invited ? home.anyCodeHint : home.codeHint}
      </p>
      {problem && (
        <p className="error" id="code-error">
          {problem}
        </p>
      )}
      <input
        className="entry"
        id="code"
        name="code"
        defaultValue={typed}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={problem ? "code-hint code-error" : "code-hint"}
        aria-invalid={problem ? true : undefined}
      />
      <button className="button" type="submit">
        {home.open}
      </button>
    </form>
  );
}
