import { writeDraft } from "./draft";
import { forgetForm, type KeptForm, keptForms } from "./outbox";

/** Time in which a line is read. */
const READING_MS = 3_000;

/** Hidden fields of a form that are no answers. */
const ENVELOPE = /^(response_id|survey|version|started_at|finished_at|notice|lang|intent|proof|interviewer|website)$/;

/** Shows on a page what this device keeps: what waits, what was refused, and that it has been sent. */
export function showOutbox(): void {
  const notes = document.querySelector<HTMLElement>("[data-outbox]");
  const worker = navigator.serviceWorker;
  if (!notes || !worker) return;
  const part = (name: string) => notes.querySelector<HTMLElement>(`[data-${name}]`);
  let forms: KeptForm[] = [];

  const show = async () => {
    const kept = await keptForms().catch(() => []);
    forms = kept.filter((form) => !form.taken);
    const refused = forms.filter((form) => form.refused !== undefined);
    const waiting = forms.length - refused.length;
    showCount(part("waiting"), waiting);
    showCount(part("refused"), refused.length);
    const delivered = part("delivered");
    if (delivered && kept.length > forms.length) delivered.hidden = waiting > 0;
    notes.hidden = forms.length === 0 && delivered?.hidden !== false;
    for (const line of document.querySelectorAll<HTMLElement>("[data-offline]")) line.hidden = waiting === 0;
    const title = document.querySelector<HTMLElement>("[data-when-sent]");
    if (title && forms.length === 0) title.textContent = title.dataset.whenSent ?? "";
    // What was sent is said until somebody has had the time to read it; a page that is being left does not count.
    if (waiting === 0 && document.visibilityState === "visible")
      for (const form of kept) if (form.taken) setTimeout(() => void forgetForm(form.sequence ?? -1), READING_MS);
    return waiting;
  };
  const send = () => worker.controller?.postMessage({ send: true });

  worker.addEventListener("message", () => void show());
  addEventListener("online", send);
  part("send-now")?.addEventListener("click", send);
  part("review")?.addEventListener("click", () => void review(forms.find((form) => form.refused !== undefined)));
  part("remove")?.addEventListener("click", async ({ currentTarget }) => {
    const form = forms.find((one) => one.refused !== undefined);
    if (!form || !confirm((currentTarget as HTMLElement).dataset.confirm)) return;
    await forgetForm(form.sequence ?? -1);
    await show();
  });
  void show().then((waiting) => waiting > 0 && send());
}

function showCount(note: HTMLElement | null, count: number): void {
  if (!note) return;
  note.hidden = count === 0;
  const text = note.querySelector<HTMLElement>("[data-count]");
  if (text) text.textContent = text.dataset.count?.replace("{n}", String(count)) ?? "";
}

/** Opens a refused form again as a draft, to be looked at and sent once more. */
async function review(form: KeptForm | undefined): Promise<void> {
  if (!form) return;
  const fields = new URLSearchParams(form.body);
  const path = new URL(form.address, location.href).pathname;
  const code = path.split("/")[2] ?? "";
  const survey = fields.get("survey") ?? "";
  const kept = writeDraft(`${code}/${survey}`, {
    responseId: fields.get("response_id") ?? "",
    startedAt: fields.get("started_at") ?? "",
    changedAt: Date.now(),
    interviewer: fields.get("interviewer") ?? "",
    fields: [...fields].filter(([name]) => !ENVELOPE.test(name)),
  });
  if (!kept) return;
  await forgetForm(form.sequence ?? -1);
  location.assign(`${path}?${new URLSearchParams({ survey, lang: fields.get("lang") ?? "vi" })}`);
}
