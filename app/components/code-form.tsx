import { useText } from "~/i18n/use-text";

/** A box for the code printed under a QR code. */
export function CodeForm({ missing = false, typed = "" }: { missing?: boolean; typed?: string }) {
  const { home } = useText();
  return (
    <form className="code-form" action="/" method="get">
      <label htmlFor="code">{home.codeLabel}</label>
      <p className="soft" id="code-hint">
        {home.codeHint}
      </p>
      {missing && (
        <p className="error" id="code-error">
          {home.codeMissing}
        </p>
      )}
      <input
        className="entry"
        id="code"
        name="code"
        defaultValue={typed}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={missing ? "code-hint code-error" : "code-hint"}
        aria-invalid={missing || undefined}
      />
      <button className="button" type="submit">
        {home.open}
      </button>
    </form>
  );
}
