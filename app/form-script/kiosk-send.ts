import { forgetForm, keepForm } from "./outbox";
import { OUTBOX_LOCK, withField } from "./send-kept";

/** People do not wait longer than this before a tablet; the form is kept, and sent again by its id without harm. */
const ANSWER_MS = 8_000;

export type Sent =
  /** The server has it, or the tablet keeps it for later. */
  | "taken"
  | "kept"
  /** Neither. */
  | "unsent"
  /** The server answered with a page: something is to be corrected. */
  | { page: string };

/**
 * Sends a form from a tablet. It is kept on the tablet before it goes out, so that not even a flat battery loses it, and
 * forgotten once the server has taken it.
 */
export async function sendFromKiosk(address: string, body: string): Promise<Sent> {
  const kept = await keepForm({
    address,
    body: withField(body, "finished_at", new Date().toISOString()),
  }).catch(() => null);
  return whileNobodySends<Sent>(kept === null ? "unsent" : "kept", async () => {
    const answer = await post(address, body);
    const status = answer?.type === "opaqueredirect" ? 303 : (answer?.status ?? 0);
    // Not enrolled (403), the same id with other answers (409), paused (423), too many or no answer at all: kept until it
    // can be taken.
    const isSettled = status === 303 || (status >= 400 && status < 500 && ![403, 408, 409, 423, 429].includes(status));
    if (!answer || !isSettled) return kept === null ? "unsent" : "kept";
    if (kept !== null) await forgetForm(kept).catch(() => undefined);
    return status === 303 ? "taken" : { page: await answer.text() };
  });
}

/** While kept forms are being sent this one, too, waits its turn. Without HTTPS there are no locks. */
async function whileNobodySends<T>(waiting: T, act: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return act();
  return await navigator.locks.request(OUTBOX_LOCK, { ifAvailable: true }, (lock) =>
    lock ? act() : Promise.resolve(waiting),
  );
}

async function post(address: string, body: string): Promise<Response | null> {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch {
    return null;
  }
}
