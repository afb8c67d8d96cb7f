import { countKept } from "./kiosk-heartbeat";

/** Whole seconds that are left of a number of them, `since` and `now` in milliseconds. */
export function secondsLeft(since: number, seconds: number, now: number): number {
  return seconds - Math.floor((now - since) / 1000);
}

/** Shows the seconds of a countdown. */
export function count(place: string, seconds: number): void {
  const number = document.querySelector(`${place} [data-seconds]`);
  if (number) number.textContent = String(Math.max(seconds, 0));
}

/** On the page of a tablet that is not enrolled: how many forms it keeps. */
export async function tellKept(kiosk: ParentNode): Promise<void> {
  const note = kiosk.querySelector<HTMLElement>("[data-kept]");
  const kept = note ? await countKept() : 0;
  if (!note || kept === 0) return;
  note.textContent = note.dataset.text?.replace("{n}", String(kept)) ?? "";
  note.hidden = false;
}

/** Puts thanks in the place of the form. */
export function showThanks(after: HTMLElement, sent: "taken" | "kept"): void {
  for (const [name, shown] of [
    ["taken", sent === "taken"],
    ["saved", sent === "kept"],
  ] as const) {
    const words = after.querySelector<HTMLElement>(`[data-${name}]`);
    if (words) words.hidden = !shown;
  }
  // The answers leave the page now, not only when the thanks do.
  for (const part of document.querySelectorAll("[data-kiosk] > :not([data-after], [data-idle])")) part.remove();
  after.querySelector("[data-next]")?.setAttribute("aria-disabled", "true");
  after.hidden = false;
  after.focus();
  scrollTo(0, 0);
}
