import { dropDraft, readDraft, writeDraft } from "./draft";
import { answersOf, envelopeOf, fillIn, randomId, setEnvelope } from "./form-fields";
import { wasSent } from "./sent";
import type { Steps } from "./steps";

/** Handed from one language's page to the other's: the section that was open. */
const SWITCH = "hailong.switch";

/**
 * Gives each opening of the form an id of its own and keeps a draft of its answers on the device until it is sent, cleared
 * or a day old. A form that came back from the server, and one that was returned to by Back, keeps the id it was sent with,
 * so that sending it again is the same response.
 */
export function keepDraft(form: HTMLFormElement, steps: Steps | null): void {
  const place = `${form.dataset.code}/${envelopeOf(form, "survey")}`;
  const note = form.querySelector<HTMLElement>("[data-draft]");
  const restored = form.querySelector<HTMLElement>("[data-restored]");

  const takeId = (responseId: string, startedAt: string) => {
    setEnvelope(form, "response_id", responseId);
    setEnvelope(form, "started_at", startedAt);
    history.replaceState({ ...history.state, responseId, startedAt }, "");
    form.dispatchEvent(new Event("hailong:new-id"));
  };
  const own = envelopeOf(form, "interviewer");
  const startAnew = () => takeId(randomId(), new Date().toISOString());
  const save = () => {
    const fields = answersOf(form);
    if (fields.length === 0) return dropDraft(place);
    const responseId = envelopeOf(form, "response_id");
    const kept = writeDraft(place, {
      responseId,
      startedAt: envelopeOf(form, "started_at"),
      changedAt: Date.now(),
      step: steps?.current() ?? 0,
      interviewer: envelopeOf(form, "interviewer"),
      fields,
    });
    if (note && kept) note.hidden = false;
  };
  const noteSent = () => {
    const sent = wasSent(envelopeOf(form, "response_id"));
    for (const part of document.querySelectorAll<HTMLElement>("[data-sent]")) part.hidden = !sent;
    if (!sent) return;
    document.querySelector(".error-summary")?.remove();
    steps?.restart();
  };

  const draft = readDraft(place);
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (form.dataset.returned !== undefined) {
    // The answer to a sent form becomes a page to open like any other: Back and reload send nothing again.
    history.replaceState(history.state, "", openAddress(envelopeOf(form, "survey")));
    takeId(envelopeOf(form, "response_id"), envelopeOf(form, "started_at"));
    save();
  } else if (navigation?.type === "back_forward" && history.state?.responseId)
    takeId(history.state.responseId, history.state.startedAt);
  else if (draft) {
    takeId(draft.responseId, draft.startedAt);
    takeInterviewer(form, draft.interviewer);
    form.reset();
    fillIn(form, draft.fields);
    const step = takeSwitch();
    if (note) note.hidden = false;
    if (restored) restored.hidden = step !== null;
    steps?.show(step ?? draft.step ?? 0);
    if (step === null) restored?.scrollIntoView({ block: "start", behavior: "instant" });
  } else {
    startAnew();
    steps?.restart();
  }
  noteSent();
  addEventListener("pageshow", noteSent);

  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", save);
  addEventListener("pagehide", () => {
    if (!wasSent(envelopeOf(form, "response_id"))) save();
  });
  form.querySelector<HTMLElement>("[data-clear]")?.addEventListener("click", ({ currentTarget }) => {
    if (!confirm((currentTarget as HTMLElement).dataset.confirm)) return;
    clear(form);
    dropDraft(place);
    startAnew();
    takeInterviewer(form, own);
    if (note) note.hidden = true;
    if (restored) restored.hidden = true;
    form.dispatchEvent(new Event("change"));
    steps?.restart();
  });
  // With a draft on the device the other language is a page like any other, which may also be had without a network.
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-address]")) {
    button.addEventListener("click", (event) => {
      if (!writeSwitch(steps?.current() ?? 0)) return;
      save();
      event.preventDefault();
      location.replace(button.dataset.address ?? "");
    });
  }
}

/** Address of this page that opens it anew, without what belongs to sending. */
function openAddress(survey: string): string {
  const query = new URLSearchParams(location.search);
  query.delete("send");
  query.set("survey", survey);
  return `${location.pathname}?${query}`;
}

/** Whoever began a form on this device is who it is stored under, and who the page says it is. */
function takeInterviewer(form: HTMLFormElement, pass: string | undefined): void {
  if (!pass) return;
  setEnvelope(form, "interviewer", pass);
  const name = document.querySelector("[data-pseudonym]");
  if (name) name.textContent = pass.split(".")[0] ?? "";
}

/** Empties every answer, also those that the server put in when it sent the form back. */
function clear(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".part input, .part textarea")) {
    if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) field.checked = false;
    else field.value = "";
  }
}

function writeSwitch(step: number): boolean {
  try {
    sessionStorage.setItem(SWITCH, String(step));
    return true;
  } catch {
    return false;
  }
}

function takeSwitch(): number | null {
  try {
    const step = sessionStorage.getItem(SWITCH);
    sessionStorage.removeItem(SWITCH);
    return step === null ? null : Number(step);
  } catch {
    return null;
  }
}
