import { dropDraft, dropOldDrafts, readDraft } from "./draft";
import { envelopeOf } from "./form-fields";
import { keepDraft } from "./keep-draft";
import { showOutbox } from "./outbox-notes";
import { prepareProof } from "./prove";
import { registerWorker } from "./register-worker";
import { followRouting } from "./routing";
import { rememberSent } from "./sent";
import { takeSteps } from "./steps";

/*
 * The script of the citizens' pages. Everything works without it; it shows one section at a time, follows routing, keeps a
 * draft and, through the service worker, works without a network.
 */

const { worker, prover } = (document.currentScript as HTMLScriptElement).dataset;
const form = document.querySelector<HTMLFormElement>("form[data-code]");

dropOldDrafts(Date.now());
showOutbox();
finishSent();

if (form?.querySelector("[name=response_id]")) {
  const steps = takeSteps(form);
  // The preview of a questionnaire has no point: nothing of it is kept.
  if (form.dataset.code) keepDraft(form, steps);
  followRouting(form);
  document.documentElement.classList.add("scripted");
  form.addEventListener("change", () => followRouting(form));
  prepareProof(form, prover);
}
if (form?.dataset.code !== "") registerWorker(worker, pagesToKeep());

/** On the pages after sending: what was sent is no draft any more. */
function finishSent(): void {
  const taken = document.querySelector<HTMLElement>("[data-taken]")?.dataset.taken;
  // An interviewer's next form opens at once, in the place of a page that says so.
  const next = /\/interview$/.test(location.pathname) && /[?&]saved=1/.test(location.search);
  const kept =
    document.querySelector<HTMLElement>("[data-kept]")?.dataset.kept ?? (next ? form?.dataset.code : undefined);
  const survey = new URLSearchParams(location.search).get("survey") ?? "";
  const place = taken ?? (kept && `${kept}/${survey}`);
  if (!place) return;
  const draft = readDraft(place);
  if (draft) rememberSent(draft.responseId);
  dropDraft(place);
  // A reload of the next form must not take its own draft away.
  if (next) history.replaceState(history.state, "", `${location.pathname}?survey=${survey}`);
}

/** The form as it was opened and in the other language, and the page that is shown when it could not be sent. */
function pagesToKeep(): string[] {
  if (!form) return [];
  const { pathname, search } = location;
  if (pathname.endsWith("/interview")) return [`${pathname}?survey=${envelopeOf(form, "survey")}`];
  const saved = `${pathname}/saved${/[?&]lang=en/.test(search) ? "?lang=en" : ""}`;
  // What came through the worker it has kept already; only the first page of a device is fetched once more.
  const isPage = !/[?&]send=/.test(search) && !navigator.serviceWorker?.controller;
  const others = [...document.querySelectorAll<HTMLElement>("button[data-address]")].map(
    ({ dataset }) => dataset.address ?? "",
  );
  return [...(isPage ? [pathname + search] : []), saved, ...others];
}
