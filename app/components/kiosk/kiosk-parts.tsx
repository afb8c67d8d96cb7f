import { IDLE_SECONDS, THANKS_SECONDS } from "~/collection-points/kiosk-times";
import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { useText } from "~/i18n/use-text";

/** A kiosk without script would show one person's answers to the next. */
export function NeedsScript() {
  return (
    <noscript>
      <p className="card attention">
        <strong>{useText().kiosk.needsScript}</strong>
      </p>
    </noscript>
  );
}

/** In place of the form once it was sent, or kept on the tablet; the script shows it and counts down. */
export function AfterSending({ language }: { language: Language }) {
  const { kiosk, thanks } = textFor(language);
  return (
    <div
      className="kiosk-after"
      data-after
      data-sending={kiosk.sending}
      data-unsent={kiosk.unsent}
      hidden
      role="status"
      tabIndex={-1}
    >
      <svg className="tick" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M14 25l7 7 14-15" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      </svg>
      <div data-taken>
        <h1>{thanks.title}</h1>
        <p>{kiosk.thanksText}</p>
      </div>
      <div data-saved hidden>
        <h1>{kiosk.savedTitle}</h1>
        <p>{kiosk.savedText}</p>
        <p>{kiosk.thanksText}</p>
      </div>
      <Countdown before={kiosk.thanksLeft} seconds={THANKS_SECONDS} unit={kiosk.seconds} />
      <button className="button" type="button" data-next>
        {kiosk.next}
      </button>
    </div>
  );
}

/** Asks whether anybody is still there before the answers are wiped. */
export function IdleDialog({ language }: { language: Language }) {
  const { kiosk } = textFor(language);
  return (
    <dialog className="kiosk-idle" data-idle aria-labelledby="idle-title">
      <h2 id="idle-title">{kiosk.idleTitle}</h2>
      <p>{kiosk.idleText}</p>
      <Countdown before={kiosk.idleLeft} seconds={IDLE_SECONDS} unit={kiosk.seconds} />
      <button className="button" type="button" data-go-on>
        {kiosk.goOn}
      </button>
      <button className="button button-quiet" type="button" data-wipe>
        {kiosk.startAgain}
      </button>
    </dialog>
  );
}

function Countdown({ before, seconds, unit }: { before: string; seconds: number; unit: string }) {
  return (
    <p className="kiosk-countdown" aria-hidden="true">
      {before} <b data-seconds>{seconds}</b> {unit}
    </p>
  );
}
