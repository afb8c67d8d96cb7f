import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import { INVALID_REASONS, REASON_LENGTH } from "~/responses/paper-batch";

/** Why a form is not valid, one digit each; the digit stores it. */
export function InvalidReasons({
  onReason,
  onTyped,
}: {
  /** A digit of the list, or Escape. */
  onReason: (key: string) => void;
  onTyped: (reason: string) => void;
}) {
  const t = useWords();
  const [typed, setTyped] = useState("");
  return (
    <div className="paper-question">
      <div aria-live="polite">
        <h2>{t("Phiếu không hợp lệ vì sao?")}</h2>
      </div>
      <ul className="paper-choices">
        {INVALID_REASONS.map((reason, index) => (
          <li key={reason}>
            <button type="button" tabIndex={-1} onClick={() => onReason(String(index + 1))}>
              <b>{index + 1}</b> {t(reason)}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) onTyped(typed.trim());
        }}
      >
        <div className="field">
          <label htmlFor="paper-reason">{t("Hoặc ghi lý do khác")}</label>
          <input
            id="paper-reason"
            value={typed}
            maxLength={REASON_LENGTH}
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => event.key === "Escape" && onReason("Escape")}
          />
        </div>
        <button type="submit" className="button button-quiet" disabled={!typed.trim()}>
          {t("Lưu với lý do này")}
        </button>
      </form>
      <p className="hint">{t("Bấm chữ số để lưu phiếu là không hợp lệ; Esc để quay lại phiếu.")}</p>
    </div>
  );
}
