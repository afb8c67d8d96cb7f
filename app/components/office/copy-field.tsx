import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words";

/** A text to take away: it can be selected by hand, and with scripts a button copies it. */
export function CopyField({
  label,
  text,
  rows = 1,
  code = false,
}: {
  label: string;
  text: string;
  rows?: number;
  /** Read character by character: l, I, 1 and O, 0 must be told apart. */
  code?: boolean;
}) {
  const t = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<"unscripted" | "ready" | "copied" | "selected">("unscripted");
  useEffect(() => setState("ready"), []);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      // Without HTTPS browsers keep the clipboard to themselves; the text stands selected.
      setState(document.execCommand("copy") ? "copied" : "selected");
    }
  };
  return (
    <div className="field copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        className={code ? "code" : undefined}
        id={id}
        ref={field}
        readOnly
        rows={rows}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      {state !== "unscripted" && (
        <p className="copy-row">
          <button type="button" className="button button-quiet" onClick={copy}>
            {t("Sao chép")}
          </button>
          <span role="status">
            {state === "copied" && t("Đã sao chép")}
            {state === "selected" && t("Đã chọn sẵn: bấm Ctrl+C để sao chép")}
          </span>
        </p>
      )}
    </div>
  );
}
