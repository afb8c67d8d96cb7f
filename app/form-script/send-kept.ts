import { type KeptForm, keepForm, keptForms } from "./outbox";

/** Longest wait for an answer before a form counts as not sent; sending it again does no harm, since it keeps its id. */
export const ANSWER_MS = 20_000;

/** Whoever sends kept forms holds this. */
export const OUTBOX_LOCK = "hailong-outbox";

/**
 * Sends the forms that wait, oldest first, one at a time whichever tab or event asks, until one cannot be sent. A form is
 * emptied only when the server has taken it; one that it refuses is marked and left to the person.
 */
export async function sendKept(): Promise<void> {
  await navigator.locks.request(OUTBOX_LOCK, async () => {
    for (const form of await keptForms()) {
      if (form.refused === undefined && !form.taken && !(await sendOne(form))) break;
    }
  });
}

/** Sends a form and notes what became of it; false where the server could not be reached. */
async function sendOne(form: KeptForm): Promise<boolean> {
  let status = await post(form);
  // The same page was sent with other answers a moment ago. Nobody is here to be asked, so it becomes a form of its own.
  if (status === 409) status = await post({ ...form, body: withField(form.body, "intent", "new") });
  if (status === 0 || status === 408 || status === 429 || status >= 500) return false;
  // The survey is paused: the form waits until it goes on, and holds up no other.
  if (status === 423) return true;
  // A tablet that is not enrolled, or an interviewer who is not assigned any more, keeps the forms until they are again.
  if (status === 403 && isFromStaff(form)) return true;
  await keepForm(status === 303 ? { ...form, body: "", taken: true } : { ...form, refused: status });
  return true;
}

function isFromStaff({ address }: KeptForm): boolean {
  return /^\/k\/[^/]+\/(?:kiosk|interview)\?/.test(address);
}

/** Status of the answer; a redirect counts as 303, no answer as 0. */
async function post({ address, body }: KeptForm): Promise<number> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
      redirect: "manual",
      credentials: "same-origin",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return response.type === "opaqueredirect" ? 303 : response.status;
  } catch {
    return 0;
  }
}

/** A form's body with one field set. */
export function withField(body: string, name: string, value: string): string {
  const fields = new URLSearchParams(body);
  fields.set(name, value);
  return fields.toString();
}
