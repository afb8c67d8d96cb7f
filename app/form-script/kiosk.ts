import {
  DEAF_SECONDS,
  HEARTBEAT_SECONDS,
  IDLE_SECONDS,
  REFRESH_SECONDS,
  THANKS_SECONDS,
  UNTOUCHED_SECONDS,
} from "../collection-points/kiosk-times";
import { answersOf, envelopeOf, fillIn, randomId, setEnvelope } from "./form-fields";
import { beat } from "./kiosk-heartbeat";
import { count, secondsLeft, showThanks, tellKept } from "./kiosk-notes";
import { fetchPage, type KioskPage, presentPage, putPage, readPage } from "./kiosk-page";
import { fillScreen, keepAwake } from "./kiosk-screen";
import { sendFromKiosk } from "./kiosk-send";
import { registerWorker } from "./register-worker";
import { followRouting } from "./routing";
import { type Steps, takeSteps } from "./steps";

/*
 * The script of a tablet. One document stays open all day: after each person, and for the other language, the page is put
 * anew in the place of the old one. Nothing is navigated to, so nothing of one person is behind the Back button of the
 * next, and the full screen stays.
 */

const { worker } = (document.currentScript as HTMLScriptElement).dataset;
const home = document.querySelector<HTMLElement>("[data-kiosk]")?.dataset.kiosk ?? location.pathname;

/** The page as a person meets it first. */
let fresh = location.search === "" ? presentPage() : null;
/** Instants in milliseconds; null: not now. */
let touchedAt: number | null = null;
let idleSince: number | null = null;
let afterSince: number | null = null;
let deafUntil = 0;
let refreshedAt = Date.now();
let steps: Steps | null = null;

history.replaceState({ base: true }, "", home);
start(document);
keepAwake();
fillScreen();
if (!fresh) void refresh();
registerWorker(worker, pagesToKeep());
setInterval(tick, 1000);
setInterval(() => void tell(), HEARTBEAT_SECONDS * 1000);
addEventListener("online", () => void tell());
void tell();

for (const kind of ["pointerdown", "keydown", "input"]) addEventListener(kind, noteTouch, { capture: true });
for (const kind of ["click", "submit", "keydown"]) addEventListener(kind, ignoreWhileDeaf, { capture: true });
document.addEventListener("click", followInside);
// Back leads to the sections before, and never out of the form: below the first one lies a floor. Browsers pass over
// pages that were put on the way without a touch.
document.addEventListener("click", putFloor, { capture: true });
addEventListener("popstate", putFloor);
// A copy of the page as somebody left it, from the browser's memory of it.
addEventListener("pagehide", () => document.querySelector("form")?.reset());
addEventListener("pageshow", ({ persisted }) => persisted && reset());

/** Brings a page that has just been put in place to life. */
function start(kiosk: ParentNode): void {
  idleSince = null;
  afterSince = null;
  steps = null;
  const form = kiosk.querySelector<HTMLFormElement>("form[data-code]");
  if (form?.querySelector("[name=response_id]")) {
    form.autocomplete = "off";
    if (!form.dataset.returned) {
      form.reset();
      setEnvelope(form, "response_id", randomId());
      setEnvelope(form, "started_at", new Date().toISOString());
    }
    history.replaceState(history.state?.base ? { base: true } : null, "");
    steps = takeSteps(form);
    followRouting(form);
    document.documentElement.classList.add("scripted");
    form.addEventListener("change", () => followRouting(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  }
  on(kiosk, "[data-next]", "click", reset);
  on(kiosk, "[data-wipe]", "click", reset);
  on(kiosk, "[data-go-on]", "click", () => kiosk.querySelector<HTMLDialogElement>("[data-idle]")?.close());
  on(kiosk, "[data-go-on]", "click", goOn);
  on(kiosk, "[data-idle]", "cancel", goOn);
  void tellKept(kiosk);
}

function on(kiosk: ParentNode, selector: string, kind: string, act: () => void): void {
  kiosk.querySelector(selector)?.addEventListener(kind, act);
}

/** Somebody is still there. */
function goOn(): void {
  idleSince = null;
  touchedAt = Date.now();
}

function putFloor(): void {
  if (history.state?.base) history.pushState(null, "", home);
}

/** The next person begins: nothing of the last one stays. */
function reset(): void {
  touchedAt = null;
  deafUntil = 0;
  if (fresh) put(fresh);
  else location.replace(home);
  if (fresh && !fresh.enrolled) void refresh();
}

function put(page: KioskPage): void {
  document.querySelector<HTMLDialogElement>("[data-idle]")?.close();
  const kiosk = putPage(page);
  if (kiosk) start(kiosk);
}

/** Once a second: asks whether anybody is there, counts down, begins anew. */
function tick(): void {
  const now = Date.now();
  const dialog = document.querySelector<HTMLDialogElement>("[data-idle]");
  if (afterSince !== null) {
    const left = secondsLeft(afterSince, THANKS_SECONDS, now);
    count("[data-after]", left);
    document.querySelector("[data-next]")?.setAttribute("aria-disabled", String(now < deafUntil));
    if (left <= 0) reset();
  } else if (idleSince !== null) {
    const left = secondsLeft(idleSince, IDLE_SECONDS, now);
    count("[data-idle]", left);
    if (left <= 0) reset();
  } else if (touchedAt !== null && now >= deafUntil && secondsLeft(touchedAt, UNTOUCHED_SECONDS, now) <= 0 && dialog) {
    idleSince = now;
    count("[data-idle]", IDLE_SECONDS);
    dialog.showModal();
  } else if (touchedAt === null && secondsLeft(refreshedAt, REFRESH_SECONDS, now) <= 0) void refresh();
}

/** Asks for the page anew while nobody uses the tablet. */
async function refresh(): Promise<void> {
  refreshedAt = Date.now();
  const page = await fetchPage(home);
  if (!page) return;
  // A new release brings a new script, a new code a new address: only then is the document itself loaded again.
  if (fresh && (page.script !== fresh.script || page.home !== home) && touchedAt === null) {
    location.replace(home);
    return;
  }
  fresh = page;
  if (touchedAt === null) put(page);
  if (page.enrolled) navigator.serviceWorker?.controller?.postMessage({ keep: pagesToKeep() });
}

/** Tells the server that the tablet is there, and learns whether it is still trusted. */
async function tell(): Promise<void> {
  const known = await beat(home);
  const enrolled = document.querySelector<HTMLElement>("[data-kiosk]")?.dataset.enrolled === "true";
  if (known !== null && known !== enrolled && touchedAt === null) await refresh();
}

async function send(form: HTMLFormElement): Promise<void> {
  const after = document.querySelector<HTMLElement>("[data-after]");
  const button = form.querySelector<HTMLButtonElement>("[type=submit]");
  deafUntil = Number.POSITIVE_INFINITY;
  if (button) button.textContent = after?.dataset.sending ?? "";
  const address = new URL(form.getAttribute("action") ?? "", new URL(home, location.href));
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const sent = await sendFromKiosk(address.pathname + address.search, new URLSearchParams(fields).toString());
  deafUntil = 0;
  if (typeof sent === "object") {
    const page = readPage(sent.page);
    if (page) put(page);
    else reset();
    return;
  }
  if (sent === "unsent") {
    if (button) button.textContent = after?.dataset.unsent ?? "";
    return;
  }
  thank(after, sent);
}

function thank(after: HTMLElement | null, sent: "taken" | "kept"): void {
  if (!after) {
    reset();
    return;
  }
  // Kept perhaps because the tablet is trusted no more: that shows as soon as the thanks are over.
  if (sent === "kept") refreshedAt = 0;
  afterSince = Date.now();
  deafUntil = afterSince + DEAF_SECONDS * 1000;
  showThanks(after, sent);
}

function noteTouch(): void {
  if (idleSince === null && afterSince === null) touchedAt = Date.now();
}

/** Pressing on and on after sending must not begin, let alone send, the next form. */
function ignoreWhileDeaf(event: Event): void {
  if (Date.now() >= deafUntil) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The other language, with the answers, and another survey: pages of the tablet, put in place instead of gone to. */
function followInside(event: MouseEvent): void {
  const aim = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-address], a[href]") : null;
  const address = aim?.dataset.address ?? aim?.getAttribute("href");
  if (!address || address.startsWith("#")) return;
  event.preventDefault();
  void open(new URL(address, new URL(home, location.href)));
}

async function open({ pathname, search }: URL): Promise<void> {
  const page = pathname === home ? await fetchPage(pathname + search) : null;
  if (!page) return;
  const before = document.querySelector<HTMLFormElement>("form[data-code]");
  const answers = before ? answersOf(before) : [];
  const startedAt = before ? envelopeOf(before, "started_at") : "";
  const step = steps?.current() ?? 0;
  put(page);
  const form = document.querySelector<HTMLFormElement>("form[data-code]");
  if (!before || !form) return;
  fillIn(form, answers);
  if (startedAt) setEnvelope(form, "started_at", startedAt);
  followRouting(form);
  steps?.show(step);
}

/** What the tablet needs without a network: its page in both languages, and each survey where several meet. */
function pagesToKeep(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="?survey="]')];
  const queries = ["", "?lang=en", ...links.flatMap(({ search }) => [search, `${search}&lang=en`])];
  return queries.map((query) => home + query);
}
