import { envelopeOf, setEnvelope } from "./form-fields";

/** Longest wait for a proof before the form goes out without one; it is taken then too, and looked at by a person. */
const PROOF_MS = 30_000;

/**
 * Where the page asks for a proof of work, begins it while the person answers; sending waits for it. Nothing outside of
 * this site is asked, and without script or worker the form goes out all the same.
 */
export function prepareProof(form: HTMLFormElement, workerAddress: string | undefined): void {
  const bits = Number(form.dataset.proof ?? 0);
  if (!bits || !workerAddress || typeof Worker === "undefined") return;
  let provenFor = "";
  let submitter: HTMLElement | null = null;
  const worker = new Worker(workerAddress);
  const begin = () => {
    provenFor = "";
    worker.postMessage({ id: envelopeOf(form, "response_id"), bits });
  };
  worker.addEventListener("message", ({ data }) => {
    setEnvelope(form, "proof", String(data));
    provenFor = envelopeOf(form, "response_id");
    if (submitter) form.requestSubmit(submitter);
  });
  form.addEventListener("submit", (event) => {
    if (provenFor === envelopeOf(form, "response_id") || submitter) return;
    event.preventDefault();
    submitter = event.submitter;
    const note = form.querySelector<HTMLElement>("[data-checking]");
    if (note) note.hidden = false;
    setTimeout(() => form.requestSubmit(submitter), PROOF_MS);
  });
  form.addEventListener("hailong:new-id", begin);
  begin();
}
